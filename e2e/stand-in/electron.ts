// Electron as main sees it, where its program cannot be had: what src/main uses and not one name more, typed by Electron's own
// declarations. Runs in main's process; the window is a page of a real Chromium in the test, asked for by messages. Must never
// be kinder than Electron is.

import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import type { ToMain } from './messages.ts'
import { only } from './only.ts'
import { makeSession } from './session.ts'
import { allSent, tell } from './tell.ts'
import { StandInWindow } from './window.ts'

let isReady = false
let theWindow: StandInWindow | null = null
const schemes = new Set<string>()
const ipc = new EventEmitter()
const appEvents = new EventEmitter()
const theSession = makeSession(schemes)

/** Electron's own: `on` is an emitter's, all else is named here. */
function withEvents<Rest extends object>(emitter: EventEmitter, rest: Rest): EventEmitter & Rest {
  return Object.assign(emitter, rest)
}

export const app = only(
  'app',
  withEvents(appEvents, {
    isPackaged: false,
    whenReady: async () => {
      isReady = true
    },
    requestSingleInstanceLock: () => true,
    quit: () => {
      for (const event of ['before-quit', 'will-quit']) appEvents.emit(event, { preventDefault: notHere })
      app.exit(0)
    },
    exit: (code = 0) => void allSent().then(() => process.exit(code)),
  } satisfies Pick<Electron.App, 'isPackaged' | 'whenReady' | 'requestSingleInstanceLock' | 'quit' | 'exit'>),
)

export const dialog = only('dialog', {
  showErrorBox: (title, content) => tell({ t: 'error-box', title, content }),
} satisfies Pick<Electron.Dialog, 'showErrorBox'>)

export const protocol = only('protocol', {
  registerSchemesAsPrivileged: (added) => {
    if (isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of added)
      if (privileges?.standard && privileges.secure) schemes.add(scheme)
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>)

/** One display, as a test has. */
const display = { id: 1, bounds: { x: 0, y: 0, width: 1280, height: 800 } } as Electron.Display

export const screen = only('screen', {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
} satisfies Pick<Electron.Screen, 'getPrimaryDisplay' | 'getAllDisplays'>)

export const session = only('session', { defaultSession: theSession.session })

export const ipcMain = only('ipcMain', ipc)

export const BrowserWindow = new Proxy(StandInWindow, {
  construct: (Window, [options]: [Electron.BrowserWindowConstructorOptions]) => {
    if (!isReady) throw new Error('Cannot create BrowserWindow before app is ready')
    if (theWindow) throw new Error('the stand-in for Electron shows one window')
    const made = new Window(options, (contents) => appEvents.emit('web-contents-created', {}, contents))
    theWindow = made
    return only('BrowserWindow', made)
  },
})

process.on('message', (message: ToMain) => {
  if (!theWindow) return
  if (message.t === 'from-page') theWindow.webContents.hear(ipc, message)
  else if (message.t === 'loaded') theWindow.webContents.settle()
  else if (message.t === 'asked') {
    const isRefused =
      message.asked.isLeaving && theWindow.webContents.refuses('will-navigate', message.asked.url)
    void theSession
      .answer(isRefused ? null : message.asked)
      .then((answered) => tell({ t: 'answered', id: message.id, answered }))
  } else if (message.t === 'guards?')
    tell({ t: 'guards', answers: { ...theSession.guards(), ...theWindow.webContents.guards() } })
  else {
    theWindow.end()
    theWindow = null
    appEvents.emit('window-all-closed')
  }
})
// Whoever ends the test ends the app.
process.once('disconnect', () => process.exit(1))

function notHere(): never {
  throw new Error('the stand-in for Electron does not stay open')
}
