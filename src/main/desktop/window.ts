import { join } from 'node:path'
import { BrowserWindow, type BrowserWindowConstructorOptions, type WebPreferences, screen } from 'electron'
import { APP_ORIGIN } from './app-protocol.ts'

/** A small counter screen; the page is drawn for it and up. */
const SMALLEST = { minWidth: 800, minHeight: 600 }

/** What every page of ours runs in. */
function webPreferences(folder: string): WebPreferences {
  return {
    preload: join(folder, 'preload', 'index.cjs'),
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
  }
}

export function openWindow(folder: string): BrowserWindow {
  const window = new BrowserWindow({
    ...SMALLEST,
    width: 1280,
    height: 800,
    title: 'Guichet',
    autoHideMenuBar: true,
    webPreferences: webPreferences(folder),
  })
  void window.loadURL(`${APP_ORIGIN}/`)
  return window
}

/** The customer's window: all of the second display, where there is one; else beside the seller's. */
export function customerWindow(folder: string): BrowserWindowConstructorOptions {
  const primary = screen.getPrimaryDisplay().id
  const second = screen.getAllDisplays().find(({ id }) => id !== primary)
  return {
    ...SMALLEST,
    ...(second && { ...second.bounds, fullscreen: true }),
    autoHideMenuBar: true,
    webPreferences: webPreferences(folder),
  }
}
