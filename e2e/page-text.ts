// What main says to a page of the stand-in, as one text: Playwright takes a value apart item by item, and a stadium's plan has 80,000 of
// them. Owns what a frame may hold, by the wire's own rule: what JSON has, and typed arrays.

/** The key under which a typed array travels. */
const typed = '%typed'

export function asText(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (!ArrayBuffer.isView(item)) return item
    const text = Buffer.from(item.buffer, item.byteOffset, item.byteLength).toString('base64')
    return { [typed]: item.constructor.name, text }
  })
}

/** In the page, by its source text: it may know nothing of this file. */
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
    // Long lists are of words or numbers: looking at each would take longer than Electron's own way.
    if (Array.isArray(value) && value.length > 99 && typeof value[0] !== 'object') return value
    for (const [key, item] of Object.entries(value)) Reflect.set(value, key, restored(item))
    return value
  }
  return restored(JSON.parse(text))
}
