// A window as main talks to it; its page is in the test's Chromium. Must never be kinder than Electron is.

import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, Rectangle, WebContents } from 'electron'
import type { Far } from '../line.ts'
import type { TestSide } from './pages.ts'

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]

const deny: OpenHandler = () => ({ action: 'deny' })

export type StandInWindow = ReturnType<typeof makeWindow>

export function makeWindow(options: BrowserWindowConstructorOptions, id: number, test: Far<TestSide>) {
  const { x = 0, y = 0, width = 800, height = 600, fullscreen = false, webPreferences } = options
  let place = { isFull: fullscreen, bounds: { x, y, width, height } }
  let isGone = false
  const isDestroyed = () => isGone

  const webContents = Object.assign(new EventEmitter(), {
    mainFrame: { url: '' },
    ipc: new EventEmitter(),
    opens: deny,
    isDestroyed,
    setWindowOpenHandler: (handler: OpenHandler) => void (webContents.opens = handler),
    reload: () => void window.loadURL(webContents.mainFrame.url),
    /** Like Electron, throws at once at what cannot be cloned. */
    send: (channel: string, ...args: unknown[]) => {
      if (isGone) throw new TypeError('Object has been destroyed')
      void test.toPage(id, channel, structuredClone(args))
    },
  })

  const window = Object.assign(new EventEmitter(), {
    id,
    webContents,
    isDestroyed,
    isMinimized: () => false,
    isFullScreen: () => place.isFull,
    getBounds: () => place.bounds,
    setFullScreen: (isFull: boolean) => void (place = { ...place, isFull }),
    setBounds: (bounds: Rectangle) => void (place = { ...place, bounds }),
    setBackgroundColor: () => undefined,
    show: () => undefined,
    focus: () => undefined,
    loadURL: async (url: string) => {
      webContents.mainFrame.url = url
      await test.load(id, url, webPreferences?.preload ?? '')
      window.emit('ready-to-show')
    },
    destroy: () => {
      if (isGone) return
      isGone = true
      void test.close(id)
      webContents.emit('destroyed')
      window.emit('closed')
    },
  })
  return window
}
