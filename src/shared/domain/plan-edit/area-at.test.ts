import { expect, test } from 'vitest'
import { areaAt } from './area-at.ts'
import { plainArea } from './add-parts.ts'
import type { Area } from '../seat-plan/plan.ts'

const at = (area: Partial<Area>, x: number, y: number) => areaAt([{ ...plainArea, ...area }], { x, y })

test('[L4] a shape is hit where it is drawn, and not beside it', () => {
  const wall = { shape: 'rectangle', x: 10, y: 10, width: 20, height: 4 } as const
  expect([at(wall, 10, 10), at(wall, 30, 14), at(wall, 31, 12), at(wall, 20, 9)]).toEqual([0, 0, null, null])
  expect([at(wall, 9, 12), at(wall, 20, 15)]).toEqual([null, null])
  const table = { shape: 'circle', x: 0, y: 0, width: 10, height: 10 } as const
  expect([at(table, 7, 7), at(table, 8, 8)]).toEqual([0, null])
  const pool = { shape: 'ellipse', x: 0, y: 0, width: 20, height: 5 } as const
  expect([at(pool, 19, 0), at(pool, 0, 6)]).toEqual([0, null])
  const word = { shape: 'text', x: 0, y: 0, text: 'Bar' } as const
  expect([at(word, 14, 9), at(word, 16, 0), at(word, 0, 11)]).toEqual([0, null, null])
})

test('[L4] an outline is hit inside its corners, however they go in and out', () => {
  const corner = { shape: 'polygon', points: [0, 0, 40, 0, 40, 10, 10, 10, 10, 40, 0, 40] } as const
  expect([at(corner, 5, 35), at(corner, 35, 5), at(corner, 30, 30), at(corner, -1, 5)]).toEqual([
    0,
    0,
    null,
    null,
  ])
  expect(at({ shape: 'polygon', points: [] }, 0, 0)).toBe(null)
})

test('[L4] a turned shape is hit where it lies then; of two on each other the one on top', () => {
  const turned = { shape: 'rectangle', x: 0, y: 0, width: 40, height: 4, rotation: 90 } as const
  expect([at(turned, -2, 30), at(turned, 30, 2)]).toEqual([0, null])
  const both = [turned, { ...turned, rotation: 0 }].map((area) => ({ ...plainArea, ...area }))
  expect(areaAt(both, { x: 0, y: 0 })).toBe(1)
  expect(areaAt(both, { x: -2, y: 30 })).toBe(0)
})
