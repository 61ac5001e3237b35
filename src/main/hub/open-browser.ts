import { spawn } from 'node:child_process'
import { findChrome, onPath } from './find-chrome.ts'

/** Opens the address as an app window where a Chrome is installed, else in the usual browser. False: there is none, or no screen. */
export function openBrowser(address: string): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return false
  const [command, ...args] = commandFor(address)
  if (!command) return false
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => console.log(`Open its screens: ${address}`))
  child.unref()
  return true
}

/** As large as the desktop window, without the browser's first-run questions. */
const quietWindow = ['--new-window', '--window-size=1280,800', '--no-first-run', '--no-default-browser-check']

function commandFor(address: string): string[] {
  if (process.platform === 'darwin') return ['open', address]
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '', address]
  const chrome = findChrome()
  // Chromium refuses its sandbox to root; whoever runs a desktop as root has given it up already.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  if (chrome) return [chrome, ...asRoot, ...quietWindow, `--app=${address}`]
  const opener = onPath('xdg-open')
  return opener ? [opener, address] : []
}
