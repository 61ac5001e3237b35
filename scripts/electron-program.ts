// Electron's program: where it is, and how it gets here. Its npm package does not contain it; its own installer downloads it. Owns the
// wait for that; must never load the package itself, which would download by itself and throw.

import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

/** A network over which nothing arrives for this long is dead; a slow one may take its time. */
const STALL_MS = 15_000
const LOOK_EVERY_MS = 500
const MEGABYTE = 1_000_000
const folder = join(import.meta.dirname, '..', 'node_modules', 'electron')
/** The name of the program within a distribution. */
const programName =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string] ??
  'electron'

/** The program's path, or null where it is not here. */
export function installedElectron(): string | null {
  const { ELECTRON_OVERRIDE_DIST_PATH: own } = process.env
  if (own) return existsSync(join(own, programName)) ? join(own, programName) : null
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(program) ? program : null
}

/** Read from its package.json: loading the package would download the program. */
export function electronVersion(): string {
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version
}

export interface ElectronFiles {
  /** A folder with the whole of Electron, or its archive. */
  readonly path: string
}

/** All of Electron, for packing: from where somebody says, where its package keeps it, or from its cache. */
export function electronFiles(): ElectronFiles | { readonly problem: string } {
  const { ELECTRON_OVERRIDE_DIST_PATH: own } = process.env
  const place = own ?? join(folder, 'dist')
  const archive = own ? null : cachedArchive()
  if (!existsSync(join(place, programName))) {
    if (archive) return { path: archive }
    const where = own ? `ELECTRON_OVERRIDE_DIST_PATH (${own})` : 'node_modules/electron/dist or its cache'
    return {
      problem: `Electron’s program is not in ${where}: run “node node_modules/electron/install.js” where it can be fetched, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron ${electronVersion()}. Nothing was built.`,
    }
  }
  const versionFile = join(place, 'version')
  const found = existsSync(versionFile)
    ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
    : 'unknown'
  if (found === electronVersion()) return { path: place }
  return {
    problem: `${place} is Electron ${found}, and Guichet is made for ${electronVersion()}. Nothing was built.`,
  }
}

/** Where Electron's own installer keeps a download: in a folder named by its address. */
function cachedArchive(): string | null {
  const name = `electron-v${electronVersion()}-${process.platform}-${process.arch}.zip`
  const {
    electron_config_cache: own,
    XDG_CACHE_HOME = join(homedir(), '.cache'),
    LOCALAPPDATA = '',
  } = process.env
  const usual = { darwin: join(homedir(), 'Library', 'Caches'), win32: LOCALAPPDATA }[
    process.platform as string
  ]
  const cache = own ?? join(usual ?? XDG_CACHE_HOME, 'electron')
  if (!existsSync(cache)) return null
  const places = ['.', ...readdirSync(cache)].map((place) => join(cache, place, name))
  return places.find((place) => existsSync(place)) ?? null
}

/** Downloads it where it is missing, once; says what it waits for. Null where it cannot be had. */
export async function fetchElectron(say: (text: string) => void): Promise<string | null> {
  say('Fetching Electron’s program, once (about 110 MB) … ')
  const room = mkdtempSync(join(tmpdir(), 'guichet-electron-'))
  try {
    await install(room, say)
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
  const program = installedElectron()
  say(program ? 'here.\n' : 'it cannot be had from here.\n')
  return program
}

/** Downloads into `room`, so that its growth can be seen; ends when the installer does, or when nothing grows. */
function install(room: string, say: (text: string) => void): Promise<void> {
  const env = { ...process.env, TMPDIR: room, TMP: room, TEMP: room, ELECTRON_GET_NO_PROGRESS: '1' }
  const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', env })
  let size = 0
  let grewAtMs = performance.now()
  let saidMegabytes = 0
  const look = setInterval(() => {
    const now = bytesIn(room) + bytesIn(join(folder, 'dist'))
    if (now !== size) grewAtMs = performance.now()
    size = now
    const megabytes = Math.floor(size / MEGABYTE)
    if (megabytes >= saidMegabytes + 10) {
      saidMegabytes = megabytes
      say(`${megabytes} MB … `)
    }
    if (performance.now() - grewAtMs > STALL_MS) child.kill()
  }, LOOK_EVERY_MS)
  return new Promise((resolve) => {
    child.on('close', () => {
      clearInterval(look)
      resolve()
    })
    child.on('error', () => resolve())
  })
}

function bytesIn(place: string): number {
  if (!existsSync(place)) return 0
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.reduce((sum, { parentPath, name }) => sum + sizeOf(join(parentPath, name)), 0)
}

/** The file may be moved while we look. */
function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
