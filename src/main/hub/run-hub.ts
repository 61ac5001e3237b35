// A hub from its first line to its last: opens the house, serves it, says where, closes in order. For the headless program and for a
// kiosk that is started without a window. Owns what is printed; must never know which of the two it is in.

import { keepNetwork } from '../house/network-file.ts'
import type { Options } from '../house/options.ts'
import { StartRefused } from '../store/open-database.ts'
import { hubPrinters } from '../printing/hub-printers.ts'
import { NotJoined, joinFromTerminal } from './join-from-terminal.ts'
import { checkPort } from './free-port.ts'
import { openBrowser } from './open-browser.ts'
import { openServed } from './served.ts'
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
  const served = await openServed(options, version, { printers: hubPrinters(options.data) })
  const hub = await serveHub(served, { port: options.port, pages, version }).catch((error: unknown) => {
    served.close()
    throw error
  })
  closeOnSignals(async () => {
    await hub.close()
    served.close()
    onClosed()
  })
  const another = offerLinks(hub)
  const link = hub.newLink()
  console.log(`Guichet ${version} ${served.told}`)
  const isShown = !options.headless && openBrowser(link)
  console.log(isShown ? `Its screens are open in your browser: ${hub.address}` : `Open its screens: ${link}`)
  if (another) console.log(another)
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
function offerLinks(hub: Hub): string | null {
  if (process.platform === 'win32') return null
  process.on('SIGUSR2', () => console.log(`Open its screens: ${hub.newLink()}`))
  return `For another browser: kill -USR2 ${process.pid} prints another link.`
}
