import { fc, test as check } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { oneBit, rowsOf } from './one-bit.ts'

/** A picture of greys, row by row. */
function greys(rows: readonly (readonly number[])[]): Uint8ClampedArray {
  return Uint8ClampedArray.from(rows.flat().flatMap((grey) => [grey, grey, grey, 255]))
}

const even = (grey: number, width: number, height: number) =>
  greys(Array.from({ length: height }, () => Array.from({ length: width }, () => grey)))

function blacks(bits: Uint8Array): number {
  return bits.reduce((sum, byte) => sum + (byte.toString(2).match(/1/g)?.length ?? 0), 0)
}

test('[T2] the first dot of a row is the highest bit of its first byte', () => {
  const row = [0, 255, 255, 255, 255, 255, 255, 0]
  expect([...oneBit(greys([row, row.toReversed().fill(255, 1)]), 8, 2).bits]).toEqual([0x81, 0x80])
})

test('[T2] the soft edge of a letter becomes black or white and leaves no crumbs behind', () => {
  for (const grey of [20, 47]) expect(blacks(oneBit(even(grey, 16, 16), 16, 16).bits), `${grey}`).toBe(256)
  for (const grey of [210, 240]) expect(blacks(oneBit(even(grey, 16, 16), 16, 16).bits), `${grey}`).toBe(0)
})

check.prop([fc.integer({ min: 60, max: 195 })])('[T2] as much of a grey is black as it is dark', (grey) => {
  const size = 64
  const share = blacks(oneBit(even(grey, size, size), size, size).bits) / size ** 2
  expect(share).toBeCloseTo(1 - grey / 255, 1)
})

test('[T2] green weighs more than blue, as the eye has it', () => {
  const dot = (red: number, green: number, blue: number) => [red, green, blue, 255]
  const row = [...dot(0, 255, 0), ...dot(0, 0, 255), ...dot(255, 0, 0)]
  const white = Array.from({ length: 5 }, () => dot(255, 255, 255)).flat()
  const { bits } = oneBit(Uint8ClampedArray.from([...row, ...white]), 8, 1)
  expect((bits[0] ?? 0) & 0x80).toBe(0)
  expect((bits[0] ?? 0) & 0x60).toBe(0x60)
})

test('[T2] rows are cut out whole, the last piece as tall as what is left', () => {
  const picture = oneBit(greys([0, 255, 0].map((grey) => Array.from({ length: 16 }, () => grey))), 16, 3)
  expect([...rowsOf(picture, 0, 2).bits]).toEqual([255, 255, 0, 0])
  expect(rowsOf(picture, 2, 4)).toMatchObject({ width: 16, height: 1 })
  expect([...rowsOf(picture, 2, 4).bits]).toEqual([255, 255])
})
