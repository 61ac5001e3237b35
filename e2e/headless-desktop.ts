import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { installedElectron } from '../scripts/electron-program.ts'
import { desktopKind } from './desktop.ts'
import { nodeProgram } from './hub-process.ts'

const root = join(import.meta.dirname, '..')

/** The desktop program started with `--headless`, real or with the stand-in: no window, a hub on a free port. */
export function startHeadless(data: string): {
  readonly child: ChildProcess
  readonly link: Promise<string>
  readonly ended: Promise<number | null>
} {
  const electron = desktopKind().isReal ? installedElectron() : null
  const register = join(import.meta.dirname, 'stand-in', 'register.ts')
  const standIn = ['--import', register, join(root, 'out', 'main', 'index.js')]
  const words = [...(electron ? [root] : standIn), '--headless', '--port', '0', '--data', data]
  const child = spawn(electron ?? nodeProgram(), words, {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
  const link = new Promise<string>((resolve) => {
    if (!child.stdout) return
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /http:\/\/\S+token=\S+/.exec(line)?.[0]
      if (found !== undefined) resolve(found)
    })
  })
  return { child, link, ended: new Promise((resolve) => child.once('close', resolve)) }
}
