// The window's menu. Owns its entries, their order and their keys on this system; the actions are passed in. A kiosk that is locked has
// none.

import type { MenuItemConstructorOptions } from 'electron'
import type { DeskPlace, deskScreens } from '../../shared/contract/desk-place.ts'
import type { WindowWords } from './window-words.ts'

export interface MenuDeeds {
  readonly go: (place: DeskPlace) => void
  readonly backUp: () => void
  readonly restore: () => void
  /** Null: this machine is not updated from within. */
  readonly update: (() => void) | null
  readonly openData: () => void
  readonly openLogs: () => void
  readonly copyDiagnostics: () => void
}

export interface MenuWish {
  readonly words: WindowWords
  readonly platform: NodeJS.Platform
  readonly deeds: MenuDeeds
}

type Entry = MenuItemConstructorOptions
const line: Entry = { type: 'separator' }

/** The page handles these keys itself, before the menu on every platform but macOS: here they are shown, and mean the same. */
const keys: Partial<Record<(typeof deskScreens)[number], string>> = { find: 'F2' }

export function menuTemplate({ words, platform, deeds }: MenuWish): Entry[] {
  const isMac = platform === 'darwin'
  const quit: Entry = { role: 'quit', label: words.quit }
  const about: Entry = { role: 'about', label: words.about }
  const ofApp: Entry = {
    label: 'Guichet',
    submenu: [about, line, { role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }, line, quit],
  }
  const backUp: Entry = { id: 'back-up', label: words.backUp, click: deeds.backUp }
  const restore: Entry = { id: 'restore', label: words.restore, click: deeds.restore }
  const update: Entry[] = deeds.update
    ? [line, { id: 'update', label: words.update, click: deeds.update }]
    : []
  return [
    ...(isMac ? [ofApp] : []),
    { label: words.file, submenu: [backUp, restore, ...update, ...(isMac ? [] : [line, quit])] },
    { label: words.edit, submenu: editing(words) },
    { label: words.go, submenu: places(words, deeds) },
    // No zoom: the layout is made for its sizes, and a map has its own zoom.
    { label: words.view, submenu: [{ role: 'togglefullscreen', label: words.fullScreen }] },
    // No key closes the window: one slip of a finger would end the sale.
    { role: 'window', label: words.window, submenu: [{ role: 'minimize', label: words.minimize }] },
    { role: 'help', label: words.help, submenu: helping(words, deeds, isMac ? [] : [line, about]) },
  ]
}

function editing(words: WindowWords): Entry[] {
  return [
    { role: 'undo', label: words.undo },
    { role: 'redo', label: words.redo },
    line,
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'selectAll', label: words.selectAll },
  ]
}

/** The same places as in the palette. */
function places(words: WindowWords, { go }: MenuDeeds): Entry[] {
  const names = ['tonight', 'find', 'shift', 'money', 'gate', 'manage'] as const
  return names.map((name) => ({
    id: `go ${name}`,
    label: words[name],
    ...(keys[name] && { accelerator: keys[name], registerAccelerator: false }),
    click: () => go({ kind: 'screen', name }),
  }))
}

function helping(words: WindowWords, deeds: MenuDeeds, last: readonly Entry[]): Entry[] {
  return [
    { id: 'data', label: words.dataFolder, click: deeds.openData },
    { id: 'logs', label: words.logs, click: deeds.openLogs },
    { id: 'diagnostics', label: words.diagnostics, click: deeds.copyDiagnostics },
    ...last,
  ]
}
