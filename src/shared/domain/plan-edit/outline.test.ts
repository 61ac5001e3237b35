import { expect, test } from 'vitest'
import { plainArea } from './add-parts.ts'
import { measuresOf, outlineAround, stretched } from './outline.ts'
import { after, begun, choosing } from './plan-edit.fixture.ts'
import { areasOf } from './chosen.ts'

const seat = (x: number, y: number) => ({ x, y, radius: 4 })

test('[L4] a line around seats goes round the outermost, and round nobody where there is nobody', () => {
  expect(outlineAround([])).toEqual([])
  expect(outlineAround([seat(10, 10)])).toEqual([
    [0, 0],
    [20, 0],
    [20, 20],
    [0, 20],
  ])
  const block = [0, 20, 40].flatMap((x) => [0, 20, 40].map((y) => seat(x, y)))
  expect(new Set(outlineAround(block).map(String))).toEqual(new Set(['-10,-10', '50,-10', '50,50', '-10,50']))
})

test('[L4] an outline is drawn around what is chosen, else around all; it is stretched as any other shape', () => {
  const hall = begun('hall')
  const before = areasOf(hall.draft).length
  const one = after(choosing(hall, 'Lower A1'), { kind: 'add-shape', shape: 'outline', text: '' })
  const line = areasOf(one.draft).at(-1)
  expect(line?.shape).toBe('polygon')
  expect([...one.chosen.areas]).toEqual([before])
  const all = areasOf(after(hall, { kind: 'add-shape', shape: 'outline', text: '' }).draft).at(-1)
  expect(measuresOf(all ?? plainArea).width).toBeGreaterThan(measuresOf(line ?? plainArea).width)
  const wide = areasOf(after(one, { kind: 'set-shape', set: { width: 200 } }).draft).at(-1) ?? plainArea
  expect(measuresOf(wide)).toEqual({ width: 200, height: measuresOf(line ?? plainArea).height })
  const high = areasOf(after(one, { kind: 'set-shape', set: { height: 90 } }).draft).at(-1) ?? plainArea
  expect(measuresOf(high)).toEqual({ width: measuresOf(line ?? plainArea).width, height: 90 })
  const blank = begun('blank')
  expect(after(blank, { kind: 'add-shape', shape: 'outline', text: '' })).toBe(blank)
})

test('[L4] other shapes say their own measures; an outline without extent is left as it is', () => {
  expect(measuresOf({ ...plainArea, shape: 'rectangle', width: 3, height: 4 })).toEqual({
    width: 3,
    height: 4,
  })
  expect(measuresOf({ ...plainArea, shape: 'polygon' })).toEqual({ width: 0, height: 0 })
  const dot = { ...plainArea, shape: 'polygon', points: [1, 1] } as const
  expect(stretched(dot, { width: 9, height: 9 })).toEqual(dot)
  expect(stretched(plainArea, { width: 9 })).toMatchObject({ width: 9, height: 0 })
})
