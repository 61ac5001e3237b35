// `npm run package:check`: what a package would consist of, shown without Electron's program. A stand-in for its files is packed as they
// would be; the archive's content is then checked, unpacked and started by Node. Owns that check; must never say that Electron ran.

import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll, listPackage } from '@electron/asar'
import { assert } from '../src/shared/lib/assert.ts'
import { electronVersion } from './electron-program.ts'
import { standInElectron } from './stand-in-electron.ts'

/** Before it answers, a demo house is made, migrated and checked; ten times what that takes. */
const START_PATIENCE_MS = 30_000
/** Ten fuses, of which we know nine: as a newer Electron may bring them. */
const ONE_FUSE_MORE = '1011000111'
const root = join(import.meta.dirname, '..')

async function main(): Promise<number> {
  if (process.platform !== 'linux') {
    console.log('– the stand-in has the layout of Linux: nothing was checked here')
    return 0
  }
  const room = mkdtempSync(join(tmpdir(), 'guichet-package-'))
  try {
    await refusesWhatItDoesNotKnow(room)
    const electron = join(room, 'electron')
    await standInElectron(electron, electronVersion())
    const made = packWith(electron, join(room, 'packages'))
    assert(made.code === 0, `the packaging ended with ${made.code}: ${made.said}`)
    assert(made.said.includes('read back'), 'the fuses are read back')
    const resources = join(room, 'packages', 'linux-unpacked', 'resources')
    lookInto(resources)
    const unpacked = join(room, 'unpacked')
    extractAll(join(resources, 'app.asar'), unpacked)
    everyImportIsThere(unpacked)
    const health = await startHub(unpacked, join(room, 'house'))
    console.log(`✓ packed with a stand-in for Electron, unpacked, started by Node: ${health}`)
    return 0
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}

async function refusesWhatItDoesNotKnow(room: string): Promise<void> {
  const out = join(room, 'none')
  const missing = packWith(join(room, 'nowhere'), out)
  assert(missing.code === 3 && missing.said.includes('Nothing was built'), `no Electron: ${missing.said}`)
  const older = join(room, 'older')
  await standInElectron(older, '44.0.0')
  assert(packWith(older, out).code === 3, 'another version of Electron is not packed')
  const newer = join(room, 'newer')
  await standInElectron(newer, electronVersion(), ONE_FUSE_MORE)
  const unknown = packWith(newer, out)
  assert(
    unknown.code === 1 && unknown.said.includes('strictlyRequireAllFuses'),
    `a new fuse: ${unknown.said}`,
  )
  assert(!existsSync(out) && !existsSync(`${out}.new`), 'what failed leaves nothing')
}

function packWith(electron: string, out: string): { readonly code: number | null; readonly said: string } {
  const words = [join(root, 'scripts', 'package.ts'), '--target', 'dir', '--built', '--out', out]
  const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: electron }
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { env, encoding: 'utf8' })
  return { code: status, said: stdout + stderr }
}

function lookInto(resources: string): void {
  const files = listPackage(join(resources, 'app.asar'), { isPack: false })
  for (const wanted of [
    '/out/main/index.js',
    '/out/main/hub.js',
    '/out/preload/index.cjs',
    '/out/renderer/index.html',
  ])
    assert(files.includes(wanted), `${wanted} is in the archive`)
  const built = readdirSync(join(root, 'out', 'main')).map((name) => `/out/main/${name}`)
  assert(
    built.every((name) => files.includes(name)),
    'all of main is in the archive',
  )
  const foreign = files.filter((name) =>
    /\.(?:ts|tsx|map)$|^\/(?:src|db|e2e|proof|bench|scripts)\b/.test(name),
  )
  assert(foreign.length === 0, `no source is in the archive: ${foreign.join(', ')}`)
  const packages = files.flatMap((name) => /^\/node_modules\/((?:@[^/]+\/)?[^/@]+)$/.exec(name)?.[1] ?? [])
  const developed = Object.keys(packageJson().devDependencies).filter((name) => packages.includes(name))
  assert(developed.length === 0, `nothing that only builds is in the archive: ${developed.join(', ')}`)
  const beside = join(resources, 'app.asar.unpacked')
  const outside = readdirSync(beside, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const native = `linux-${process.arch}.node`
  assert(outside.length === 1 && outside[0]?.name === native, `outside the archive is ${native} alone`)
}

function packageJson(): { readonly devDependencies: Readonly<Record<string, string>> } {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as ReturnType<typeof packageJson>
}

/** Including modules that only a thread loads, an hour after the start. */
function everyImportIsThere(app: string): void {
  const main = join(app, 'out', 'main')
  for (const name of readdirSync(main)) {
    const text = readFileSync(join(main, name), 'utf8')
    for (const [, wanted = ''] of text.matchAll(/^(?:import|export)\b[^'"\n]*?["']([^'"\n]+)["'];?$/gm)) {
      if (wanted.startsWith('node:') || wanted === 'electron') continue
      const place = wanted.startsWith('.')
        ? join(main, wanted)
        : join(app, 'node_modules', wanted, 'package.json')
      assert(existsSync(place), `${wanted}, which ${name} imports, is in the archive`)
    }
  }
}

/** Starts the packed hub, with no other packages in reach, and returns its answer about its health. */
async function startHub(app: string, data: string): Promise<string> {
  const hub = spawn(
    process.execPath,
    [join(app, 'out', 'main', 'hub.js'), '--headless', '--port', '0', '--no-find', '--data', data],
    {
      cwd: tmpdir(),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let said = ''
  const address = new Promise<string>((resolve, reject) => {
    const patience = setTimeout(
      () => reject(new Error(`the hub said no address: ${said}`)),
      START_PATIENCE_MS,
    )
    const hear = (text: Buffer) => {
      said += String(text)
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? []
      if (found) resolve(found)
    }
    hub.stdout.on('data', hear)
    hub.stderr.on('data', hear)
    hub.on('exit', (code) => reject(new Error(`the hub ended with ${code}: ${said}`)))
    hub.on('exit', () => clearTimeout(patience))
  })
  try {
    return await (await fetch(`${await address}/healthz`)).text()
  } finally {
    hub.kill()
    await new Promise((resolve) => hub.once('exit', resolve))
  }
}

process.exitCode = await main()
