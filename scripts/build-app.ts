// The built program under `out`, rebuilt only where its sources have changed since. Owns what counts as a change; electron.vite.config.ts
// says how it is built.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = ['src', 'db', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
/** One of the files that every build writes: its time tells whether another build ran since. */
const WRITTEN = join('out', 'main', 'hub.js')
const NOTE = join('out', 'built-from')

const project = join(import.meta.dirname, '..')

/** Builds it where needed, and returns whether it is built now. `say` is told once, where that takes time. */
export function buildApp(say: (text: string) => void, root = project): boolean {
  if (isBuilt(root)) return true
  say('Building Guichet: some 20 seconds, once for this version …')
  rmSync(join(root, NOTE), { force: true })
  const electronVite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { status } = spawnSync(process.execPath, [electronVite, 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status === 0) writeFileSync(join(root, NOTE), stateOf(root))
  return status === 0
}

/** For measurements of the built program: throws where there is none. */
export function needBuiltApp(): void {
  if (!buildApp(() => {})) throw new Error('not built: the lines above say why')
}

export function isBuilt(root: string): boolean {
  try {
    return readFileSync(join(root, NOTE), 'utf8') === stateOf(root)
  } catch {
    return false
  }
}

/** The state of sources and program: every file's name, length and time, and the key that a build takes from the environment. */
function stateOf(root: string): string {
  const files = SOURCES.flatMap((name) => filesIn(root, name))
  const lines = [...files, WRITTEN].map((file) => {
    const { size, mtimeMs } = statSync(join(root, file))
    return `${file} ${size} ${mtimeMs}`
  })
  const key = process.env['GUICHET_UPDATE_KEY'] ?? ''
  return createHash('sha256')
    .update([...lines, key].join('\n'))
    .digest('hex')
}

function filesIn(root: string, name: string): readonly string[] {
  if (!statSync(join(root, name)).isDirectory()) return [name]
  const entries = readdirSync(join(root, name), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted()
}
