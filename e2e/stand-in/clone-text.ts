// Values as Electron's IPC carries them (structured clones), written as text, because a page's binding carries nothing else.
// Runs in the test and, by its source text, in the page: must never use anything from outside the function.

export interface CloneText {
  /** Throws DataCloneError where Electron would: functions, symbols, DOM nodes. Class instances become plain objects. */
  readonly encode: (value: unknown) => string
  readonly decode: (text: string) => unknown
}

export interface Base64 {
  readonly toText: (bytes: Uint8Array) => string
  readonly toBytes: (text: string) => Uint8Array<ArrayBuffer>
}

/** Plain JSON where JSON is exact; everything else an object of one key, which says what it is. */
export function makeCloneText({ toText, toBytes }: Base64): CloneText {
  type Tagged = Readonly<Record<string, unknown>>
  const columns = { Uint8Array, Uint16Array, Uint32Array, Int8Array, Int16Array, Int32Array }
  const arrays = { ...columns, Uint8ClampedArray, Float32Array, Float64Array, BigInt64Array, BigUint64Array }
  type ArrayName = keyof typeof arrays

  const write = (value: unknown): unknown => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'number')
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { number: Object.is(value, -0) ? '-0' : String(value) }
    if (value === undefined) return { undefined: 0 }
    if (typeof value === 'bigint') return { bigint: String(value) }
    if (Array.isArray(value)) return Array.from(value, write)
    return writeObject(value)
  }

  const writeObject = (value: object): Tagged => {
    if (value instanceof Date) return { date: value.getTime() }
    if (value instanceof Map) return { map: [...value].map(([key, one]) => [write(key), write(one)]) }
    if (value instanceof Set) return { set: [...value].map(write) }
    if (value instanceof ArrayBuffer) return { buffer: toText(new Uint8Array(value)) }
    if (value instanceof Error) return { error: [value.name, value.message] }
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
      const name = Object.prototype.toString.call(value).slice(8, -1)
      if (Object.hasOwn(arrays, name)) return { array: [name, toText(bytes)] }
    }
    if (Object.getPrototypeOf(value) !== Object.prototype)
      throw new TypeError(`the stand-in for Electron carries no ${Object.prototype.toString.call(value)}`)
    return { object: Object.entries(value).map(([key, one]) => [key, write(one)]) }
  }

  const readers: Readonly<Record<string, (content: never) => unknown>> = {
    number: (text: string) => Number(text),
    undefined: () => undefined,
    bigint: (text: string) => BigInt(text),
    date: (ms: number) => new Date(ms),
    map: (entries: [unknown, unknown][]) => new Map(entries.map(([key, one]) => [read(key), read(one)])),
    set: (members: unknown[]) => new Set(members.map(read)),
    buffer: (text: string) => toBytes(text).buffer,
    error: ([name, message]: [string, string]) => Object.assign(new Error(message), { name }),
    array: ([name, text]: [ArrayName, string]) => new arrays[name](toBytes(text).buffer),
    object: (entries: [string, unknown][]) =>
      Object.fromEntries(entries.map(([key, one]) => [key, read(one)])),
  }

  const read = (written: unknown): unknown => {
    if (typeof written !== 'object' || written === null) return written
    if (Array.isArray(written)) return written.map(read)
    const [[tag, content] = ['', null]] = Object.entries(written)
    const reader = readers[tag]
    if (!reader) throw new TypeError(`not written by the stand-in: ${tag}`)
    return reader(content as never)
  }

  return {
    encode: (value) => JSON.stringify(write(structuredClone(value))),
    decode: (text) => read(JSON.parse(text)),
  }
}

export const nodeBase64: Base64 = {
  toText: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  toBytes: (text) => new Uint8Array(Buffer.from(text, 'base64')),
}
