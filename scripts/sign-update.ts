// `npm run sign-update`: the signed manifest of a version beside its packages, and the key for it. Owns the maker's side of an update;
// must never write a key anywhere but where it is told to.

import {
  type KeyObject,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
} from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { MANIFEST_NAME, readManifest, signedBytes } from '../src/main/update/manifest.ts'
import packageJson from '../package.json' with { type: 'json' }
import { messageOf, notUnderstood } from './said-of-errors.ts'

const helpText = `Signs the packages of this version, so that machines take them for an update.

  npm run sign-update -- --new-key FILE        a new key: FILE is the secret half; the public half is printed, for GUICHET_UPDATE_KEY
  npm run sign-update -- --key FILE [options] FOLDER

  --notes FILE       what changed: JSON, { "en": "…", "fa": "…", "hi": "…" }
  --min VERSION      the oldest version that it can be installed over (0.1.0)
  --rollout N        by the net, it is offered to so many of a hundred machines (100)
  --help             this text

FOLDER has the packages as npm run package left them (out/packages); ${MANIFEST_NAME} is written beside them.`

/** `guichet-0.1.0-linux-x64.AppImage`, as the packages are named. */
const packageName =
  /^guichet-(?<version>[\d.]+)-(?<system>linux|win|mac)-(?<arch>x64|x86_64|amd64|arm64)\.(?<kind>AppImage|deb|exe|dmg)$/
const systems: Readonly<Record<string, string>> = { linux: 'linux', win: 'win32', mac: 'darwin' }

const options = {
  'new-key': { type: 'string' },
  key: { type: 'string' },
  notes: { type: 'string' },
  min: { type: 'string', default: '0.1.0' },
  rollout: { type: 'string', default: '100' },
  help: { type: 'boolean' },
} as const

function main(): number {
  const wish = readWish()
  if ('say' in wish) return said(wish.say, wish.code)
  try {
    return said(wish.work(), 0)
  } catch (error) {
    return said(`Nothing was signed: ${messageOf(error)}`, 1)
  }
}

/** What is to be done, as a function that returns what it made; or a text where help was asked for or nothing was understood. */
function readWish(): { readonly work: () => string } | { readonly say: string; readonly code: number } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options })
    const { 'new-key': fresh, key, notes, min, rollout, help } = values
    const [folder, ...others] = positionals
    if (help) return { say: helpText, code: 0 }
    if (fresh !== undefined) return { work: () => newKey(given(fresh)) }
    if (key === undefined || folder === undefined || others.length > 0)
      return { say: '--key FILE and one folder are needed. Try --help.', code: 2 }
    const manifest = () => ({
      version: packageJson.version,
      minVersion: min,
      rollout: Number(rollout),
      notes: notes === undefined ? {} : notesIn(given(notes)),
    })
    return { work: () => signInto(given(folder), readFileSync(given(key), 'utf8'), manifest()) }
  } catch (error) {
    return { say: notUnderstood(error), code: 2 }
  }
}

/** npm runs this in the project's folder, wherever the user stands who names the file. */
function given(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? '', path)
}

function notesIn(file: string): unknown {
  const text = readFileSync(file, 'utf8')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`${file} is not JSON: ${messageOf(error)}`, { cause: error })
  }
}

function newKey(file: string): string {
  if (existsSync(file)) throw new Error(`${file} is there already`)
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 })
  return publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
}

function signInto(folder: string, keyText: string, manifest: { readonly version: string }): string {
  const key = privateKey(keyText)
  const names = readdirSync(folder).filter(
    (name) => packageName.exec(name)?.groups?.['version'] === manifest.version,
  )
  if (names.length === 0) throw new Error(`there is no package of ${manifest.version} in ${folder}`)
  const files = Object.fromEntries(names.map((name) => [kindOf(name), fileOf(join(folder, name), name)]))
  const text = JSON.stringify({ ...manifest, files })
  const signature = sign(null, signedBytes(text), key).toString('base64')
  const sealed = JSON.stringify({ manifest: text, signature })
  // Read as a machine will read it: a manifest that it would not understand is not written.
  const read = readManifest(sealed, createPublicKey(key))
  if (typeof read === 'string')
    throw new Error(`the manifest would be ${read}: look at --min, --rollout and --notes`)
  writeFileSync(join(folder, MANIFEST_NAME), sealed)
  return `${join(folder, MANIFEST_NAME)}: ${manifest.version}, ${Object.keys(files).join(', ')}`
}

function privateKey(text: string): KeyObject {
  try {
    return createPrivateKey(text)
  } catch (error) {
    throw new Error('what --key names is no secret key: --new-key makes one', { cause: error })
  }
}

/** `linux-x64-appimage`: the kind that a machine looks for. */
function kindOf(name: string): string {
  const { system = '', arch = '', kind = '' } = packageName.exec(name)?.groups ?? {}
  return `${systems[system]}-${arch === 'arm64' ? 'arm64' : 'x64'}-${kind.toLowerCase()}`
}

function fileOf(path: string, name: string) {
  const bytes = readFileSync(path)
  return { name, sha512: createHash('sha512').update(bytes).digest('hex'), size: bytes.length }
}

function said(message: string, code: number): number {
  console.log(message)
  return code
}

process.exitCode = main()
