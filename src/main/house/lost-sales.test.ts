// [SYNC 4.7] Sales that kiosks were told of and that are in nobody's copy: a house that came back from a backup names them until somebody
// has seen to them.

import { expect, test } from 'vitest'
import type { Booking } from '../../shared/domain/booking.ts'
import type { StaffId } from '../../shared/domain/ids.ts'
import type { Receipt } from '../../shared/domain/lost-sale.ts'
import { known } from '../../shared/lib/assert.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { TestHouse, holdOf, payOf, show1 } from '../engine/test-house.ts'
import { plainPinHasher } from '../engine/test-world.ts'
import { nameOfHouse } from '../store/house-epoch.ts'
import { put } from '../store/rows.ts'
import { StorageFault } from '../store/store.ts'
import {
  Evening,
  type Person,
  bar,
  begun,
  door,
  filesOf,
  here,
  lostEvents,
  settle,
  waiting,
} from './lost-sales.fixture.ts'

/** Both kiosks come back with copies as old as the backup; the door's file knows of two sales since. */
async function twoLost() {
  const evening = await begun()
  const sold = [await evening.sell([1, 2]), await evening.sell([4])]
  const house = waiting(evening.backup)
  const old = filesOf(new TestHouse({ store: evening.backup }))
  return { ...house, evening, sold, old }
}

test('[SYNC 4.7] [I23] what was confirmed to a kiosk and is in nobody’s copy is named: booking, show, seats, money, when, where and by whom', async () => {
  const { desk, evening, sold, old, speak, handIn, none, over } = await twoLost()
  await speak(door, old)
  await speak(bar, old)
  expect(desk.view().kiosks.map(({ word }) => word)).toEqual(['coming', 'coming'])
  await handIn(door, evening.kept)
  await none(bar)
  expect(desk.view().kiosks.map(({ word }) => word)).toEqual(['spoken', 'spoken'])
  const [first] = sold
  expect(desk.view().lost).toMatchObject({ count: 2, settled: 0 })
  expect(desk.view().lost.sales[0]).toMatchObject({
    bookingId: first?.bookingId,
    showId: show1,
    seats: ['A2', 'A3'],
    numbers: first?.tickets.map(({ number }) => number),
    currency: 'INR',
    totalMinor: 420_00,
    ways: [{ mode: 'CASH', amountMinor: 420_00 }],
    confirmedAtMs: first?.confirmedAtMs,
    kiosk: 'Door',
    zone: 'Asia/Kolkata',
    stands: 'free',
  })
  expect(over(), 'it waits for whoever sees to them').toBe(0)
})

test('[SYNC 4.7] somebody sees to each, then it sells: the journal names them, their seats are off sale, and nobody else gets them', async () => {
  const { files, desk, evening, sold, old, speak, handIn, none, settled, over } = await twoLost()
  for (const kiosk of [door, bar]) await speak(kiosk, old)
  await handIn(door, evening.kept)
  await none(bar)
  expect(await settled(sold.slice(0, 1))).toMatchObject({ kind: 'done', value: { left: 1 } })
  expect(over()).toBe(0)
  expect(desk.view().lost).toMatchObject({ count: 1, settled: 1 })
  expect(await settled(sold.slice(1), false)).toMatchObject({ kind: 'done', value: { left: 0 } })
  expect(over()).toBe(1)
  expect(lostEvents(files)).toMatchObject([
    { sale: { bookingId: sold[0]?.bookingId, kioskId: door }, settled: { note: 'written on the list' } },
    { sale: { bookingId: sold[1]?.bookingId }, settled: { keepsSeats: false } },
  ])
  expect(checkInvariants(files)).toEqual([])
  expect(files.all('meta').filter(({ key }) => key.startsWith('lost '))).toEqual([])
  const house = new TestHouse({ store: files, seed: 'after' })
  for (const seat of [1, 2])
    expect(await house.ask('desk-1', 'hold-seats', holdOf([seat], { cart: `later-${seat}` }))).toMatchObject({
      refusal: { code: 'SEAT_NOT_AVAILABLE' },
    })
  // The person who settled it let the other one's seats go.
  await house.done('desk-1', 'hold-seats', holdOf([4], { cart: 'later-4' }))
})

