import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { browserOptions } from './browser.ts'
import { desktopKind } from './desktop.ts'

const root = join(import.meta.dirname, '..')
const built = ['out/main/index.js', 'out/main/hub.js', 'out/preload/index.cjs', 'out/renderer/index.html']

/** Before all tests: that there is something to test, and what it runs on. */
// oxlint-disable-next-line import/no-default-export -- Playwright calls the default export
export default function announce(): void {
  const missing = built.filter((file) => !existsSync(join(root, file)))
  if (missing.length > 0) throw new Error(`Not built: ${missing.join(', ')}. Run npm run build first.`)
  console.log(`browser: ${browserOptions().executablePath}\n${desktopKind().line}`)
}
