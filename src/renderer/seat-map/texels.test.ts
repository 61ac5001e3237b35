import { expect, test } from 'vitest'
import { putSeat, type Texels } from './texels.ts'

const sheet = (width: number, height: number): Texels => ({
  width,
  height,
  data: new Uint8ClampedArray(width * height * 4),
})
const red = { edge: [255, 0, 0], fill: [0, 0, 255] } as const
const pixel = ({ width, data }: Texels, x: number, y: number) =>
  Array.from(data.slice((y * width + x) * 4, (y * width + x) * 4 + 4))

test('a seat smaller than its pixels covers each by its share', () => {
  const texels = sheet(2, 1)
  putSeat(texels, { x: 1, y: 0.5, size: 1 }, red)
  expect(pixel(texels, 0, 0)[3]).toBeCloseTo(127, -1)
  expect(pixel(texels, 1, 0)[3]).toBeCloseTo(127, -1)
})

test('neighbours’ shares of a pixel add up to the whole', () => {
  const texels = sheet(3, 1)
  putSeat(texels, { x: 0.75, y: 0.5, size: 1.5 }, red)
  putSeat(texels, { x: 2.25, y: 0.5, size: 1.5 }, red)
  expect(pixel(texels, 1, 0)[3]).toBe(255)
})

test('from 4 px on a seat is an edge around a filling: state by shape', () => {
  const texels = sheet(5, 5)
  putSeat(texels, { x: 2.5, y: 2.5, size: 5 }, red)
  expect(pixel(texels, 0, 2)).toEqual([255, 0, 0, 255])
  expect(pixel(texels, 2, 2)).toEqual([0, 0, 255, 255])
})

test('a seat half outside writes nothing beyond its sheet', () => {
  const texels = sheet(4, 4)
  putSeat(texels, { x: 0, y: 2, size: 6 }, red)
  expect(pixel(texels, 3, 2)[3]).toBe(0)
})
