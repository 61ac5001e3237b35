// The hub's composition root: one house, served from this machine to browsers on it. Wiring only.

import { join } from 'node:path'
import packageJson from '../../../package.json' with { type: 'json' }
import { openHouse } from '../house/open-house.ts'
import { helpText, readOptions } from '../house/options.ts'
import { StartRefused } from '../store/open-database.ts'
import { checkPort } from './free-port.ts'
import { openBrowser } from './open-browser.ts'
import { type Hub, serveHub } from './serve-hub.ts'

const { version } = packageJson

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if ('problem' in options) return stop(options.problem, 2)
  if (options.help) return console.log(helpText)
  await checkPort(options.port)
  const house = openHouse(options, version)
  const pages = join(import.meta.dirname, '..', 'renderer')
  const hub = await serveHub(house, { port: options.port, pages, version }).catch((error: unknown) => {
    house.close()
    throw error
  })
  closeOnSignals(() => hub.close().then(() => house.close()))
  const another = offerLinks(hub)
  const link = hub.newLink()
  console.log(`Guichet ${version} sells from ${options.data}`)
  const isShown = !options.headless && openBrowser(link)
  console.log(isShown ? `Its screens are open in your browser: ${hub.address}` : `Open its screens: ${link}`)
  if (another) console.log(another)
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

function stop(message: string, code: number): void {
  console.error(message)
  process.exitCode = code
}

main().catch((error: unknown) => {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  if (isTaken) return stop('That port is in use: choose another with --port N.', 1)
  return stop(error instanceof StartRefused ? `Guichet ${error.message}.` : String(error), 1)
})
