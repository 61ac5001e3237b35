// Frames as bytes: JSON text, or, where columns travel, a JSON head with the columns behind it, so that a snapshot of 80,000
// seats is a copy and not a parse. Owns the layout; must never check meaning (schemas do).
//
// Binary layout: u32 little-endian length of the head · head as UTF-8 JSON · zero bytes to a multiple of 8 · the columns, each
// padded to a multiple of 8. In the head a column stands as {"$column": n, "of": "f32", "count": k}.

import { Bug } from '../lib/assert.ts'

const kinds = { f32: Float32Array, u16: Uint16Array, u8: Uint8Array } as const
type Kind = keyof typeof kinds
type Column = InstanceType<(typeof kinds)[Kind]>

/** Float32 columns must lie on multiples of 4; 8 leaves room for any other kind. */
const ALIGN = 8

export function encodeFrame(frame: unknown): string | Uint8Array<ArrayBuffer> {
  const columns: Column[] = []
  const head = JSON.stringify(frame, (_key, value: unknown) => {
    if (!ArrayBuffer.isView(value)) return value
    columns.push(value as Column)
    return { $column: columns.length - 1, of: kindOf(value), count: (value as Column).length }
  })
  return columns.length === 0 ? head : pack(head, columns)
}

export function decodeFrame(bytes: string | Uint8Array): unknown {
  if (typeof bytes === 'string') return JSON.parse(bytes)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const headBytes = view.getUint32(0, true)
  const head = new TextDecoder().decode(bytes.subarray(4, 4 + headBytes))
  let offset = padded(4 + headBytes)
  return JSON.parse(head, (_key, value: unknown) => {
    if (!isColumn(value)) return value
    const Columns = kinds[value.of]
    const size = value.count * Columns.BYTES_PER_ELEMENT
    const column = new Columns(bytes.slice(offset, offset + size).buffer)
    offset += padded(size)
    return column
  })
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

function padded(size: number): number {
  return Math.ceil(size / ALIGN) * ALIGN
}

function kindOf(value: ArrayBufferView): Kind {
  if (value instanceof Float32Array) return 'f32'
  if (value instanceof Uint16Array) return 'u16'
  if (value instanceof Uint8Array) return 'u8'
  throw new Bug(`no column of ${value.constructor.name}`)
}

/** Columns are read in the order they were written: a reviver meets them in the same order as the replacer did. */
function isColumn(value: unknown): value is { $column: number; of: Kind; count: number } {
  return typeof value === 'object' && value !== null && '$column' in value
}
