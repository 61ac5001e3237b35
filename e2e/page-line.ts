// Messages from main to pages of the stand-in, in order and as text: Playwright would serialise a value item by item, and a stadium's
// plan has 80,000 of them. Owns what a message may hold, by the wire's own rule: JSON, and typed arrays.

import type { Page } from '@playwright/test'

/** The key under which a typed array is sent. */
const typed = '%typed'

interface Said {
  readonly id: number
  readonly text: string
}

/** `name`: the function by which the page listens. Messages that come while it still handles earlier ones are sent next, all together. */
export function pageLine(name: string, pageOf: (id: number) => Promise<Page | undefined>) {
  const waiting: Said[] = []
  let isSaying = false
  const sayAll = async () => {
    isSaying = true
    while (waiting.length > 0)
      // oxlint-disable-next-line no-await-in-loop -- in order
      for (const [id, said] of Map.groupBy(waiting.splice(0), ({ id }) => id))
        await say(await pageOf(id), said)
    isSaying = false
  }
  const say = (page: Page | undefined, said: readonly Said[]) =>
    page
      ?.evaluate(({ name, said }) => said.forEach(({ text }) => Reflect.get(window, name)(text)), {
        name,
        said,
      })
      // The page is gone, or another has taken its place: messages to it are dropped.
      .catch(() => null)
  return (id: number, ...message: readonly [channel: string, args: unknown[]]): void => {
    waiting.push({ id, text: asText(message) })
    if (!isSaying) void sayAll()
  }
}

export function asText(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (!ArrayBuffer.isView(item)) return item
    const text = Buffer.from(item.buffer, item.byteOffset, item.byteLength).toString('base64')
    return { [typed]: item.constructor.name, text }
  })
}

/** Runs in the page from its source text: it may use nothing else of this file. */
export function ofText(text: string): unknown {
  const restored = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if ('%typed' in value && 'text' in value) {
      const letters = atob(String(value.text))
      const bytes = new Uint8Array(letters.length)
      for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at)
      const { buffer } = bytes
      return Reflect.construct(Reflect.get(globalThis, String(value['%typed'])) as typeof Uint8Array, [
        buffer,
      ])
    }
    // Long lists contain only texts or numbers: restoring each would take longer than Electron's own cloning.
    if (Array.isArray(value) && value.length > 99 && typeof value[0] !== 'object') return value
    for (const [key, item] of Object.entries(value)) Reflect.set(value, key, restored(item))
    return value
  }
  return restored(JSON.parse(text))
}
