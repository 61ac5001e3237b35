// The hub's composition root: one house, served from this machine to browsers on it. Wiring only.

import { join } from 'node:path'
import packageJson from '../../../package.json' with { type: 'json' }
import { openHouse } from '../house/open-house.ts'
import { helpText, readOptions } from '../house/options.ts'
import { StartRefused } from '../store/open-database.ts'
import { openBrowser } from './open-browser.ts'
import { serveHub } from './serve-hub.ts'

const { version } = packageJson

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if ('problem' in options) return stop(options.problem, 2)
  if (options.help) return console.log(helpText)
  const house = openHouse(options, version)
  const pages = join(import.meta.dirname, '..', 'renderer')
  const hub = await serveHub(house, { port: options.port, pages, version }).catch((error: unknown) => {
    house.close()
    throw error
  })
  const link = hub.newLink()
  console.log(`Guichet ${version} sells from ${options.data}`)
  const isShown = !options.headless && openBrowser(link)
  console.log(isShown ? `Its screens are open in your browser: ${hub.address}` : `Open its screens: ${link}`)
  const close = () => void hub.close().then(() => house.close())
  process.once('SIGINT', close).once('SIGTERM', close)
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
