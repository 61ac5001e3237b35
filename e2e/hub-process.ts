// The built hub as a process of its own, on a data folder of its own. Owns both and removes both; must never reach into the hub except by
// what a person at a terminal has: its lines, its signals, its folder.

import { join } from 'node:path'
import { loggedErrors, makeDataFolder, makeDemoFolder, removeDataFolder } from './data-folder.ts'
import type { ClockSide } from './hub-clock.ts'
import { type Far, openLine } from './line.ts'
import { type Program, nodeProgram, startProgram } from './program.ts'
import { known } from '../src/shared/lib/assert.ts'

/** A new house with a stadium of 80,000 seats takes a second; a busy machine ten times that. */
const START_PATIENCE_MS = 20_000
/** Everything in progress ends within one commit. */
const STOP_PATIENCE_MS = 10_000
const root = join(import.meta.dirname, '..')
const ownProgram = join(root, 'out', 'main', 'hub.js')
const clock = join(import.meta.dirname, 'hub-clock.ts')

export interface HubOptions {
  /** How long a hold lives; the house's own 300 s where it is left out. */
  readonly holdSeconds?: number
  /** Further words on the command line. */
  readonly words?: readonly string[]
  /** How long an untouched desk stays signed in; 300 s where it is left out. */
  readonly lockSeconds?: number
  /** The test may put its clock forward: `passTime`. */
  readonly ownsClock?: boolean
  /** Joins that hub at its first start, typing the answers on its terminal. */
  readonly joins?: { readonly hub: string; readonly code: string; readonly name: string }
  /** The same program in another place. */
  readonly program?: string
  /** False: an empty house. */
  readonly demo?: boolean
  /** Further environment variables. */
  readonly env?: Readonly<Record<string, string>>
  /** An existing folder, which is then not removed. */
  readonly data?: string
}

export interface Hub {
  /** `http://127.0.0.1:34143`: the same over restarts. */
  readonly address: string
  /** The link of the newest start: lets one browser in, once. */
  readonly link: string
  readonly data: string
  /** Another link, for another browser. */
  newLink(): Promise<string>
  /** Ends it in order, as Ctrl-C does. Throws when it does not end well. */
  stop(): Promise<void>
  /** Ends it as a power cut does. */
  kill(): Promise<void>
  /** Starts it again after `stop` or `kill`, on the same folder and port. */
  start(): Promise<void>
  /** `stop`, then `start`. */
  restart(): Promise<void>
  /** Puts its clock forward, where the test owns it; it stays ahead over restarts. */
  passTime(ms: number): Promise<void>
  /** All it printed so far, one entry per line. */
  readonly lines: readonly string[]
  /** Error lines of its log: each means that somebody must look. */
  errors(): readonly string[]
  /** Ends it and removes its folder. */
  remove(): Promise<void>
}

export async function startHub(options: HubOptions = {}): Promise<Hub> {
  const hub = new HubProcess(options)
  try {
    await hub.start()
  } catch (error) {
    await hub.remove()
    throw error
  }
  return hub
}

class HubProcess implements Hub {
  readonly data: string
  readonly lines: string[] = []
  readonly #options: HubOptions
  #program: Program | null = null
  #clock: Far<ClockSide> | null = null
  #aheadMs = 0
  #link = ''
  #waiting: ((link: string) => void)[] = []

  constructor(options: HubOptions) {
    this.#options = options
    this.data = options.data ?? (options.demo === false ? makeDataFolder() : makeDemoFolder())
  }

  get link(): string {
    return this.#link
  }

  get address(): string {
    return this.#link.replace(/\/\?.*$/, '')
  }

  get #runs(): boolean {
    const { exitCode, signalCode } = this.#program?.child ?? {}
    return exitCode === null && signalCode === null
  }

  async start(): Promise<void> {
    if (this.#runs) throw new Error('the hub runs already')
    const { ownsClock = false, joins, env, program = ownProgram } = this.#options
    const words = [...(ownsClock ? ['--import', clock] : []), program, ...this.#arguments()]
    const started = startProgram(
      nodeProgram(),
      words,
      {
        stdio: ['pipe', 'pipe', 'pipe', ...(ownsClock ? (['ipc'] as const) : [])],
        env: { ...process.env, ...env, HUB_CLOCK_AHEAD_MS: String(this.#aheadMs) },
      },
      (line) => this.#hear(line),
    )
    started.child.stdin?.end(joins && this.#link === '' ? `${joins.code}\n${joins.name}\n` : '')
    this.#program = started
    this.#clock = ownsClock ? openLine<ClockSide>(started.child, {}).far : null
    this.#link = await this.#nextLink('did not start')
  }

  async stop(): Promise<void> {
    const code = await this.#end('SIGTERM')
    if (code !== 0) throw new Error(`the hub ended with ${code}:\n${this.lines.join('\n')}`)
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  passTime(ms: number): Promise<void> {
    if (!this.#clock) throw new Error('the clock of this hub is not ours')
    this.#aheadMs += ms
    return this.#clock.pass(ms)
  }

  newLink(): Promise<string> {
    const link = this.#nextLink('printed no link')
    this.#program?.child.kill('SIGUSR2')
    return link
  }

  errors(): readonly string[] {
    return loggedErrors(this.data)
  }

  async remove(): Promise<void> {
    if (this.#runs) await this.#end('SIGTERM')
    if (this.#options.data === undefined) removeDataFolder(this.data)
  }

  #arguments(): string[] {
    const { holdSeconds, lockSeconds, demo = true, words = [], joins } = this.#options
    // The first port is any free one; later starts keep it, so that open pages find their hub again.
    const port = this.#link === '' ? '0' : new URL(this.#link).port
    return [
      '--headless',
      // A test does not announce itself on any network.
      '--no-find',
      '--port',
      port,
      '--data',
      this.data,
      ...(lockSeconds === undefined ? [] : ['--lock-seconds', String(lockSeconds)]),
      ...(holdSeconds === undefined ? [] : ['--hold-seconds', String(holdSeconds)]),
      ...(demo ? [] : ['--no-demo']),
      ...(joins && this.#link === '' ? ['--join', joins.hub] : []),
      ...words,
    ]
  }

  #hear(line: string): void {
    this.lines.push(line)
    const link = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(line)?.[0]
    if (link !== undefined) this.#waiting.shift()?.(link)
  }

  async #nextLink(failure: string): Promise<string> {
    const { promise: heard, resolve } = Promise.withResolvers<string>()
    this.#waiting.push(resolve)
    const link = await Promise.race([heard, this.#program?.ended, wait(START_PATIENCE_MS)])
    if (typeof link === 'string') return link
    throw new Error(`the hub ${failure}:\n${this.lines.join('\n')}`)
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    this.#waiting = []
    const { child, ended } = known(this.#program, 'a hub that runs')
    child.kill(signal)
    const code = await Promise.race([ended, wait(STOP_PATIENCE_MS)])
    if (code !== undefined) return code
    child.kill('SIGKILL')
    await ended
    throw new Error(`the hub did not end within ${STOP_PATIENCE_MS} ms:\n${this.lines.join('\n')}`)
  }
}

function wait(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined).unref())
}
