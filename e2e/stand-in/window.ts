import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, WebContents } from 'electron'
import type { GuardAnswers, ToMain } from './messages.ts'
import { only } from './only.ts'
import { isPrevented, tell } from './tell.ts'

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]
type Refusable = 'will-navigate' | 'will-redirect' | 'will-attach-webview'

/** A page as main talks to it: one main frame, whose address is what the page says. */
export class StandInContents extends EventEmitter {
  readonly mainFrame = { url: '' }
  isGone = false
  openHandler: OpenHandler | null = null
  settle: () => void = () => undefined

  isDestroyed(): boolean {
    return this.isGone
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  /** As Electron, throws at once at what cannot be cloned. */
  send(channel: string, ...args: unknown[]): void {
    if (this.isGone) throw new TypeError('Object has been destroyed')
    tell({ t: 'to-page', channel, args: structuredClone(args) })
  }

  hear(ipc: EventEmitter, { frame, channel, args }: Extract<ToMain, { t: 'from-page' }>): void {
    if (frame.isMainFrame) this.mainFrame.url = frame.url
    const senderFrame = frame.isMainFrame ? this.mainFrame : { url: frame.url }
    ipc.emit(channel, { sender: this, senderFrame }, ...args)
  }

  refuses(what: Refusable, url: string): boolean {
    return isPrevented((event) => this.emit(what, { ...event, url, isMainFrame: true }, url))
  }

  opened(url: string) {
    const details = { url, frameName: '', features: '', disposition: 'new-window', referrer: { url: '' } }
    return this.openHandler?.(details as never)
  }

  guards(): Pick<GuardAnswers, 'ownWindowOpen' | 'ownWindowIsSandboxed'> &
    Pick<GuardAnswers, 'windowOpen' | 'willNavigateIsPrevented' | 'willRedirectIsPrevented'> &
    Pick<GuardAnswers, 'willAttachWebviewIsPrevented'> {
    const url = 'https://foreign.invalid/'
    const own = this.opened('app://guichet/customer.html')
    return {
      windowOpen: this.opened(url)?.action ?? null,
      ownWindowOpen: own?.action ?? null,
      ownWindowIsSandboxed: own?.overrideBrowserWindowOptions?.webPreferences?.sandbox ?? null,
      willNavigateIsPrevented: this.refuses('will-navigate', url),
      willRedirectIsPrevented: this.refuses('will-redirect', url),
      willAttachWebviewIsPrevented: this.refuses('will-attach-webview', url),
    }
  }
}

export class StandInWindow extends EventEmitter {
  readonly webContents: StandInContents

  constructor(
    { width = 800, height = 600, webPreferences = {} }: BrowserWindowConstructorOptions,
    onContents: (contents: StandInContents) => void,
  ) {
    super()
    const { preload, contextIsolation, sandbox, nodeIntegration, webSecurity } = webPreferences
    const isSafe =
      contextIsolation !== false && sandbox !== false && webSecurity !== false && !nodeIntegration
    if (!isSafe || preload === undefined)
      throw new Error('the stand-in for Electron shows only isolated, sandboxed pages with a preload')
    this.webContents = only('webContents', new StandInContents())
    onContents(this.webContents)
    tell({ t: 'window', width, height, preload })
  }

  loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.url = url
    tell({ t: 'load', url })
    return new Promise((resolve) => {
      this.webContents.settle = resolve
    })
  }

  isMinimized(): boolean {
    return false
  }

  restore(): void {}

  focus(): void {
    tell({ t: 'focus' })
  }

  /** Its page is gone. */
  end(): void {
    this.webContents.isGone = true
    this.webContents.emit('destroyed')
    this.emit('closed')
  }
}
