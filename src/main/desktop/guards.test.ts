// Every guard, asked as Electron asks: the lists of SECURITY 6.4 line by line. What Electron then does with a refusal, only its program
// shows.

import { EventEmitter } from 'node:events'
import type { App, BrowserWindowConstructorOptions, Session } from 'electron'
import { expect, test } from 'vitest'
import { guardApp, guardSession } from './guards.ts'

const own = 'app://guichet/'

/** Asks a listener, and says whether it prevented what was about to happen. */
function isPrevented(emitter: EventEmitter, name: string, event: object, ...rest: unknown[]): boolean {
  let prevented = false
  const preventDefault = () => {
    prevented = true
  }
  emitter.emit(name, { ...event, preventDefault }, ...rest)
  return prevented
}

type Handler = (...args: never[]) => unknown

function makeSession() {
  const handlers: Record<string, Handler> = {}
  const keep = (name: string) => (handler: Handler) => {
    handlers[name] = handler
  }
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    webRequest: { onBeforeRequest: keep('web') },
  })
  const ask = (name: string, ...args: unknown[]) => handlers[name]?.(...(args as never[]))
  return { session: session as unknown as Session & EventEmitter, ask }
}

function makeContents(url: string) {
  let opens: Handler = () => null
  const contents = Object.assign(new EventEmitter(), {
    getURL: () => url,
    setWindowOpenHandler: (handler: Handler) => {
      opens = handler
    },
  })
  return { contents, open: (wanted: string) => opens({ url: wanted } as never) }
}

const customer: BrowserWindowConstructorOptions = { title: 'customer' }

function makeApp(customerWindow: () => BrowserWindowConstructorOptions | null = () => customer) {
  const app = new EventEmitter()
  guardApp(app as unknown as App, { mayKeepFiles: true, customerWindow, onCustomerWindow: () => {} })
  return app
}

function isCancelled(ask: ReturnType<typeof makeSession>['ask'], url: string): boolean | undefined {
  let answer: { cancel?: boolean } = {}
  ask('web', { url }, (said: { cancel?: boolean }) => {
    answer = said
  })
  return answer.cancel
}

test.for([
  'https://foreign.invalid/',
  'http://127.0.0.1:8480/',
  'ws://127.0.0.1:8480/wire',
  'wss://foreign.invalid/',
  'file:///etc/passwd',
  'ftp://foreign.invalid/',
  'chrome-extension://abc/x.js',
  'app://guichet.foreign.invalid/',
  'app://other/',
  'blob:https://foreign.invalid/1',
])('[V18] no session asks for %s', (url) => {
  const { session, ask } = makeSession()
  guardSession(session, true)
  expect(isCancelled(ask, url)).toBe(true)
  expect(isCancelled(ask, own)).toBe(false)
})

test('[V18] a permission is asked twice, and both answers are no, for every name and device', () => {
  const { session, ask } = makeSession()
  guardSession(session, true)
  const { contents } = makeContents(own)
  for (const permission of [
    'media',
    'geolocation',
    'openExternal',
    'fileSystem',
    'usb',
    'local-network-access',
  ]) {
    let granted: unknown = null
    ask('request', contents, permission, (said: boolean) => (granted = said), { requestingUrl: own })
    expect(granted, permission).toBe(false)
    expect(ask('check', contents, permission, own, {}), permission).toBe(false)
    expect(ask('check', null, permission, own, {}), permission).toBe(false)
  }
  expect(ask('device', { deviceType: 'usb' })).toBe(false)
  const gate = makeContents(`${own}#/gate`).contents
  expect(ask('check', gate, 'media', own, { mediaType: 'video' })).toBe(true)
  expect(ask('check', gate, 'media', own, { mediaType: 'audio' })).toBe(false)
})

test('[V18] of downloads only what our own page wrote is kept, and on a locked screen nothing', () => {
  const mine = { getURL: () => 'blob:app://guichet/a-plan' }
  const theirs = { getURL: () => 'https://foreign.invalid/x.exe' }
  const desk = makeSession().session
  guardSession(desk, true)
  expect([mine, theirs].map((one) => isPrevented(desk, 'will-download', {}, one))).toEqual([false, true])
  const locked = makeSession().session
  guardSession(locked, false)
  expect([mine, theirs].map((one) => isPrevented(locked, 'will-download', {}, one))).toEqual([true, true])
})

test('[V18] a session that anybody makes is guarded before it is used', () => {
  const app = makeApp()
  const { session, ask } = makeSession()
  app.emit('session-created', session)
  expect(isCancelled(ask, 'https://foreign.invalid/')).toBe(true)
})

test('[V18] no page leaves, has a frame that does, a webview, a menu or another window', () => {
  const app = makeApp()
  const { contents, open } = makeContents(own)
  app.emit('web-contents-created', {}, contents)
  const foreign = 'https://foreign.invalid/'
  for (const url of [foreign, 'file:///etc/passwd', 'data:text/html,x', 'app://other/', 'javascript:1'])
    expect(isPrevented(contents, 'will-navigate', { url }), url).toBe(true)
  expect(isPrevented(contents, 'will-navigate', { url: own })).toBe(false)
  expect(isPrevented(contents, 'will-frame-navigate', { url: own, isMainFrame: false })).toBe(true)
  expect(isPrevented(contents, 'will-frame-navigate', { url: own, isMainFrame: true })).toBe(false)
  for (const event of ['will-redirect', 'will-attach-webview', 'context-menu'])
    expect(isPrevented(contents, event, { url: own }), event).toBe(true)
  for (const url of [foreign, own, `${own}customer.html?x`, `${own}customer.html#x`, 'about:blank', ''])
    expect(open(url), url).toEqual({ action: 'deny' })
  expect(open(`${own}customer.html`)).toEqual({ action: 'allow', overrideBrowserWindowOptions: customer })
})

test('[V18] where there is no room for the customer’s window, there is none', () => {
  const app = makeApp(() => null)
  const { contents, open } = makeContents(own)
  app.emit('web-contents-created', {}, contents)
  expect(open(`${own}customer.html`)).toEqual({ action: 'deny' })
})

test('[V18] no certificate is believed or shown, and nobody is told a password', () => {
  const app = makeApp()
  const answers: unknown[][] = []
  const answer = (...said: unknown[]) => answers.push(said)
  expect(isPrevented(app, 'certificate-error', {}, null, '', '', {}, answer)).toBe(true)
  expect(isPrevented(app, 'select-client-certificate', {}, null, '', [{}], answer)).toBe(true)
  expect(isPrevented(app, 'login', {}, null, {}, {}, answer)).toBe(true)
  expect(answers).toEqual([[false], [], []])
})
