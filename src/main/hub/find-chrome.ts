import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** By name, those closest to Electron's rendering first. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
/** Where these two systems install programs, which are not on the PATH. */
const places: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((variable) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((program) =>
      join(process.env[variable] ?? 'C:\\', program),
    ),
  ),
}

/** An installed Chrome or a relative of it, by its full path; null where there is none. */
export function findChrome(): string | null {
  const found = names.map(onPath).find((path) => path !== null)
  return found ?? (places[process.platform] ?? []).find(isRunnable) ?? null
}

/** The program of this name that a shell would run, or null. */
export function onPath(name: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find(isRunnable) ?? null
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
