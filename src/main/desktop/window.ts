// The windows of the app: the seller's, and the customer's on the second display. Owns how they look before their page does, and where
// they stand now and at the next start; page-settings.ts says what a page in them may do, guards.ts what is refused to it.

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

/** A small counter screen; the page is laid out for this size and larger. */
const SMALLEST = { minWidth: 800, minHeight: 600 }

/** `folder`: where the build is. `isLocked`: [A7] full screen, and not to be closed, moved or minimized. */
export interface WindowWishes {
  readonly folder: string
  readonly isLocked: boolean
}

/** Under this name Electron keeps the position of the seller's window; it restores none that no display would show. */
const SELLER = 'seller'

export interface WindowWish {
  /** The remembered position is forgotten first. */
  readonly reset: boolean
  /** The window comes back where it was, and remembers where it is. */
  readonly keepsPlace: boolean
}

/** The environment of every page of ours. */
function webPreferences({ folder, isLocked }: WindowWishes): WebPreferences {
  return pageSettings(join(folder, 'preload', 'index.cjs'), !app.isPackaged && !isLocked)
}

/** Windows and macOS use the program's own icon; on Linux each window brings it. */
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

/**
 * The colour scheme that the seller chose applies to everything around the page too: menu, dialogs, what shows through while the page is
 * drawn.
 */
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

/** A second start of the program wants this window. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function placeNow(isLocked: boolean): CustomerPlace {
  return customerPlace(screen.getAllDisplays(), screen.getPrimaryDisplay().id, isLocked)
}

/** All of the second display, where there is one; else beside the seller's window. Null: there is no room for it. */
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

/**
 * Displays are plugged in and unplugged while a house sells: the customer's window goes to the second one, and leaves one that is gone.
 */
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
