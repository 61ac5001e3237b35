import { expect, test } from 'vitest'
import type { Area } from './plan.ts'
import { bestBeforeScreen, focusOf } from './focus.ts'
import { planOf } from './houses.fixture.ts'

const shape = (turn: Partial<Area>): Area => ({
  shape: 'rectangle',
  x: 0,
  y: 0,
  width: 200,
  height: 100,
  rotation: 0,
  points: [],
  color: '#ffffff',
  borderColor: '#000000',
  text: '',
  ...turn,
})
const seats = [300, 330, 360].map((x, index) => ({
  uuid: '',
  guid: '',
  number: String(index + 1),
  x,
  y: 300,
  radius: 10,
  category: 'Near',
  flags: [],
}))

function hallWith(areas: readonly Area[], seated = seats) {
  const section = { name: '', kind: 'seats', rows: [{ label: 'A', seats: seated }], areas } as const
  return planOf({ name: '', width: 800, height: 500, categories: [], sections: [section] })
}

test('[H13] a house looks to the middle of the largest shape that nobody sits on', () => {
  const stage = shape({ x: 200, y: 20 })
  const floor = shape({ x: 100, y: 150, width: 600, height: 300 })
  const word = shape({ shape: 'text', x: 700, y: 480, width: 0, height: 0 })
  expect(focusOf(hallWith([word, floor, stage]))).toEqual({ x: 300, y: 70 })
})

test('[H13] of two shapes that nobody sits on it looks to the larger, whichever is drawn first', () => {
  const [stage, pit] = [shape({ x: 200, y: 20 }), shape({ x: 20, y: 20, width: 100 })]
  for (const drawn of [
    [stage, pit],
    [pit, stage],
  ])
    expect(focusOf(hallWith(drawn))).toEqual({ x: 300, y: 70 })
})

test('[H13] without a stage it looks to the middle of the front; without a seat, to the top', () => {
  expect(focusOf(hallWith([]))).toEqual({ x: 330, y: 300 })
  expect(focusOf(hallWith([shape({ x: 100, y: 200, width: 40, height: 40 })]))).toEqual({ x: 330, y: 300 })
  expect(focusOf(hallWith([], []))).toEqual({ x: 400, y: 0 })
})

test('[H13] before a screen one sits best two thirds of the way back, seen from wherever the screen is', () => {
  const row = (y: number) => seats.map((seat) => ({ ...seat, y }))
  const houseOf = (screen: Partial<Area>) => {
    const rows = [
      { label: 'A', seats: row(200) },
      { label: 'B', seats: row(500) },
    ]
    const section = { name: '', kind: 'seats', rows, areas: [shape(screen)] } as const
    return planOf({ name: '', width: 800, height: 900, categories: [], sections: [section] })
  }
  expect(bestBeforeScreen(houseOf({ x: 230, y: 20 }))).toEqual({ x: 330, y: 400 })
  expect(bestBeforeScreen(houseOf({ x: 230, y: 700 }))).toEqual({ x: 330, y: 300 })
  expect(bestBeforeScreen(houseOf({ x: 0, y: 250, width: 100, height: 200 }))).toEqual({ x: 340, y: 350 })
})
