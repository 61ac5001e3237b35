import { expect, test } from 'vitest'
import { type Look, settled, slopeOf, smallestOf } from './slope.ts'

/** Garbage that is made and collected: up by a megabyte per look, and down again all at once. */
const sawtooth = (at: number) => (at % 7) * 1_000_000
const looks = (many: number, bytesAt: (at: number) => number): Look[] =>
  Array.from({ length: many }, (_, at) => ({ at, bytes: bytesAt(at) }))

test('[V12] what grows steadily has its slope, however much is made and thrown away meanwhile', () => {
  const leaking = looks(70, (at) => 50_000_000 + at * 20_000 + sawtooth(at))
  expect(slopeOf(smallestOf(leaking, 7))).toBeCloseTo(20_000, -3)
})

test('[V12] what only goes up and down has none', () => {
  const sound = looks(70, (at) => 50_000_000 + sawtooth(at))
  expect(slopeOf(smallestOf(sound, 7))).toBe(0)
})

test('[V12] one look at a bad moment is no leak, at the end neither', () => {
  const sound = looks(20, (at) => (at === 19 ? 90_000_000 : 50_000_000))
  expect(slopeOf(sound)).toBe(0)
})

test('[V12] what a start needs is no growth', () => {
  const starting = looks(20, (at) => Math.min(at, 7) * 1_000_000)
  expect(slopeOf(settled(starting))).toBe(0)
  expect(settled(starting)).toHaveLength(12)
})

test('[V12] of too few looks nothing is said, and a part of a stretch is left out', () => {
  expect([slopeOf([]), slopeOf([{ at: 1, bytes: 5 }])]).toEqual([0, 0])
  expect(
    smallestOf(
      looks(13, (at) => at),
      7,
    ).map(({ at }) => at),
  ).toEqual([0])
})
