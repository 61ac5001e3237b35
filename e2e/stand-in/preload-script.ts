// The built preload in a page of plain Chromium, before the page's own scripts, with what a sandboxed preload has. Everything runs there
// from its source text.

import { ofText } from '../page-line.ts'

/** `hiddenName`: the binding through which the preload speaks to main; main then speaks to the page through the same name. */
export function preloadScript(preload: string, hiddenName: string): string {
  return `(${String(runPreload)})('${hiddenName}', ${String(ofText)}, (require, module, exports) => {\n${preload}\n})`
}

type Hear = (event: object, ...args: unknown[]) => void

function runPreload(
  hiddenName: string,
  heard: typeof ofText,
  preload: (require: (name: string) => object, module: object, exports: object) => void,
): void {
  // Electron runs no preload in frames below the main one.
  if (window !== window.top) return
  const page = globalThis as unknown as Record<string, unknown>
  const send = page[hiddenName] as (channel: string, args: unknown[]) => Promise<void>
  const ears: [channel: string, hear: Hear][] = []
  const value = (text: string) => {
    const [channel, args] = heard(text) as [string, unknown[]]
    for (const [listened, hear] of ears) if (listened === channel) hear({}, ...args)
  }
  Object.defineProperty(page, hiddenName, { value, enumerable: false })

  const ipcRenderer = {
    on: (channel: string, hear: Hear) => void ears.push([channel, hear]),
    // Like Electron, throws at once at what cannot be cloned.
    send: (channel: string, ...args: unknown[]) => void send(channel, structuredClone(args)),
  }
  const contextBridge = {
    exposeInMainWorld: (key: string, api: object) => {
      Object.defineProperty(page, key, { value: Object.freeze(api), enumerable: true })
    },
  }
  const require = (name: string) => {
    if (name === 'electron') return { contextBridge, ipcRenderer }
    throw new Error(`module not found: ${name}`)
  }
  preload(require, { exports: {} }, {})
}
