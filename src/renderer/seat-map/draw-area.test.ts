import { expect, test } from 'vitest'
import type { Area } from '../../shared/domain/seat-plan/plan.ts'
import { areaBox } from './area-box.ts'
import { areaReach, type AreaRuler } from './draw-area.ts'

const noArea = { points: [], rotation: 0, color: '', borderColor: '', text: '', width: 0, height: 0 }
const word: Area = { ...noArea, shape: 'text', x: 100, y: 100, text: '310' }
const wall: Area = { ...noArea, shape: 'rectangle', x: 0, y: 0, width: 40, height: 20 }

/** Every letter is 0.6 of its type size wide, like wide digits. */
function makeRuler(): AreaRuler {
  return {
    font: '',
    letterSpacing: '',
    measureText(text) {
      const size = Number(/([\d.]+)px/.exec(this.font)?.[1])
      return { width: text.length * size * 0.6 } as TextMetrics
    },
  }
}

const reach = (area: Area, scale: number, hasWords = true) =>
  areaReach(makeRuler(), area, { theme: { font: 'x' }, scale, ratio: 1, seatRadius: 10, hasWords })

test('a word of a far plan reaches as far as its letters, not as its place on the plan: no tile cuts it', () => {
  const scale = 0.1
  // 10 px type, three letters of 6 px.
  expect(reach(word, scale).left).toBeLessThanOrEqual(10 - 9)
  expect(reach(word, scale).right).toBeGreaterThanOrEqual(10 + 9)
  const guess = areaBox(word, 10)
  expect(reach(word, scale).right).toBeGreaterThan(guess.right * scale)
})

test('a word that stands out over a thin shape belongs to what it reaches; without words the shape is all', () => {
  const lettered = { ...wall, text: 'Gangway' }
  expect(reach(lettered, 0.2).bottom).toBeGreaterThan(2 + 5)
  expect(reach(lettered, 0.2, false)).toEqual(reach(wall, 0.2))
})

test('a turned shape reaches where it is turned to, with its edge', () => {
  const { left, right, bottom } = reach({ ...wall, rotation: 90 }, 1)
  expect([left, right, bottom].map(Math.round)).toEqual([-22, 2, 42])
})
