import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Bug } from '../lib/assert.ts'
import { decodeFrame, encodeFrame, encodeNews } from './codec.ts'

const column = fc.oneof(
  fc.uint8Array(),
  fc.uint16Array(),
  fc.uint32Array(),
  fc.float64Array({ noDefaultInfinity: true }),
  fc.float32Array({ noNaN: true, noDefaultInfinity: true }),
)
const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
  fc.boolean(),
  fc.constant(null),
  column,
  // Long enough to be sent as words and numbers: with few words, with many, and with values that are no words among them.
  fc.array(fc.constantFrom('1', '2', '3A', ''), { minLength: 256, maxLength: 300 }),
  fc.array(fc.string(), { minLength: 256, maxLength: 300 }),
  fc.array(fc.constantFrom<unknown>('1', '2', null, 3), { minLength: 256, maxLength: 300 }),
)
const key = fc.string({ maxLength: 8 }).filter((word) => word !== '__proto__')
const { frame } = fc.letrec((tie) => ({
  frame: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('frame')),
    fc.dictionary(key, tie('frame'), { noNullPrototype: true }),
  ),
}))

test('[S3] whatever a frame holds, columns anywhere in it, comes out as it went in', () => {
  fc.assert(
    fc.property(frame, (value) => {
      expect(decodeFrame(encodeFrame(value))).toEqual(value)
    }),
    { numRuns: 1000 },
  )
})

test('[S3] a frame comes out of the middle of a larger buffer too, at whatever place it lies there', () => {
  const value = { states: Uint8Array.of(1, 2, 3), x: Float32Array.of(0.5, 2), rows: Uint16Array.of(7) }
  const bytes = encodeFrame(value) as Uint8Array
  for (let before = 0; before < 9; before += 1) {
    const buffer = new Uint8Array(before + bytes.length + 3)
    buffer.set(bytes, before)
    expect(decodeFrame(buffer.subarray(before, before + bytes.length))).toEqual(value)
  }
})

test('[S3] without columns a frame is text, with them it is bytes', () => {
  expect(encodeFrame({ a: 1 })).toBe('{"a":1}')
  expect(encodeFrame({ a: new Uint8Array(0) })).toBeInstanceOf(Uint8Array)
})

test('[S3] what came out belongs to the receiver: changing it does not change the bytes', () => {
  const bytes = encodeFrame({ states: Uint8Array.of(1, 2) }) as Uint8Array
  const first = decodeFrame(bytes) as { states: Uint8Array }
  first.states[0] = 9
  expect(decodeFrame(bytes)).toEqual({ states: Uint8Array.of(1, 2) })
})

const numbers = Array.from({ length: 80_000 }, (_, seat) => String(seat % 55))

test('[S3] a long list of few words travels as a byte each', () => {
  expect((encodeFrame({ numbers }) as Uint8Array).length).toBeLessThan(81_000)
  expect(decodeFrame(encodeFrame({ numbers }))).toEqual({ numbers })
})

test.for([255, 256, 257, 300])('[S3] %i different words come out as they went in', (count) => {
  const list = Array.from({ length: 600 }, (_, index) => `seat ${index % count}`)
  expect(decodeFrame(encodeFrame({ list }))).toEqual({ list })
})

test('[S3] a list that has changed since it was packed is packed anew; one that cannot change comes out the same each time', () => {
  const list = numbers.slice(0, 300)
  encodeFrame({ list })
  list[0] = 'another'
  expect(decodeFrame(encodeFrame({ list }))).toEqual({ list })
  const frozen = Object.freeze([...list])
  expect(encodeFrame({ frozen })).toEqual(encodeFrame({ frozen }))
  expect(decodeFrame(encodeFrame({ frozen }))).toEqual({ frozen })
})

test('[S3] packing takes nothing out of the frame that is sent', () => {
  const frame = { a: [{ states: Uint8Array.of(1) }], numbers }
  encodeFrame(frame)
  expect(frame).toEqual({ a: [{ states: Uint8Array.of(1) }], numbers })
})

/** A head and a body as some other program might write them. */
function frameOf(head: unknown, body: readonly number[]): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(head).padEnd(252))
  return Uint8Array.of(text.length, 0, 0, 0, ...text, ...body)
}

test('[V7] a column that is cut short, or has no place in its frame, throws: nothing is made up', () => {
  const column = { at: ['frame', 'states'], of: 'u8', count: 3 }
  const frame = { states: null }
  expect(decodeFrame(frameOf({ frame, columns: [column] }, [1, 2, 3]))).toEqual({
    states: Uint8Array.of(1, 2, 3),
  })
  expect(() => decodeFrame(frameOf({ frame, columns: [column] }, [1, 2]))).toThrow(SyntaxError)
  for (const at of [
    ['frame', 'other'],
    ['frame', '__proto__', 'states'],
    ['frame', 'states', 'deep'],
  ]) {
    expect(() => decodeFrame(frameOf({ frame, columns: [{ ...column, at }] }, [1, 2, 3]))).toThrow(
      SyntaxError,
    )
  }
  expect(Object.hasOwn(Object.prototype, 'states')).toBe(false)
})

test('[S3] a column of another kind is a bug of ours', () => {
  expect(() => encodeFrame({ x: new BigInt64Array(1) })).toThrow(Bug)
})

test.for(['', '{', 'null', '{"t":', '[[[[', '\u0000'])(
  '[V7] text that is no frame throws or is a value, never hangs: %j',
  (text) => {
    try {
      expect(decodeFrame(text)).toBeNull()
    } catch (error) {
      expect(error).toBeInstanceOf(SyntaxError)
    }
  },
)

test('[SYNC 5.7] news is written out once for all screens, and each gets the frame that it would have had alone', () => {
  let reads = 0
  const news = {
    kind: 'delta',
    get seatIds() {
      reads += 1
      return [1, 2]
    },
  }
  const frames = [7, 8, 9].map((id) => encodeNews({ id, nowMs: 40 + id, news }))
  const once = reads
  expect(frames.map((frame) => decodeFrame(frame))).toEqual(
    [7, 8, 9].map((id) => ({ t: 'news', id, nowMs: 40 + id, news: { kind: 'delta', seatIds: [1, 2] } })),
  )
  reads = 0
  encodeNews({ id: 10, nowMs: 50, news })
  expect([once > 0, reads]).toEqual([true, 0])
})

test('[SYNC 5.7] news with columns, or that is no object, is the same frame as any', () => {
  for (const news of [{ kind: 'snapshot', states: new Uint8Array([1, 2, 3]) }, null, 'x'])
    expect(decodeFrame(encodeNews({ id: 1, nowMs: 2, news }))).toEqual(
      decodeFrame(encodeFrame({ t: 'news', id: 1, nowMs: 2, news })),
    )
})
