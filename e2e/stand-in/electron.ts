// Electron as main sees it, where its program cannot be had: what src/main uses and not one name more, typed by Electron's own
// declarations. Runs in main's process; windows are pages of a real Chromium in the test. Must never be kinder than Electron is.

import { EventEmitter } from 'node:events'
import { runInThisContext } from 'node:vm'
import type * as Electron from 'electron'
import { openLine } from '../line.ts'
import type { TestSide } from './pages.ts'
import { type StandInWindow, makeWindow } from './window.ts'

type SenderFrame = Readonly<{ url: string; isMain: boolean }>

let isReady = false
let isQuitting = false
let userData = ''
/** All windows there ever were, by their ids. */
const windows: StandInWindow[] = []
const openWindows = () => windows.filter((window) => !window.isDestroyed())
const appEvents = new EventEmitter()

/** What Electron accepts only before it is ready. */
function early(): void {
  if (isReady) throw new Error('This can only be called before app is ready')
}

/** Gives listeners an event that they may prevent; says whether one did. */
function isPrevented(emitter: EventEmitter | undefined, name: string, facts: object = {}): boolean {
  let prevented = false
  emitter?.emit(name, { ...facts, preventDefault: () => (prevented = true) })
  return prevented
}

export const app = Object.assign(appEvents, {
  isPackaged: false,
  enableSandbox: early,
  disableHardwareAcceleration: early,
  whenReady: async () => void (isReady = true),
  setPath: (name, path) => {
    if (name === 'userData') userData = path
  },
  /** One per folder; the test knows which are open. */
  requestSingleInstanceLock: (data) => {
    const isFirst = !(process.env['STAND_IN_OPEN'] ?? '').split('\n').includes(userData)
    void (isFirst ? test.first(userData) : test.second(userData, data))
    return isFirst
  },
  // The test itself starts it again, or not.
  relaunch: () => undefined,
  getPreferredSystemLanguages: () => ['en-IN'],
  quit: () => {
    if (isQuitting || isPrevented(appEvents, 'before-quit')) return
    isQuitting = true
    for (const window of openWindows()) window.destroy()
    if (!isPrevented(appEvents, 'will-quit')) app.exit(0)
  },
  exit: (code = 0) => void sent().then(() => process.exit(code)),
} satisfies Partial<Electron.App>)

export const ipcMain = new EventEmitter()
export const crashReporter = { start: () => undefined }
export const powerSaveBlocker = { start: () => 1, stop: () => true }
/** A machine without a store of secrets; src/main/house/secret-shelf.test.ts shows what one does. */
export const safeStorage = { isAsyncEncryptionAvailable: async () => false }
/** The test answers in the system's place (system-around.ts). */
export const shell = {}
export const clipboard = {}
export const dialog = {
  showErrorBox: console.error,
  showMessageBox: async ({ message }: Electron.MessageBoxOptions) => {
    console.log(message)
    return { response: 0 }
  },
}
/** One display, until a test says that another is plugged in. */
const display = { id: 1, bounds: { x: 0, y: 0, width: 1280, height: 800 } }
const displays = { getPrimaryDisplay: () => display, getAllDisplays: () => [display] }
export const screen = Object.assign(new EventEmitter(), displays)
export const nativeTheme = Object.assign(new EventEmitter(), { shouldUseDarkColors: false })

type Entry = Electron.MenuItemConstructorOptions
let menu: object | null = null
export const Menu = {
  buildFromTemplate: (items: readonly Entry[]) => ({
    items,
    getMenuItemById: (id: string) =>
      items.flatMap(({ submenu }) => submenu as Entry[]).find((entry) => entry.id === id),
  }),
  setApplicationMenu: (shown: object | null) => void (menu = shown),
  getApplicationMenu: () => menu,
}

type OnRequest = NonNullable<Parameters<Electron.WebRequest['onBeforeRequest']>[0]>
let onRequest: OnRequest = (_request, decide) => decide({})
const pages = new Map<string, Parameters<Electron.Protocol['handle']>[1]>()
const defaultSession = Object.assign(new EventEmitter(), {
  protocol: { handle: (name, page) => void pages.set(`${name}:`, page) } satisfies Partial<Electron.Protocol>,
  webRequest: {
    onBeforeRequest: (listener: OnRequest) => void (onRequest = listener),
  },
  // src/main/desktop/guards.test.ts tests what main answers to others.
  setPermissionRequestHandler: () => undefined,
  setPermissionCheckHandler: () => undefined,
  setDevicePermissionHandler: () => undefined,
})
export const session = { defaultSession }
export const protocol = { registerSchemesAsPrivileged: early }

function open(options: Electron.BrowserWindowConstructorOptions): StandInWindow {
  if (!isReady) throw new Error('Cannot create BrowserWindow before app is ready')
  const made = makeWindow(options, windows.length, test)
  windows.push(made)
  made.once('closed', () => {
    if (openWindows().length === 0) appEvents.emit('window-all-closed')
  })
  appEvents.emit('web-contents-created', {}, made.webContents)
  appEvents.emit('browser-window-created', {}, made)
  return made
}

const statics = {
  getAllWindows: openWindows,
  clearPersistedState: (name: string) => console.log(`forgotten: where the window “${name}” was`),
}
/** `new` gives the object that the constructor function returns. */
export const BrowserWindow = Object.assign(function make(options: object) {
  return open(options)
}, statics)

/** What the test may ask of main's process. */
const mainSide = {
  /** Runs a function of the test's, by its source text, as Playwright does in real Electron. */
  evaluate: async (source: string, arg: unknown): Promise<unknown> =>
    runInThisContext(`(${source})`)(await import('./electron.ts'), arg),
  /** Null: main does not allow it. */
  request: async (url: string, method: string, isNavigation: boolean) => {
    let isRefused = isNavigation && isPrevented(windows[0]?.webContents, 'will-navigate', { url })
    onRequest({ url, method } as never, ({ cancel = false }) => void (isRefused ||= cancel))
    const response = isRefused ? null : await pages.get(new URL(url).protocol)?.(new Request(url, { method }))
    if (!response) return null
    const body = new Uint8Array(await response.arrayBuffer())
    return { status: response.status, headers: Object.fromEntries(response.headers), body }
  },
  says: (id: number, { url, isMain }: SenderFrame, channel: string, args: readonly unknown[]) => {
    const sender = windows[id]?.webContents
    if (isMain && sender) sender.mainFrame.url = url
    const senderFrame = isMain ? sender?.mainFrame : { url }
    for (const ears of [sender?.ipc, ipcMain]) ears?.emit(channel, { sender, senderFrame }, ...args)
  },
  /** A page opened another: returns its window, or null where main denies it. */
  opened: (opener: number, url: string): number | null => {
    const contents = windows[opener]?.webContents
    const { overrideBrowserWindowOptions: options } = contents?.opens({ url } as never) ?? {}
    if (!options) return null
    const made = open(options)
    contents?.emit('did-create-window', made)
    return made.id
  },
  closed: (id: number) => windows[id]?.destroy(),
  second: (data: unknown) => void appEvents.emit('second-instance', {}, [], '', data),
}
export type MainSide = typeof mainSide

const { far: test, sent } = openLine<TestSide>(process, mainSide)
// When the test ends, the app ends.
process.once('disconnect', () => process.exit(1))
