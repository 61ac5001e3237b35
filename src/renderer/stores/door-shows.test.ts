import { expect, test } from 'vitest'
import type { ShowRow } from '../../shared/contract/shapes.ts'
import type { ShowId } from '../../shared/domain/ids.ts'
import { HOUR_MS } from '../../shared/lib/time.ts'
import { doorShow, doorShows } from './door-shows.ts'

const nowMs = 1_000 * HOUR_MS
const show = (id: number, hours: number, turned: Partial<ShowRow> = {}) =>
  ({ showId: id, startsAtMs: nowMs + hours * HOUR_MS, active: true, sort: 'film', ...turned }) as ShowRow
const ids = (rows: readonly ShowRow[]) => rows.map(({ showId }) => Number(showId))

test('[T3] the door of tonight’s shows, also of those that began; of no hotel and nothing taken off sale', () => {
  const rows = [
    show(1, 3),
    show(2, -2),
    show(3, -13),
    show(4, 25),
    show(5, 1, { sort: 'hotel' }),
    show(6, 1, { active: false }),
  ]
  expect(ids(doorShows(rows, nowMs))).toEqual([2, 1])
  expect(ids(doorShows([show(3, -13), show(4, 25)], nowMs))).toEqual([4])
})

test('[T3] the next to start, the chosen one while it is there, and after the last start that one', () => {
  const rows = doorShows([show(1, 3), show(2, -2)], nowMs)
  expect(doorShow(rows, null, nowMs)?.showId).toBe(1)
  expect(doorShow(rows, 2 as ShowId, nowMs)?.showId).toBe(2)
  expect(doorShow(rows, 9 as ShowId, nowMs)?.showId).toBe(1)
  expect(doorShow(doorShows([show(2, -2)], nowMs), null, nowMs)?.showId).toBe(2)
  expect(doorShow([], null, nowMs)).toBeNull()
})
