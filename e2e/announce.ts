import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { testBrowserOptions } from './browser.ts'
import { keepDemoHouse, makeDataFolder, removeDataFolder } from './data-folder.ts'
import { desktopKind } from './desktop.ts'
import { startHub } from './hub-process.ts'

const root = join(import.meta.dirname, '..')
const built = ['out/main/index.js', 'out/main/hub.js', 'out/preload/index.cjs', 'out/renderer/index.html']

/** Before all tests: checks that there is something to test, says what it runs on, and makes one demo house for all to copy. */
// oxlint-disable-next-line import/no-default-export -- Playwright calls the default export
export default async function announce(): Promise<() => void> {
  const missing = built.filter((file) => !existsSync(join(root, file)))
  if (missing.length > 0) throw new Error(`Not built: ${missing.join(', ')}. Run npm run build first.`)
  console.log(`browser: ${testBrowserOptions().executablePath}\n${desktopKind().line}`)
  const data = makeDataFolder()
  // Every test starts a program of its own from the same three megabytes: they are compiled once.
  const compiled = makeDataFolder()
  process.env['NODE_COMPILE_CACHE'] = compiled
  const hub = await startHub({ data })
  await hub.stop()
  keepDemoHouse(data)
  return () => [data, compiled].forEach(removeDataFolder)
}