test('[SYNC 4.7] two people who open it before have them named all the same, and their seats off sale', async () => {
  const { files, desk, evening, sold, old, speak, handIn, over } = await twoLost()
  await speak(door, old)
  await handIn(door, evening.kept)
  await desk.boxOfficeOf(here).call('open-restored', { reason: 'bar burnt', first: null, second: null })
  expect(over()).toBe(1)
  expect(lostEvents(files)).toMatchObject(
    sold.map(({ bookingId }) => ({ sale: { bookingId }, settled: null })),
  )
  expect(files.all('block').map(({ seatId }) => seatId)).toEqual([1, 2, 4])
  expect(files.all('block')[0]?.reason).toContain('bar burnt')
  expect(checkInvariants(files)).toEqual([])
})

test('[SYNC 4.7] handed in again, it is one; and what another kiosk’s copy has after all is lost no more', async () => {
  const { files, desk, evening, old, speak, handIn, over, none } = await twoLost()
  await speak(door, old)
  for (let times = 0; times < 3; times += 1) await handIn(door, evening.kept)
  expect(desk.view().lost.count).toBe(2)
  await none(bar)
  await speak(bar, filesOf(evening.house))
  expect(desk.view().lost).toEqual({ sales: [], count: 0, settled: 0 })
  expect(over()).toBe(1)
  expect(lostEvents(files)).toEqual([])
  expect(files.all('block')).toEqual([])
})

test('[SYNC 4.7] what the house has is not named, and neither is what was sold before its backup', async () => {
  const evening = await begun()
  const { desk, speak, handIn, log } = waiting(evening.backup)
  await speak(door, filesOf(evening.house))
  await handIn(door, evening.kept)
  expect(desk.view().lost.count).toBe(0)
  expect(log.lines.filter(({ message }) => message === 'a receipt was handed in')).toEqual([])
})

test('[SYNC 4.7] a list outlives a new start of the house that waits, and so does what was seen to', async () => {
  const first = await twoLost()
  await first.speak(door, first.old)
  await first.handIn(door, first.evening.kept)
  await first.settled(first.sold.slice(0, 1))
  const second = waiting(first.files)
  expect(second.desk.view().lost).toMatchObject({ count: 1, settled: 1 })
  expect(second.desk.view().kiosks.map(({ word }) => word)).toEqual(['spoken', 'awaited'])
})

test('[SYNC 4.7] receipts of another house, or of another number, are refused and counted, and name nothing', async () => {
  const { desk, evening, files } = await twoLost()
  const own = known(nameOfHouse(files), 'house')
  const [receipt] = evening.kept.receipts(own.root, { toldAtMs: 0, place: 0 }, 10).receipts.slice(1)
  const like = (house: Partial<Receipt['house']>): Receipt => ({
    ...known(receipt, 'receipt'),
    house: { ...own, ...house },
  })
  const receipts = [like({ root: 'another' }), like({ storeId: 'copy' }), like({ epoch: 2, storeId: 'x' })]
  const answer = await desk.boxOfficeOf(door).call('hand-in-receipts', { receipts, isAll: false })
  expect(answer).toMatchObject({ value: { verdicts: ['other-house', 'other-epoch', 'other-epoch'] } })
  expect(desk.view().lost.count).toBe(0)
  expect(desk.view().kiosks.map(({ refused }) => refused)).toEqual([3, 0])
})

test('[SYNC 4.7] what was cancelled after it was sold is named so, and its seats are free', async () => {
  const evening = await begun()
  const booking = await evening.sell([3])
  await evening.asked('cancel-booking', { bookingId: booking.bookingId, reason: 'ill' })
  const { desk, files, handIn, settled, speak, none, over } = waiting(evening.backup)
  const old = filesOf(new TestHouse({ store: evening.backup }))
  for (const kiosk of [door, bar]) await speak(kiosk, old)
  await handIn(door, evening.kept)
  await none(bar)
  expect(desk.view().lost.sales).toMatchObject([{ bookingId: booking.bookingId, stands: 'given-back' }])
  await settled([booking])
  expect(over()).toBe(1)
  expect(files.all('block')).toEqual([])
})

