// [SYNC 4.7] The seats of lost sales, once the house sells again: they go to the people who have the tickets, or to those who paid for
// them here.

import { expect, test } from 'vitest'
import type { SeatId } from '../../shared/domain/ids.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { TestHouse, holdOf, openingMs, payOf, show1 } from '../engine/test-house.ts'
import { ManualClock, SeededChance } from '../engine/test-world.ts'
import { Evening, begun, door, filesOf, here, waiting } from './lost-sales.fixture.ts'
import { markPutBack } from './new-recovery.ts'

/** Older files are put back and sold from: of the seats of lost sales, one is held and another is sold again. */
async function soldFromOlder() {
  const evening = await begun()
  const sold = [await evening.sell([1, 2]), await evening.sell([4])]
  const files = evening.backup
  const later = new TestHouse({ store: files, seed: 'later' })
  const sale = { into: await later.done('desk-1', 'hold-seats', holdOf([4], { cart: 'second' })) }
  await later.done('desk-1', 'pay-booking', payOf(sale.into.booking))
  const { booking: held } = await later.done('desk-1', 'hold-seats', holdOf([2, 3], { cart: 'third' }))
  const world = { clock: new ManualClock(openingMs), chance: new SeededChance('found') }
  markPutBack(files, { foundBy: door, seen: 99, epoch: 1 }, later.engine.sequence, world)
  const desk = waiting(files)
  await desk.speak(door, filesOf(evening.house))
  await desk.handIn(door, evening.kept)
  return { ...desk, sold, held, second: sale.into.booking }
}

test('[SYNC 4.7] [SYNC 5.9] where older files were sold from, a hold gives way to whoever has the tickets: nobody gets that seat when it ends', async () => {
  const { files, desk, settled, sold, held, over } = await soldFromOlder()
  expect(desk.view().lost.sales.map(({ stands }) => stands)).toEqual(['free', 'taken'])
  await settled(sold)
  await desk.boxOfficeOf(here).call('open-restored', { reason: 'it fits no more', first: null, second: null })
  expect(over()).toBe(1)
  expect(files.get('booking', held.bookingId)?.state).toBe('cancelled')
  const house = new TestHouse({ store: files, seed: 'after' })
  for (const seat of [1, 2])
    expect(await house.ask('desk-1', 'hold-seats', holdOf([seat], { cart: `later-${seat}` }))).toMatchObject({
      refusal: { code: 'SEAT_NOT_AVAILABLE' },
    })
  await house.done('desk-1', 'hold-seats', holdOf([3], { cart: 'later-3' }))
  expect(checkInvariants(files)).toEqual([])
})

test('[SYNC 4.7] [I48] what was paid for here stands; when that customer is moved or gives it back, the seat is off sale for whoever has the tickets', async () => {
  const { files, desk, settled, sold, second } = await soldFromOlder()
  await settled(sold)
  await desk.boxOfficeOf(here).call('open-restored', { reason: 'it fits no more', first: null, second: null })
  expect(files.get('claim', show1, 4)?.bookingId).toBe(second.bookingId)
  expect(checkInvariants(files)).toEqual([])
  const house = new TestHouse({ store: files, seed: 'after' })
  const stateOf = async (seat: number) => {
    const { rows } = await house.done('manager-1', 'seat-rows', { showId: show1, ids: [seat as SeatId] })
    return rows.map(({ state, blockedFor }) => [state, blockedFor])
  }
  expect(await stateOf(4)).toEqual([['sold', expect.stringContaining('written on the list')]])
  await house.done('desk-1', 'cancel-booking', { bookingId: second.bookingId, reason: 'moved' })
  expect(await stateOf(4)).toEqual([['blocked', expect.stringContaining('written on the list')]])
  expect(await house.ask('desk-1', 'hold-seats', holdOf([4], { cart: 'anybody' }))).toMatchObject({
    refusal: { code: 'SEAT_NOT_AVAILABLE' },
  })
  expect(checkInvariants(files)).toEqual([])
})

test('[SYNC 4.7] [A2] put on sale again while somebody has it, it stays theirs', async () => {
  const { files, desk, settled, sold, second } = await soldFromOlder()
  await settled(sold)
  await desk.boxOfficeOf(here).call('open-restored', { reason: 'it fits no more', first: null, second: null })
  const house = new TestHouse({ store: files, seed: 'after' })
  const sums = async () => (await house.done('manager-1', 'capacity', { showId: show1 })).counts
  const { sold: many } = await sums()
  const change = { of: 'seats', showId: show1, blockedFor: null } as const
  await house.done('manager-1', 'change-rows', { change, rows: { ids: [4] } })
  expect((await sums()).sold).toBe(many)
  await house.done('desk-1', 'cancel-booking', { bookingId: second.bookingId, reason: 'moved' })
  await house.done('desk-1', 'hold-seats', holdOf([4], { cart: 'anybody' }))
  expect(checkInvariants(files)).toEqual([])
})

test('[SYNC 4.7] [I16] the hold of a sale that is named cannot be paid again, also where it was given back; a part that is paid here stays', async () => {
  const evening = new Evening()
  await evening.house.done('manager-1', 'admit-kiosk', { name: 'Door', pin: 'a'.repeat(64) })
  const [given, parted] = [await evening.hold([5]), await evening.hold([6])]
  await evening.house.done('desk-1', 'pay-booking', {
    ...payOf(parted),
    amountMinor: 1_00,
    tenderedMinor: 1_00,
  })
  const backup = filesOf(evening.house)
  await evening.asked('pay-booking', payOf(given))
  await evening.asked('cancel-booking', { bookingId: given.bookingId, reason: 'ill' })
  const due = { amountMinor: parted.totals.totalMinor - 1_00, tenderedMinor: parted.totals.totalMinor }
  await evening.asked('pay-booking', { ...payOf(parted), ...due })
  const { desk, files, handIn, settled, over, speak } = waiting(backup)
  await speak(door, filesOf(new TestHouse({ store: backup })))
  await handIn(door, evening.kept)
  expect(desk.view().lost.sales.map(({ stands }) => stands)).toEqual(['given-back', 'held-here'])
  await settled([given, parted])
  expect(over()).toBe(1)
  expect(files.get('booking', given.bookingId)?.state).toBe('cancelled')
  const house = new TestHouse({ store: files, seed: 'after' })
  expect(await house.ask('desk-1', 'pay-booking', payOf(given))).toMatchObject({ kind: 'refused' })
  // The rest of the other booking is taken, as the screen says.
  await house.done('desk-1', 'pay-booking', { ...payOf(parted), ...due })
  expect(checkInvariants(files)).toEqual([])
})
