import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { App, CrashReporter } from 'electron'

/** In the house's folder. */
export const crashFolder = (data: string): string => join(data, 'crashes')

/**
 * A house is a folder, and what the window keeps is in it too: its position, its page's storage, crash reports. So each house has windows
 * of its own, and a second start finds the first by its folder. To be called before anything else of Electron's.
 */
export function liveIn(data: string, app: Pick<App, 'setPath'>, crashReporter: Pick<CrashReporter, 'start'>) {
  const window = join(data, 'window')
  for (const folder of [window, crashFolder(data)]) mkdirSync(folder, { recursive: true, mode: 0o700 })
  app.setPath('userData', window)
  app.setPath('sessionData', window)
  app.setPath('crashDumps', crashFolder(data))
  // Kept here, sent to nobody.
  crashReporter.start({ uploadToServer: false, ignoreSystemCrashHandler: false })
}
