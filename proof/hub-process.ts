// A hub process as its parent sees it: started, asked for links, ended. Owns the process; must never outlive its parent.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const PATIENCE_MS = 30_000

/** The user that a hub runs as; null: the user who runs the proof. */
export interface Person {
  readonly uid: number
  readonly gid: number
}

export class HubProcess {
  readonly #child: ChildProcess
  readonly #ended: Promise<number | null>
  readonly #links: string[] = []
  readonly #lines: string[] = []
  #onLink: (() => void) | null = null

  /** `folder`: where its empty pages are put; `data`: its house; `words`: further arguments on its command line. */
  constructor(folder: string, data: string, person: Person | null = null, words: readonly string[] = []) {
    const pages = join(folder, 'pages')
    mkdirSync(pages, { recursive: true })
    const program = join(import.meta.dirname, 'hub.ts')
    const own = ['--data', data, '--port', '0', '--headless', '--no-demo']
    const args = ['--expose-gc', program, pages, ...own, ...words]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], ...person })
    const end = () => child.kill('SIGKILL')
    process.once('exit', end)
    for (const stream of [child.stdout, child.stderr])
      if (stream) createInterface({ input: stream }).on('line', (line) => this.#hear(line))
    this.#child = child
    this.#ended = new Promise((resolve) => {
      child.once('close', (code) => {
        process.off('exit', end)
        resolve(code)
      })
    })
  }

  /** All that it printed. */
  get lines(): readonly string[] {
    return this.#lines
  }

  /** A link that lets one desk in: the first one, and another each time it is asked. Throws if the hub ends instead. */
  async link(): Promise<string> {
    if (this.#lines.length > 0) this.#child.kill('SIGUSR2')
    const heard = new Promise<void>((resolve) => {
      this.#onLink = resolve
      if (this.#links.length > 0) resolve()
    })
    await Promise.race([heard, this.#ended, patience()])
    const link = this.#links.shift()
    if (link === undefined) throw new Error(`the hub gave no link:\n${this.#lines.join('\n')}`)
    return link
  }

  /** Its heap after a garbage collection. */
  async heapBytes(): Promise<number> {
    const told = once(this.#child, 'message') as Promise<[number]>
    this.#child.send('heap')
    const [bytes] = await told
    return bytes
  }

  /** Its exit code, if it ends by itself; null: it did not in time, or was killed. */
  async end(): Promise<number | null> {
    const code = await Promise.race([this.#ended, patience()])
    return code === undefined ? null : code
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM')
    const code = await this.end()
    if (code === 0) return
    this.#child.kill('SIGKILL')
    throw new Error(`the hub ended with ${code}:\n${this.#lines.join('\n')}`)
  }

  #hear(line: string): void {
    this.#lines.push(line)
    const link = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(line)?.[0]
    if (link === undefined) return
    this.#links.push(link)
    this.#onLink?.()
  }
}

function patience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, undefined).unref())
}
