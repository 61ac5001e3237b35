// The windows of the app: the seller's, and the customer's on the second display. Owns how they look before their page does, where they were
// and where they stand; what a page in them may do is said in page-settings.ts, what is refused to it in guards.ts.

import { join } from 'node:path'
import {
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  type WebPreferences,
  app,
  nativeTheme,
  powerSaveBlocker,
  screen,
} from 'electron'
import { APP_ORIGIN } from './app-origin.ts'
import { type CustomerPlace, customerPlace } from './customer-place.ts'
import { pageSettings } from './page-settings.ts'
import { paperColour } from './paper-colour.ts'
import type { Blocker } from './stay-awake.ts'

/** A small counter screen; the page is drawn for it and up. */
const SMALLEST = { minWidth: 800, minHeight: 600 }

/** `folder`: where the build is. `isLocked`: [A7] full, and not to be closed, moved or put away. */
export interface WindowWishes {
  readonly folder: string
  readonly isLocked: boolean
}

/** Under it Electron keeps where the seller's window was; it brings back none that no display would show. */
const SELLER = 'seller'

export interface WindowWish {
  /** Where it was is forgotten first. */
  readonly reset: boolean
  /** It comes back where it was, and remembers where it is. */
  readonly keepsPlace: boolean
}

/** What every page of ours runs in. */
function webPreferences({ folder, isLocked }: WindowWishes): WebPreferences {
  return pageSettings(join(folder, 'preload', 'index.cjs'), !app.isPackaged && !isLocked)
}

/** Windows and macOS take the program's own; on Linux each window brings it. */
const iconIn = (folder: string) => join(folder, 'renderer', 'icon.png')

/** [A7] */
const locked = { kiosk: true, closable: false, minimizable: false }

export function openWindow(wishes: WindowWishes, { reset, keepsPlace }: WindowWish): BrowserWindow {
  if (reset) BrowserWindow.clearPersistedState(SELLER)
  const window = new BrowserWindow({
    ...SMALLEST,
    width: 1280,
    height: 800,
    ...(keepsPlace && { name: SELLER, windowStatePersistence: { bounds: true, displayMode: true } }),
    title: 'Guichet',
    icon: iconIn(wishes.folder),
    autoHideMenuBar: true,
    // Shown when it has something to show.
    show: false,
    backgroundColor: paperNow(),
    ...(wishes.isLocked && locked),
    webPreferences: webPreferences(wishes),
  })
  window.once('ready-to-show', () => window.show())
  // The system goes from light to dark, or somebody chose so.
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(paperNow())
  })
  void window.loadURL(`${APP_ORIGIN}/`)
  return window
}

/** What the seller chose for the page is so for everything around it: menu, dialogs, what shows through while the page is drawn. */
export function dress(scheme: 'system' | 'light' | 'dark'): void {
  nativeTheme.themeSource = scheme
}

function paperNow(): string {
  return nativeTheme.shouldUseDarkColors ? paperColour.dark : paperColour.light
}

/** [A5] A screen that sleeps has to be woken before every customer. */
export function sleepBlocker(): Blocker {
  let id = 0
  return {
    start: () => {
      id = powerSaveBlocker.start('prevent-display-sleep')
    },
    stop: () => void powerSaveBlocker.stop(id),
  }
}

/** Whoever starts the program a second time wants this one. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function placeNow(isLocked: boolean): CustomerPlace {
  return customerPlace(screen.getAllDisplays(), screen.getPrimaryDisplay().id, isLocked)
}

/** All of the second display, where there is one; else beside the seller's. Null: there is no room for it. */
export function customerWindow(wishes: WindowWishes): BrowserWindowConstructorOptions | null {
  const place = placeNow(wishes.isLocked)
  if (place.kind === 'nowhere') return null
  return {
    ...SMALLEST,
    ...(place.kind === 'all-of' && { ...place.bounds, fullscreen: true }),
    icon: iconIn(wishes.folder),
    autoHideMenuBar: true,
    ...(wishes.isLocked && locked),
    webPreferences: webPreferences(wishes),
  }
}

/** Displays are plugged in and pulled while a house sells: the customer's window goes to the second one, and away from one that is gone. */
export function followDisplays(window: BrowserWindow, { isLocked }: WindowWishes): void {
  const move = () => {
    const place = placeNow(isLocked)
    if (place.kind === 'nowhere') return window.destroy()
    window.setFullScreen(false)
    if (place.kind === 'all-of') window.setBounds(place.bounds)
    window.setFullScreen(place.kind === 'all-of')
  }
  screen.on('display-added', move)
  screen.on('display-removed', move)
  window.once('closed', () => {
    screen.off('display-added', move)
    screen.off('display-removed', move)
  })
}
