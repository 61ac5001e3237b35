// A hub from start to end: opens the house, serves it, prints its addresses, closes in order. For the headless program and for a kiosk
// that is started without a window. Owns what is printed; must never know which of the two it is in.

import { known } from '../../shared/lib/assert.ts'
import { outwardAddress } from '../house/outward-address.ts'
import { keepHub } from '../house/network-file.ts'
import { systemClock } from '../house/world.ts'
import { noteFailures } from '../house/note-failures.ts'
import type { Log } from '../engine/ports.ts'
import { finderOf } from '../house/open-house.ts'
import type { Options } from '../house/options.ts'
import { type SecretShelf, plainShelf } from '../house/secret-shelf.ts'
import { StartRefused } from '../store/open-database.ts'
import { hubPrinters } from '../printing/hub-printers.ts'
import { NotJoined, joinFromTerminal } from './join-from-terminal.ts'
import { openCertificate } from './certificate.ts'
import { checkPort } from './free-port.ts'
import { endedText } from '../house/unfinished-restore.ts'
import { openBrowser } from './open-browser.ts'
import { type Served, openServed } from './served.ts'
import type { ScreensPlace } from './place.ts'
import { type Hub, serveHub } from './serve-hub.ts'

export interface HubRun {
  readonly options: Options
  readonly version: string
  /** The built screens. */
  readonly pages: string
  /** [I42] Seals its secrets; plain Node has none. */
  readonly shelf?: SecretShelf
  /** After the last sale is closed and the port is free. */
  readonly onClosed: () => void
}

/** Runs until a signal ends it. Throws before it serves anything; `startProblem` words it. */
export async function runHub({
  options,
  version,
  pages,
  shelf = plainShelf,
  onClosed,
}: HubRun): Promise<void> {
  if (options.leaveHub) keepHub(options.data, null, systemClock.nowMs())
  if (options.joinHub)
    await joinFromTerminal(options.joinHub, { data: options.data, shelf }, finderOf(options, quiet))
  await checkPort(options.port)
  const run = new Run({ options, version, pages, shelf, onClosed })
  await run.open(options.port)
  noteFailures(() => run.log)
  closeOnSignals(() => run.close())
  const another = offerLinks(() => run.newLinks())
  const link = run.newLink()
  if (run.ended) console.log(run.ended)
  console.log(`Guichet ${version} ${run.told}`)
  const isShown = !options.headless && openBrowser(link)
  console.log(isShown ? `Its screens are open in your browser: ${run.address}` : `Open its screens: ${link}`)
  const ofVenue = run.newScreensLink()
  if (ofVenue) console.log(`On your network: ${ofVenue}`)
  if (another) console.log(another)
}

/**
 * What is served now, behind one address: a machine that has joined a hub is opened again on the same port, and its screens reconnect.
 */
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

  get log(): Log {
    return known(this.#served, 'what is served').log
  }

  /** What the start found of an interrupted restore. */
  get ended(): string | null {
    const { ended } = known(this.#served, 'what is served')
    return ended && endedText(ended)
  }

  newLink(): string {
    return known(this.#hub, 'hub').newLink()
  }

  newLinks(): readonly string[] {
    const ofVenue = this.newScreensLink()
    return [`Open its screens: ${this.newLink()}`, ...(ofVenue ? [`On your network: ${ofVenue}`] : [])]
  }

  /** For a browser of the venue's network; null: none is let in. */
  newScreensLink(): string | null {
    const hub = known(this.#hub, 'hub')
    return hub.screensAddress && hub.newLink(hub.screensAddress)
  }

  async open(port: number): Promise<void> {
    const { options, version, pages, shelf = plainShelf } = this.#parts
    const parts = { printers: hubPrinters(options.data), shelf, onJoined: () => void this.#openAnew() }
    // A certificate that cannot be used is reported before anything is opened.
    const screens = screensOf(options)
    const served = await openServed(options, version, parts)
    this.#served = served
    this.#hub = await serveHub(served, { port, pages, version, screens }).catch((error: unknown) => {
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
    try {
      await this.#hub?.close()
      this.#served?.close()
      await this.open(port)
      console.log(`Guichet ${this.#parts.version} ${this.told}`)
    } catch (error) {
      giveUp(error)
    }
  }
}

function screensOf({ screens }: Options): ScreensPlace | null {
  if (!screens) return null
  const { host, port, certificate, key } = screens
  const opened = openCertificate({ certificate, key })
  if (opened.untilMs < Date.now())
    console.error(`The certificate of the venue was over at ${new Date(opened.untilMs).toISOString()}.`)
  return { host: host ?? outwardAddress(), port, certificate: opened }
}

/** Used before there is a house with a log. */
const quiet: Log = { error: () => {}, info: () => {}, debug: () => {} }

/** Why a house or its hub did not start, in one line. */
export function startProblem(error: unknown): string {
  if (error instanceof NotJoined) return error.message
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  if (isTaken) return 'That port is in use: choose another with --port N.'
  return error instanceof StartRefused ? `Guichet ${error.message}.` : String(error)
}

/** A hub that serves nothing must not stay: whoever looks after it starts it again. */
function giveUp(error: unknown): void {
  console.error(startProblem(error))
  process.exit(1)
}

/** Acts once, however many signals come: Ctrl-C arrives twice where a parent passes on what the terminal has sent already. */
function closeOnSignals(close: () => Promise<void>): void {
  let isClosing = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!isClosing) close().catch(giveUp)
      isClosing = true
    })
  }
}

/** A hub that runs for weeks, perhaps with no terminal, prints a link for another browser on a signal. Windows has no such signal. */
function offerLinks(newLinks: () => readonly string[]): string | null {
  if (process.platform === 'win32') return null
  process.on('SIGUSR2', () => console.log(newLinks().join('\n')))
  return `For another browser: kill -USR2 ${process.pid} prints another link.`
}
