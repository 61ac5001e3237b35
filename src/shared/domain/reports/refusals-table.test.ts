import { expect, test } from 'vitest'
import type { ShowId } from '../ids.ts'
import { reasonOf, refusalsBy } from './refusals-table.ts'

const refused = (show: number, code: string, count: number, hour = 9) => {
  return { showId: show as ShowId, code, count, hour }
}
const all = [
  refused(1, 'SEAT_NOT_AVAILABLE', 2, 19),
  refused(2, 'SINGLE_SEAT', 5),
  refused(1, 'BUSY', 1),
  refused(2, 'SEAT_NOT_AVAILABLE', 4, 18),
  refused(2, 'NOT_FOUND', 1),
]
const rowsBy = (grouping: 'reason' | 'hour' | 'show') =>
  refusalsBy(all, grouping, ({ hour }) => hour).map(({ key, count }) => [key, count])

test('[K3] refused holds by reason and by show, the most first, and by the hour in which they were', () => {
  expect(rowsBy('reason')).toEqual([
    ['SEAT_NOT_AVAILABLE', 6],
    ['SINGLE_SEAT', 5],
    ['OTHER', 2],
  ])
  expect(rowsBy('show')).toEqual([
    ['2', 10],
    ['1', 3],
  ])
  expect(rowsBy('hour')).toEqual([
    ['9', 7],
    ['18', 4],
    ['19', 2],
  ])
})

test('[K3] behind each number are the refusals that it counts', () => {
  const [first] = refusalsBy(all, 'reason', () => 0)
  expect(first?.refusals).toEqual([all[0], all[3]])
  expect(reasonOf({ code: 'LADIES_ONLY' })).toBe('LADIES_ONLY')
})
