import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Bug } from '../lib/assert.ts'
import { decodeFrame, encodeFrame } from './codec.ts'

const column = fc.oneof(
  fc.uint8Array(),
  fc.uint16Array(),
  fc.float32Array({ noNaN: true, noDefaultInfinity: true }),
)
const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
  fc.boolean(),
  fc.constant(null),
  column,
)
const key = fc.string({ maxLength: 8 }).filter((word) => word !== '__proto__' && !word.startsWith('$'))
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

test('[S3] a column of another kind is a bug of ours', () => {
  expect(() => encodeFrame({ x: new Float64Array(1) })).toThrow(Bug)
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
