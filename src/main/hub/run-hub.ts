// A hub from its first line to its last: opens the house, serves it, says where, closes in order. For the headless program and for a
// kiosk that is started without a window. Owns what is printed; must never know which of the two it is in.

import { known } from '../../shared/lib/assert.ts'
import { keepNetwork } from '../house/network-file.ts'
import type { Options } from '../house/options.ts'
import { StartRefused } from '../store/open-database.ts'
import { hubPrinters } from '../printing/hub-printers.ts'
import { NotJoined, joinFromTerminal } from './join-from-terminal.ts'
import { checkPort } from './free-port.ts'
import { openBrowser } from './open-browser.ts'
import { type Served, openServed } from './served.ts'
import { type Hub, serveHub } from './serve-hub.ts'

export interface HubRun {
  readonly options: Options
  readonly version: string
  /** The built screens. */
  readonly pages: string
  /** After the last sale is closed and the port is free. */
  readonly onClosed: () => void
}

/** Runs until a signal ends it. Throws before it serves anything; `startProblem` words it. */
export async function runHub({ options, version, pages, onClosed }: HubRun): Promise<void> {
  if (options.leaveHub) keepNetwork(options.data, { hub: null })
  if (options.joinHub) await joinFromTerminal(options.joinHub, options.data)
  await checkPort(options.port)
  const run = new Run({ options, version, pages, onClosed })
  await run.open(options.port)
  closeOnSignals(() => run.close())
  const another = offerLinks(() => run.newLink())
  const link = run.newLink()
  console.log(`Guichet ${version} ${run.told}`)
  const isShown = !options.headless && openBrowser(link)
  console.log(isShown ? `Its screens are open in your browser: ${run.address}` : `Open its screens: ${link}`)
  if (another) console.log(another)
}

/** What is served now, behind one address: a machine that has joined a hub is opened anew on the same port, and its screens come back. */
class Run {
  readonly #parts: HubRun
  #served: Served | null = null
  #hub: Hub | null = null

  constructor(parts: HubRun) {
    this.#parts = parts
  }

  get address(): string {
    return known(this.#hub, 'hub').address
  }

  get told(): string {
    return known(this.#served, 'what is served').told
  }

  newLink(): string {
    return known(this.#hub, 'hub').newLink()
  }

  async open(port: number): Promise<void> {
    const { options, version, pages } = this.#parts
    const parts = { printers: hubPrinters(options.data), onJoined: () => void this.#openAnew() }
    const served = await openServed(options, version, parts)
    this.#served = served
    this.#hub = await serveHub(served, { port, pages, version }).catch((error: unknown) => {
      served.close()
      throw error
    })
  }

  async close(): Promise<void> {
    await this.#hub?.close()
    this.#served?.close()
    this.#parts.onClosed()
  }

  async #openAnew(): Promise<void> {
    const port = Number(new URL(this.address).port)
    await this.#hub?.close()
    this.#served?.close()
    try {
      await this.open(port)
      console.log(`Guichet ${this.#parts.version} ${this.told}`)
    } catch (error) {
      console.error(startProblem(error))
      process.exitCode = 1
    }
  }
}

/** Why a house or its hub did not start, in one line. */
export function startProblem(error: unknown): string {
  if (error instanceof NotJoined) return error.message
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  if (isTaken) return 'That port is in use: choose another with --port N.'
  return error instanceof StartRefused ? `Guichet ${error.message}.` : String(error)
}

/** Once, however often it is asked: Ctrl-C comes twice where a parent passes on what the terminal has sent already. */
function closeOnSignals(close: () => Promise<void>): void {
  let isClosing = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!isClosing) void close()
      isClosing = true
    })
  }
}

/** A hub that runs for weeks, perhaps with no terminal, lets in another browser by a signal. Windows has none. */
function offerLinks(newLink: () => string): string | null {
  if (process.platform === 'win32') return null
  process.on('SIGUSR2', () => console.log(`Open its screens: ${newLink()}`))
  return `For another browser: kill -USR2 ${process.pid} prints another link.`
}