test('[SYNC 4.7] what the backup has as held was given up before it was sold: those holds end, and their seats are kept', async () => {
  const evening = new Evening()
  await evening.house.done('manager-1', 'admit-kiosk', { name: 'Door', pin: 'a'.repeat(64) })
  const held = await evening.hold([5])
  const others = await evening.hold([6])
  const backup = filesOf(evening.house)
  const sold = await evening.asked('pay-booking', payOf(held))
  await evening.house.done('desk-1', 'cancel-booking', { bookingId: others.bookingId, reason: '' })
  const mine = await evening.sell([6, 7])
  const { desk, files, handIn, settled, over, speak } = waiting(backup)
  await speak(door, filesOf(new TestHouse({ store: backup })))
  await handIn(door, evening.kept)
  expect(desk.view().lost.sales).toMatchObject([
    { bookingId: sold.bookingId, stands: 'free' },
    { bookingId: mine.bookingId, stands: 'free' },
  ])
  await settled([sold, mine])
  expect(over()).toBe(1)
  expect(files.all('block').map(({ seatId }) => seatId)).toEqual([5, 6, 7])
  expect(files.get('booking', others.bookingId)?.state).toBe('cancelled')
  expect(checkInvariants(files)).toEqual([])
})

/**
 * One was sold before the backup, then moved or returned at a kiosk whose copy is as old as the backup; that kiosk hands in its receipts.
 */
async function changedSince(change: (evening: Evening, booking: Booking) => Promise<Booking>) {
  const evening = new Evening()
  await evening.house.done('manager-1', 'admit-kiosk', { name: 'Door', pin: 'a'.repeat(64) })
  const booking = await evening.sell([0, 1])
  const backup = filesOf(evening.house)
  const since = await change(evening, booking)
  const house = waiting(backup)
  await house.speak(door, filesOf(new TestHouse({ store: backup })))
  await house.handIn(door, evening.kept)
  return { ...house, evening, booking, since }
}

const moved = (evening: Evening, { bookingId }: Booking) =>
  evening.asked('reseat-booking', {
    bookingId,
    showId: show1,
    moves: [{ from: 1, to: 5 }] as never,
    differenceMinor: 0,
    mode: 'CASH',
    tenderedMinor: 0,
  })

const givenBack = (evening: Evening, { bookingId }: Booking) =>
  evening.asked('cancel-booking', { bookingId, reason: 'ill' })

test('[SYNC 4.7] [C1] what was moved after the backup is named with the seats that its customer has, and nobody else gets those', async () => {
  const { desk, files, since, settled, over } = await changedSince(moved)
  expect(over(), 'it waits for whoever sees to it').toBe(0)
  expect(desk.view().lost.sales).toMatchObject([
    { bookingId: since.bookingId, seats: ['A1', 'B1'], kiosk: 'Door', stands: 'other-seats' },
  ])
  await settled([since])
  expect(over()).toBe(1)
  expect(files.all('block').map(({ seatId }) => seatId)).toEqual([5])
  expect(files.get('booking', since.bookingId)?.lines.map(({ seatId }) => seatId)).toEqual([0, 1])
  expect(lostEvents(files)).toMatchObject([{ sale: { bookingId: since.bookingId } }])
  expect(checkInvariants(files)).toEqual([])
  const house = new TestHouse({ store: files, seed: 'after' })
  expect(await house.ask('desk-1', 'hold-seats', holdOf([5]))).toMatchObject({
    refusal: { code: 'SEAT_NOT_AVAILABLE' },
  }) // Returned here, the seats that the booking has here are free again.
  await house.done('desk-1', 'cancel-booking', { bookingId: since.bookingId, reason: 'ill' })
  await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
})

test('[SYNC 4.7] named once, what is done about it in the house that went on is named as well where a second restore loses that', async () => {
  const first = await changedSince(moved)
  await first.settled([first.since])
  const house = new TestHouse({ store: first.files, seed: 'after' })
  const change = { of: 'seats', showId: show1, blockedFor: null } as const
  await house.done('manager-1', 'change-rows', { change, rows: { ids: [5] } })
  const backup = filesOf(house)
  const again = Object.assign(new Evening(), { house, kept: first.evening.kept })
  const since = await moved(again, first.booking)
  const { desk, speak, handIn } = waiting(backup)
  await speak(door, filesOf(new TestHouse({ store: backup })))
  await handIn(door, again.kept)
  expect(desk.view().lost.sales).toMatchObject([
    { bookingId: since.bookingId, seats: ['A1', 'B1'], stands: 'other-seats' },
  ])
})

test('[SYNC 4.7] what was cancelled after the backup is named as still sold here, and keeps no seat but its own', async () => {
  const { desk, files, since, settled, over } = await changedSince(givenBack)
  expect(desk.view().lost.sales).toMatchObject([{ bookingId: since.bookingId, stands: 'sold-here' }])
  await settled([since])
  expect(over()).toBe(1)
  expect(files.all('block')).toEqual([])
  expect(files.get('booking', since.bookingId)?.state).toBe('confirmed')
  expect(checkInvariants(files)).toEqual([])
})

