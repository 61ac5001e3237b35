import { expect, test } from 'vitest'
import type { CommandId } from '../../shared/domain/ids.ts'
import { operations } from '../../shared/contract/operations.ts'
import { DAY_MS } from '../../shared/lib/time.ts'
import { Ulids } from '../../shared/lib/ulid.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { openDatabase } from '../store/open-database.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { TestHouse, holdOf, openingMs, show1, show2 } from './test-house.ts'

/** Seat 0 is held; two others try for it, and one for a seat that is not on sale. */
async function refusedHolds(house: TestHouse) {
  const ids = new Ulids((count) => new Uint8Array(count))
  const newId = () => ids.next(house.clock.atMs) as CommandId
  const hold = (cart: string, seat: number, id = newId(), showId = show1) =>
    house.ask('desk-1', 'hold-seats', holdOf([seat], { cart, showId }), id)
  await hold('a', 0)
  const again = newId()
  const first = await hold('b', 0, again)
  await hold('c', 0)
  await hold('d', 13, newId(), show2)
  house.clock.atMs += DAY_MS
  const repeated = await hold('b', 0, again)
  return { first, repeated }
}

test('[K3] [C3] holds that were refused are counted by show and reason, a repeated one once, and it hears the same no', async () => {
  for (const store of [undefined, new SqliteStore(openDatabase(':memory:'))]) {
    const house = new TestHouse(store ? { store } : {})
    const { first, repeated } = await refusedHolds(house)
    expect(first).toMatchObject({ kind: 'refused', refusal: { code: 'SEAT_NOT_AVAILABLE' } })
    expect(repeated).toEqual(first)
    const stretch = { fromMs: openingMs, untilMs: openingMs + 1, after: null }
    const told = await house.done('manager', 'report-refusals', stretch)
    expect(operations['report-refusals'].output.safeParse(told).success).toBe(true)
    expect(told).toEqual({
      refusals: [
        { showId: show1, code: 'SEAT_NOT_AVAILABLE', atMs: openingMs, count: 2 },
        { showId: show2, code: expect.any(String), atMs: openingMs, count: 1 },
      ],
      next: null,
    })
    const later = { ...stretch, fromMs: openingMs + 1, untilMs: openingMs + 2 * DAY_MS }
    expect((await house.done('manager', 'report-refusals', later)).refusals).toEqual([])
    house.restart()
    expect(await house.done('manager', 'report-refusals', stretch)).toEqual(told)
    expect(checkInvariants(house.store)).toEqual([])
  }
})
