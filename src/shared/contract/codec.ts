// Frames as bytes: JSON text, or, for frames with columns, a JSON head with the columns behind it, so that a snapshot of 80,000
// seats is copied and not parsed. Owns the layout; must never check meaning (schemas do).
//
// Binary layout: u32 little-endian length of the head · head as UTF-8 JSON · zero bytes to a multiple of 8 · the columns, each
// padded to a multiple of 8. The head is {"frame": …, "columns": […]}; in place of a column the frame has null, and the head lists
// the place, kind and length of each, in the order of the columns, so that decoding need not search the frame for them.

import { type Column, type ColumnHead, columnOf, packColumn } from './columns.ts'

/** Columns of instants must be at multiples of 8. */
const ALIGN = 8

interface PlacedColumn extends ColumnHead {
  /** The path from the head's root: ["frame", "news", "states"]. */
  readonly at: readonly (string | number)[]
}

interface Packing {
  readonly heads: PlacedColumn[]
  readonly columns: Column[]
}

/** The JSON of news already encoded, since the same object goes to every screen that follows its topic. Freed with the object. */
const written = new WeakMap<object, string | null>()

/**
 * [SYNC 5.7] As `encodeFrame`, but serialises the news itself only once for all screens, and puts what differs per screen (its number
 * for the topic, the instant) around it.
 */
export function encodeNews({ id, nowMs, news }: NewsFrame): string | Uint8Array<ArrayBuffer> {
  if (!isObject(news)) return encodeFrame({ t: 'news', id, news, nowMs })
  const known = written.get(news)
  const text = known === undefined ? textOf(news) : known
  if (known === undefined) written.set(news, text)
  // Columns come after the head, at offsets that depend on it, so news with columns is encoded for each screen.
  if (text === null) return encodeFrame({ t: 'news', id, news, nowMs })
  return `{"t":"news","id":${id},"news":${text},"nowMs":${nowMs}}`
}

interface NewsFrame {
  readonly id: number
  readonly nowMs: number
  readonly news: unknown
}

/** Null: it contains columns, and cannot be text. */
function textOf(news: object): string | null {
  const packing: Packing = { heads: [], columns: [] }
  withoutColumns(news, [], packing)
  return packing.columns.length === 0 ? JSON.stringify(news) : null
}

export function encodeFrame(frame: unknown): string | Uint8Array<ArrayBuffer> {
  const packing: Packing = { heads: [], columns: [] }
  const bare = isObject(frame) ? withoutColumns(frame, ['frame'], packing) : frame
  if (packing.columns.length === 0) return JSON.stringify(frame)
  return pack(JSON.stringify({ frame: bare, columns: packing.heads }), packing.columns)
}

export function decodeFrame(bytes: string | Uint8Array): unknown {
  if (typeof bytes === 'string') return JSON.parse(bytes)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const headBytes = view.getUint32(0, true)
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headBytes))) as {
    readonly frame: unknown
    readonly columns: readonly PlacedColumn[]
  }
  // One copy for all columns, which then belongs to the receiver.
  const body = new Uint8Array(bytes.subarray(padded(4 + headBytes)))
  let offset = 0
  for (const column of head.columns) {
    const { value, size } = columnOf(column, body, offset)
    put(head, column.at, value)
    offset += padded(size)
  }
  return head.frame
}

/** The same value with null for every column; parts without columns are not copied. `at`: the path of `value`. */
function withoutColumns(value: object, at: (string | number)[], packing: Packing): unknown {
  const packed = packColumn(value)
  if (packed) {
    packing.heads.push({ at: [...at], ...packed.head })
    packing.columns.push(packed.column)
    return null
  }
  return Array.isArray(value) ? listWithout(value, at, packing) : recordWithout(value, at, packing)
}

function listWithout(list: readonly unknown[], at: (string | number)[], packing: Packing): unknown {
  let copy: unknown[] | null = null
  for (let index = 0; index < list.length; index += 1) {
    const inner = list[index]
    if (!isObject(inner)) continue
    at.push(index)
    const bare = withoutColumns(inner, at, packing)
    at.pop()
    if (bare === inner) continue
    copy ??= [...list]
    copy[index] = bare
  }
  return copy ?? list
}

function recordWithout(record: object, at: (string | number)[], packing: Packing): unknown {
  let copy: Record<string, unknown> | null = null
  for (const key in record) {
    const inner = (record as Record<string, unknown>)[key]
    if (!isObject(inner)) continue
    at.push(key)
    const bare = withoutColumns(inner, at, packing)
    at.pop()
    if (bare === inner) continue
    copy ??= { ...record }
    copy[key] = bare
  }
  return copy ?? record
}

/** Puts a column only where the head has its own property: none is created, so that no path can reach a prototype. */
function put(head: object, at: PlacedColumn['at'], value: unknown): void {
  let holder: unknown = head
  for (const [depth, key] of at.entries()) {
    if (!isObject(holder) || !Object.hasOwn(holder, key))
      throw new SyntaxError(`no place for a column: ${at.join('.')}`)
    if (depth === at.length - 1) (holder as Record<string | number, unknown>)[key] = value
    holder = (holder as Record<string | number, unknown>)[key]
  }
}

function pack(head: string, columns: readonly Column[]): Uint8Array<ArrayBuffer> {
  const headBytes = new TextEncoder().encode(head)
  const start = padded(4 + headBytes.length)
  const size = columns.reduce((sum, column) => sum + padded(column.byteLength), start)
  const bytes = new Uint8Array(size)
  new DataView(bytes.buffer).setUint32(0, headBytes.length, true)
  bytes.set(headBytes, 4)
  let offset = start
  for (const column of columns) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), offset)
    offset += padded(column.byteLength)
  }
  return bytes
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function padded(size: number): number {
  return Math.ceil(size / ALIGN) * ALIGN
}