test('[SYNC 4.7] what a copy has after all of a change is not named, though its sale is told first', async () => {
  const { desk, evening, speak, over } = await changedSince(moved)
  expect(desk.view().lost.count).toBe(1)
  await speak(door, filesOf(evening.house))
  expect(desk.view().lost.count).toBe(0)
  expect(over()).toBe(1)
})

test('[SYNC 4.7] what became of a sale in this house itself is newer than what any kiosk was told before', async () => {
  const evening = new Evening()
  await evening.house.done('manager-1', 'admit-kiosk', { name: 'Door', pin: 'a'.repeat(64) })
  await moved(evening, await evening.sell([0, 1]))
  await evening.house.done('desk-1', 'cancel-booking', {
    bookingId: known(evening.house.store.all('booking')[0], 'booking').bookingId,
    reason: 'ill',
  })
  const { desk, handIn, over, speak, log } = waiting(filesOf(evening.house))
  await speak(door, filesOf(evening.house))
  await handIn(door, evening.kept)
  expect(log.lines.filter(({ message }) => message === 'a receipt was handed in')).toEqual([])
  expect(desk.view().lost.count).toBe(0)
  expect(over()).toBe(1)
})

test('[SYNC 4.7] where a second machine with a kiosk’s key was turned away, people open the house: what that one alone has nobody brings', async () => {
  const evening = await begun()
  const first = waiting(evening.backup)
  first.desk.noteSecond(door)
  // Also after another start of the house, and where the machine is no longer there.
  const { files, desk, speak, none, over } = waiting(first.files)
  const old = filesOf(new TestHouse({ store: files }))
  for (const kiosk of [door, bar]) {
    await speak(kiosk, old)
    await none(kiosk)
  }
  expect(desk.view().kiosks.map(({ word }) => word)).toEqual(['doubled', 'spoken'])
  expect(over()).toBe(0)
  await desk.boxOfficeOf(here).call('open-restored', { reason: 'it is off', first: null, second: null })
  expect(over()).toBe(1)
  const restored = files.all('journal').find(({ kind }) => kind === 'house-restored')
  expect(JSON.parse(known(restored, 'restored').body)).toMatchObject({ missing: [door] })
})

test('[V10] a disk without room loses no receipt: the kiosk hands it in again', async () => {
  const { files, desk, evening, handIn, scheduler } = await twoLost()
  const transaction = files.transaction.bind(files)
  files.transaction = () => {
    files.transaction = transaction
    throw new StorageFault('SQLITE_FULL', { trouble: 'full' })
  }
  await handIn(door, evening.kept)
  expect(desk.view().lost.count).toBe(0)
  scheduler.wakeUntil(Number.POSITIVE_INFINITY)
  await settle()
  expect(desk.view().lost.count).toBe(2)
})

test('[SYNC 4.7] [I41] where people have PINs, a manager says by their own that it is seen to, and the journal says who', async () => {
  const { files, evening, old, sold } = await twoLost()
  const asha = { staffId: 2 as StaffId, name: 'Asha', role: 'manager', active: true } as const
  const ravi = { ...asha, staffId: 3 as StaffId, name: 'Ravi', role: 'clerk' } as const
  const mina = { ...asha, staffId: 4 as StaffId, name: 'Mina', role: 'admin' } as const
  for (const one of [asha, ravi, mina]) {
    const salt = new Uint8Array(16)
    const digest = await plainPinHasher.digest(`pin${one.staffId}`, salt)
    files.write([put('staff', one), put('pin', { staffId: one.staffId, salt, digest })])
  }
  const again = waiting(files)
  await again.speak(door, old)
  await again.handIn(door, evening.kept)
  const code = async (person: Person | null) => {
    const answer = await again.settled(sold, true, person)
    return answer.kind === 'refused' ? answer.refusal.code : answer.kind
  }
  expect(await code(null)).toBe('SIGN_IN_REQUIRED')
  expect(await code({ staffId: ravi.staffId, pin: 'pin3' })).toBe('NOT_ALLOWED')
  expect(await code({ staffId: asha.staffId, pin: '00000' })).toBe('WRONG_PIN')
  expect(again.desk.view().lost.count).toBe(2)
  expect(await code({ staffId: asha.staffId, pin: 'pin2' })).toBe('done')
  await again.none(bar)
  await again.speak(bar, old)
  expect(lostEvents(files)).toMatchObject([{ settled: { staffId: 2 } }, { settled: { staffId: 2 } }])
})
