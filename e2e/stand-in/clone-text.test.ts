import { expect, test } from 'vitest'
import { makeCloneText, nodeBase64 } from './clone-text.ts'

const { encode, decode } = makeCloneText(nodeBase64)

test.for([
  ['nothing', [undefined, null]],
  ['numbers that JSON has not', [Number.NaN, -0, Number.POSITIVE_INFINITY, 2n ** 70n]],
  [
    'words that look like its own marks',
    { number: 'NaN', object: [['a', 1]], array: ['Uint8Array', 'AAAA'] },
  ],
  ['columns', [new Float32Array([1.5, -0, Number.NaN]), new Uint16Array([65_535]), new Uint8Array(0)]],
  ['a part of a larger buffer', new Uint8Array([1, 2, 3, 4]).subarray(1, 3)],
  ['dates, maps and sets', [new Date(5), new Map([[{ a: 1 }, new Set([1])]])]],
  ['an absent value under a name', { a: undefined, b: { c: [] } }],
] as const)('[6.4] what crosses IPC arrives as a structured clone: %s', ([_what, value]) => {
  expect(decode(encode(value))).toStrictEqual(structuredClone(value))
})

test('[6.4] what Electron would not clone is not carried', () => {
  expect(() => encode({ call: () => 1 })).toThrow(DOMException)
  expect(() => encode(Symbol('no'))).toThrow(DOMException)
})

test('[6.4] a class does not cross, only what is in it', () => {
  class Cart {
    readonly seats = 3
  }
  expect(decode(encode(new Cart()))).toStrictEqual({ seats: 3 })
})
