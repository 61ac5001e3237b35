import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { takenHouse } from './houses.fixture.ts'
import { seatRuns } from './seat-runs.ts'
import { nearestStretches } from './stretches.ts'

/** The slow reference: looks at every seat by itself, and sorts all stretches. */
function everyStretch({ endOf, distance }: ReturnType<typeof seatRuns>, open: Uint8Array) {
  const stretches: { start: number; length: number; distance: number }[] = []
  for (const [place, isOpen] of open.entries()) {
    const before = stretches.at(-1)
    const goesOn = before?.start !== undefined && before.start + before.length === place
    if (isOpen === 0) continue
    if (before && goesOn && endOf[before.start] === endOf[place]) {
      before.length += 1
      before.distance += distance[place] ?? 0
    } else stretches.push({ start: place, length: 1, distance: distance[place] ?? 0 })
  }
  return stretches.toSorted((a, b) => a.distance / a.length - b.distance / b.length || a.start - b.start)
}

test.prop([takenHouse, fc.integer({ min: 1, max: 12 })])(
  '[H13] the nearest stretches are the first of all of them in order, however few are wanted',
  ({ plan, states }, most) => {
    const runs = seatRuns(plan)
    const open = Uint8Array.from(runs.order, (seat) => (states[seat] === 0 ? 1 : 0))
    expect(nearestStretches(runs, open, most)).toEqual(everyStretch(runs, open).slice(0, most))
  },
)
