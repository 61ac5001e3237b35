// `npm run package`: the packages for this system, from the built program and Electron's own files. Owns the command line, and that there
// is either a whole package or none; must never download Electron's program, nor call a package made whose fuses read otherwise than
// intended.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { type ElectronFiles, electronFiles, electronVersion } from './electron-program.ts'
import { type System, fuses, packageConfig, programIn } from './package-config.ts'
import { messageOf, notUnderstood } from './said-of-errors.ts'

/** The exit codes. */
const exits = { made: 0, failed: 1, notUnderstood: 2, missing: 3 } as const
const root = join(import.meta.dirname, '..')

const helpText = `Makes the packages for this system, into out/packages.

  npm run package [-- options]

  --target WHICH  appimage and deb on Linux, nsis on Windows, dmg on macOS (the usual ones); dir: a folder to look at
  --out FOLDER    into another folder, which must be new or empty
  --built         the program is built already
  --help          this text

Needs Electron’s program: as npm start fetches it, in Electron’s own cache, or where ELECTRON_OVERRIDE_DIST_PATH says.
Ends with 0 when all is there, 1 when something failed, 2 when not understood, 3 when Electron’s program is missing.`

const toolsMissing =
  '. electron-builder fetches what it makes packages with from GitHub, once (ELECTRON_BUILDER_CACHE); “--target dir” needs none of it'

interface Orders {
  readonly targets: readonly string[]
  readonly out: string
  readonly isBuilt: boolean
}

type Said = { readonly say: string; readonly code: number }

const targetsOf: Readonly<Record<System, readonly string[]>> = {
  linux: ['appimage', 'deb'],
  win32: ['nsis'],
  darwin: ['dmg'],
}

function readOrders(args: readonly string[], system: System): Orders | Said {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        target: { type: 'string' },
        out: { type: 'string' },
        built: { type: 'boolean', default: false },
        help: { type: 'boolean' },
      },
    })
    if (values.help) return { say: helpText, code: exits.made }
    const targets = values.target?.split(',') ?? targetsOf[system]
    const unknown = targets.find((one) => one !== 'dir' && !targetsOf[system].includes(one))
    if (unknown !== undefined)
      throw new Error(`--target takes ${['dir', ...targetsOf[system]].join(', ')} here, not “${unknown}”.`)
    return { targets, out: folderOf(values.out), isBuilt: values.built }
  } catch (error) {
    return { say: notUnderstood(error), code: exits.notUnderstood }
  }
}

/** What lies there is replaced as a whole: only in the usual folder may that be anything, as nothing but earlier packages can be in it. */
function folderOf(out: string | undefined): string {
  if (out === undefined) return join(root, 'out', 'packages')
  // npm runs this in the project's folder, wherever the user stands who names the folder.
  const folder = resolve(process.env['INIT_CWD'] ?? '', out)
  const inUse = [folder, `${folder}.new`].find((one) => existsSync(one) && !isEmpty(one))
  if (inUse !== undefined)
    throw new Error(`--out takes a new or an empty folder: there is something in ${inUse}.`)
  return folder
}

function isEmpty(place: string): boolean {
  return statSync(place).isDirectory() && readdirSync(place).length === 0
}

async function main(): Promise<number> {
  const system = process.platform as System
  if (!(system in targetsOf)) return said(`No packages are made on ${system}.`, exits.missing)
  const orders = readOrders(process.argv.slice(2), system)
  if ('say' in orders) return said(orders.say, orders.code)
  const electron = electronFiles()
  if ('problem' in electron) return said(electron.problem, exits.missing)
  if (!orders.isBuilt && !build()) return said('The build failed.', exits.failed)
  const fresh = `${orders.out}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true })
  try {
    await pack(orders.targets, electron, { system, out: fresh })
    await readFusesBack(fresh, system)
    writeDigests(fresh)
    rmSync(orders.out, { recursive: true, force: true })
    renameSync(fresh, orders.out)
  } catch (error) {
    const reason = messageOf(error)
    return said(
      `No package was made: ${reason}${/ENOTFOUND|ECONN|ETIMEDOUT/.test(reason) ? toolsMissing : ''}`,
      exits.failed,
    )
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  for (const name of readdirSync(orders.out)) console.log(join(orders.out, name))
  return exits.made
}

function build(): boolean {
  const electronVite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { status } = spawnSync(process.execPath, [electronVite, 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return status === 0
}

interface Place {
  readonly system: System
  readonly out: string
}

async function pack(
  targets: readonly string[],
  electron: ElectronFiles,
  { system, out }: Place,
): Promise<void> {
  const { Arch, Platform, build: buildPackages } = await import('electron-builder')
  const { arch } = process
  const platform = { linux: Platform.LINUX, win32: Platform.WINDOWS, darwin: Platform.MAC }[system]
  await buildPackages({
    projectDir: root,
    targets: platform.createTarget([...targets], arch === 'arm64' ? Arch.arm64 : Arch.x64),
    config: packageConfig({ system, arch, electron: electron.path, electronVersion: electronVersion(), out }),
    publish: 'never',
  })
}

/** The fuses as they are in the packed program, not as they were requested. */
async function readFusesBack(out: string, system: System): Promise<void> {
  const folders = readdirSync(out).filter(
    (name) => /^(?:linux|win|mac)/.test(name) && statSync(join(out, name)).isDirectory(),
  )
  if (folders.length === 0) throw new Error(`there is no unpacked program in ${out}`)
  for (const folder of folders) {
    const program = programIn(join(out, folder), system, 'Guichet')
    // oxlint-disable-next-line no-await-in-loop -- one, as a rule
    const wire = await getCurrentFuseWire(program)
    for (const [fuse, isOn] of Object.entries(fuses).filter(([name]) => /^\d+$/.test(name))) {
      const found = wire[Number(fuse) as FuseV1Options]
      if (found !== (isOn ? FuseState.ENABLE : FuseState.DISABLE))
        throw new Error(`the fuse ${FuseV1Options[Number(fuse)]} reads ${found} in ${program}`)
    }
    console.log(`fuses of ${folder}: as they should be, read back`)
  }
}

/** By these, people who receive a package can compare it. */
function writeDigests(out: string): void {
  const files = readdirSync(out).filter((name) => /\.(?:AppImage|deb|exe|dmg)$/.test(name))
  const lines = files.map(
    (name) =>
      `${createHash('sha512')
        .update(readFileSync(join(out, name)))
        .digest('hex')}  ${name}\n`,
  )
  if (lines.length > 0) writeFileSync(join(out, 'SHA512SUMS'), lines.join(''))
  for (const leftover of ['builder-debug.yml', 'builder-effective-config.yaml'])
    if (existsSync(join(out, leftover))) rmSync(join(out, leftover))
}

function said(message: string, code: number): number {
  console.log(message)
  return code
}

// At once: a library that electron-builder brings turns every later exit code into zero.
process.exit(await main())
