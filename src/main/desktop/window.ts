import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import { APP_ORIGIN } from './app-protocol.ts'

/** A small counter screen; the page is drawn for it and up. */
const SMALLEST = { minWidth: 800, minHeight: 600 }

export function openWindow(folder: string): BrowserWindow {
  const window = new BrowserWindow({
    ...SMALLEST,
    width: 1280,
    height: 800,
    title: 'Guichet',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(folder, 'preload', 'index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  })
  void window.loadURL(`${APP_ORIGIN}/`)
  return window
}
