// The built preload in a page of plain Chromium, before the page's own scripts. Gives it what a sandboxed preload has, and the
// page only what goes over Electron's bridge: copies and frozen functions. Everything here runs in the page by its source text.

import { type Base64, type CloneText, makeCloneText } from './clone-text.ts'
import { only } from './only.ts'

/** Names that the page's scripts cannot guess, and that are gone or hidden before these run. */
export interface HiddenNames {
  /** The binding through which the preload speaks to main. */
  readonly toMain: string
  /** What the test calls with a message of main. */
  readonly toPage: string
}

export function preloadScript(preload: string, names: HiddenNames): string {
  const body = `(require, module, exports) => {\n${preload}\n}`
  const parts = [String(only), String(makeCloneText), JSON.stringify(names), body]
  return `(${String(runPreload)})(${parts.join(', ')})`
}

type Hear = (event: object, ...args: unknown[]) => void

function runPreload(
  only: <Type extends object>(name: string, object: Type) => Type,
  makeText: (base64: Base64) => CloneText,
  names: HiddenNames,
  preload: (require: (name: string) => object, module: object, exports: object) => void,
): void {
  // Electron runs no preload in frames below the main one; the empty page before the first has no address yet.
  if (window !== window.top || location.href === 'about:blank') return
  const page = globalThis as unknown as Record<string, unknown>
  const toMain = page[names.toMain] as (text: string) => Promise<void>
  delete page[names.toMain]

  type WithBase64 = Uint8Array & { toBase64: () => string }
  const fromBase64 = Uint8Array as unknown as { fromBase64: (text: string) => Uint8Array<ArrayBuffer> }
  const text = makeText({
    toText: (bytes) => (bytes as WithBase64).toBase64(),
    toBytes: (written) => fromBase64.fromBase64(written),
  })

  const listeners = new Map<string, Set<Hear>>()
  const ipcRenderer = only('ipcRenderer', {
    on: (channel: string, listener: Hear) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
    },
    send: (channel: string, ...args: unknown[]) => void toMain(text.encode([channel, args])),
  })
  Object.defineProperty(page, names.toPage, {
    value: (written: string) => {
      const [channel, args] = text.decode(written) as [string, unknown[]]
      for (const listener of listeners.get(channel) ?? []) listener(only('event', {}), ...args)
    },
  })

  /** What crosses the bridge: functions as functions that copy in turn, all else as a copy without its class. */
  const crossed = (value: unknown): unknown => {
    if (typeof value === 'function')
      return (...args: unknown[]) => crossed((value as (...args: unknown[]) => unknown)(...args.map(crossed)))
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(crossed)
    const name = Object.prototype.toString.call(value)
    if (name !== '[object Object]') return structuredClone(value)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, crossed(one)]))
  }
  const frozen = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
    for (const one of Object.values(value)) frozen(one)
    return Object.freeze(value)
  }
  const contextBridge = only('contextBridge', {
    exposeInMainWorld: (key: string, api: unknown) => {
      if (key in page)
        throw new Error('Cannot bind an API on top of an existing property on the window object')
      Object.defineProperty(page, key, { value: frozen(crossed(api)), enumerable: true })
    },
  })

  const require = (name: string) => {
    if (name === 'electron') return only('electron', { contextBridge, ipcRenderer })
    throw new Error(`module not found: ${name}`)
  }
  const module = { exports: {} }
  preload(require, module, module.exports)
}
