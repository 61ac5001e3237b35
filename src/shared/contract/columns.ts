// What is sent as a column: typed arrays as they are, and long lists of few distinct words as the words once and a number for each.
// Owns the kinds; must never know where in a frame a column is, nor what it means.

import { Bug } from '../lib/assert.ts'

const kinds = {
  f64: Float64Array,
  f32: Float32Array,
  u32: Uint32Array,
  u16: Uint16Array,
  u8: Uint8Array,
} as const
type Kind = keyof typeof kinds
export type Column = InstanceType<(typeof kinds)[Kind]>

export interface ColumnHead {
  readonly of: Kind
  readonly count: number
  /** The column has indexes into these; left out: the column is the value itself. */
  readonly words?: readonly string[]
}

interface PackedColumn {
  readonly head: ColumnHead
  readonly column: Column
}

/** Shorter lists are just as good as JSON. */
const WORDS_FROM = 256
/** As many as a byte can index: a stadium's seats have some fifty. With more, JSON is hardly longer. */
const WORDS_MAX = 256

/** A cache for frozen lists: a plan's numbers go to every screen. */
const packedBefore = new WeakMap<object, PackedColumn | null>()

/** Null: it is not a column. */
export function packColumn(value: object): PackedColumn | null {
  if (ArrayBuffer.isView(value)) return packArray(value)
  if (!Array.isArray(value) || value.length < WORDS_FROM) return null
  if (!Object.isFrozen(value)) return packWords(value)
  const before = packedBefore.get(value)
  if (before !== undefined) return before
  const packed = packWords(value)
  packedBefore.set(value, packed)
  return packed
}

/** The column at `offset` of `body`, whose memory it shares. */
export function columnOf({ of, count, words }: ColumnHead, body: Uint8Array<ArrayBuffer>, offset: number) {
  const Columns = kinds[of]
  const size = count * Columns.BYTES_PER_ELEMENT
  if (!(offset + size <= body.length)) throw new SyntaxError('a column is cut short')
  const column = new Columns(body.buffer, body.byteOffset + offset, count)
  return { value: words ? wordsOf(column, words) : column, size }
}

function packArray(value: ArrayBufferView): PackedColumn {
  const column = value as Column
  return { head: { of: kindOf(value), count: column.length }, column }
}

function packWords(list: readonly unknown[]): PackedColumn | null {
  const places = new Map<string, number>()
  const column = new Uint8Array(list.length)
  for (let index = 0; index < list.length; index += 1) {
    const word = list[index]
    if (typeof word !== 'string') return null
    let place = places.get(word)
    if (place === undefined) {
      if (places.size === WORDS_MAX) return null
      place = places.size
      places.set(word, place)
    }
    column[index] = place
  }
  return { head: { of: 'u8', count: list.length, words: [...places.keys()] }, column }
}

function wordsOf(column: Column, words: readonly string[]): (string | undefined)[] {
  // oxlint-disable-next-line unicorn/no-new-array -- of its length from the start: growing takes three times as long as filling
  const list = new Array<string | undefined>(column.length)
  for (let index = 0; index < column.length; index += 1) list[index] = words[column[index] as number]
  return list
}

function kindOf(value: ArrayBufferView): Kind {
  if (value instanceof Float64Array) return 'f64'
  if (value instanceof Float32Array) return 'f32'
  if (value instanceof Uint32Array) return 'u32'
  if (value instanceof Uint16Array) return 'u16'
  if (value instanceof Uint8Array) return 'u8'
  throw new Bug(`no column of ${value.constructor.name}`)
}
