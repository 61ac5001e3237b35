import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SeatId, ShowId } from '../../shared/domain/ids.ts'
import { SeatReplay } from '../../shared/domain/seat-replay.ts'
import { type SeatState, seatStates } from '../../shared/domain/seat-state.ts'
import { type Output, operations } from '../../shared/contract/operations.ts'
import { stepsOfColumns } from '../../shared/contract/step-columns.ts'
import { known } from '../../shared/lib/assert.ts'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import { EveningRun } from './evening-run.fixture.ts'
import { step } from './evening.fixture.ts'
import { seatsFromRows } from './recount.fixture.ts'
import { TestHouse, holdOf, openingMs, payOf, priceOf, show1, show2, smallPlan } from './test-house.ts'

async function replayOf(house: TestHouse, showId: ShowId): Promise<SeatReplay> {
  const replay = new SeatReplay([smallPlan])
  for (let after: number | null = 0; after !== null; ) {
    // oxlint-disable-next-line no-await-in-loop -- page after page
    const answer: Output<'seat-steps'> = await house.done('manager-1', 'seat-steps', { showId, after })
    expect(operations['seat-steps'].output.safeParse(answer).success).toBe(true)
    for (const one of stepsOfColumns(answer.steps)) replay.add(one)
    if (answer.next === null) expect(answer.revision).toBe(replay.revision)
    after = answer.next
  }
  replay.passTo(house.engine.nowMs())
  return replay
}

function seen(replay: SeatReplay, atMs: number): readonly (SeatState | undefined)[] {
  return [...replay.statesAt(atMs)].map((code) => seatStates[code])
}

test('[A6] [H4] whatever sellers did in a random evening, the seats of each instant are replayed as the house had them', async () => {
  const evening = fc.array(step, { minLength: 60, maxLength: 60, size: 'max' })
  const property = fc.asyncProperty(evening, async (steps) => {
    const run = new EveningRun(false, new Map())
    const { house, store } = run
    const kept = new Map<string, { showId: ShowId; atMs: number; seats: readonly string[] }>()
    for (const one of steps) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as in any evening
      await run.take(one)
      const atMs = house.engine.nowMs()
      // If the clock was set back before anything was recorded, what was kept for instants ahead of it has not happened yet.
      for (const [key, ahead] of kept) if (ahead.atMs > atMs) kept.delete(key)
      for (const showId of [show1, show2])
        kept.set(`${showId} ${atMs}`, { showId, atMs, seats: seatsFromRows(store, showId, atMs) })
    }
    const replays = new Map([
      [show1, await replayOf(house, show1)],
      [show2, await replayOf(house, show2)],
    ])
    for (const { showId, atMs, seats } of kept.values())
      expect(seen(known(replays.get(showId), 'replay'), atMs), `show ${showId} at ${atMs}`).toEqual(seats)
  })
  await fc.assert(property, { numRuns: 40 })
}, 120_000)

/** Seat 0 sold and cancelled, seat 1 held and left, the balcony (10 to 12) taken off sale; one minute between two commands. */
async function recordedDay() {
  const house = new TestHouse()
  const next = () => house.pass(house.clock.atMs + MINUTE_MS)
  next()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  next()
  await house.done('desk-1', 'pay-booking', payOf(booking))
  next()
  const left = await house.done('desk-2', 'hold-seats', holdOf([1], { cart: 'two' }))
  next()
  const { bookingId } = booking
  await house.done('manager-1', 'cancel-booking', { bookingId, reason: 'Rain', refundTo: 'same' })
  next()
  const offSale = priceOf({
    showId: show1,
    seenVersion: 1,
    category: 1,
    ticketTypeId: 0 as never,
    priceMinor: null,
  })
  await house.done('manager-1', 'set-prices', offSale)
  house.pass(left.booking.graceEndsAtMs + MINUTE_MS)
  return { house, sold: booking, left: left.booking }
}

test('[A6] a show’s day by its journal: sold, cancelled, taken off sale, each from its own minute', async () => {
  const { house, left } = await recordedDay()
  const replay = await replayOf(house, show1)
  const at = (minute: number, seat: number) => seen(replay, openingMs + minute * MINUTE_MS)[seat]
  expect([0, 1, 2, 3, 4].map((minute) => at(minute, 0))).toEqual([
    'available',
    'held',
    'sold',
    'sold',
    'available',
  ])
  expect([4, 5].map((minute) => at(minute, 10))).toEqual(['available', 'blocked'])
  expect(seen(replay, left.expiresAtMs - 1)[1]).toBe('held')
  expect(seen(replay, left.expiresAtMs)[1]).toBe('available')
  expect(replay.fromMs).toBe(openingMs)
})

test('[A2] [A6] a seat that the office took off sale tells since when, and why', async () => {
  const { house } = await recordedDay()
  const seatId = 7 as SeatId
  const change = { of: 'seats', showId: show1, blockedFor: 'a camera' } as const
  await house.done('manager-1', 'change-rows', { change, rows: { ids: [seatId] } })
  const blockedAtMs = house.engine.nowMs()
  const replay = await replayOf(house, show1)
  expect(seen(replay, blockedAtMs - 1)[seatId]).toBe('available')
  expect(seen(replay, blockedAtMs)[seatId]).toBe('blocked')
  const revisions = replay.storyOf(seatId).flatMap(({ revision }) => revision ?? [])
  const { moments } = await house.done('manager-1', 'seat-moments', { showId: show1, seatId, revisions })
  expect(moments.at(-1)).toMatchObject({ kind: 'taken-off-sale', reason: 'a camera', kioskId: 'manager-1' })
})

test('[A6] what was recorded after a revision is all that is told after it', async () => {
  const { house } = await recordedDay()
  const { revision } = await house.done('manager-1', 'seat-steps', { showId: show1, after: 0 })
  await house.done('desk-1', 'hold-seats', holdOf([5]))
  const { steps } = await house.done('manager-1', 'seat-steps', { showId: show1, after: revision })
  expect([...steps.seats]).toEqual([5])
  expect([...steps.revision]).toEqual([revision + 1])
})

test('[A6] the story of a seat: what, who, at which kiosk, by which booking', async () => {
  const { house, sold, left } = await recordedDay()
  const replay = await replayOf(house, show1)
  const story = async (seat: number) => {
    const seatId = seat as SeatId
    const moments = replay.storyOf(seatId)
    const revisions = moments.flatMap(({ revision }) => revision ?? [])
    const answer = await house.done('manager-1', 'seat-moments', { showId: show1, seatId, revisions })
    expect(operations['seat-moments'].output.safeParse(answer).success).toBe(true)
    const told = new Map(answer.moments.map((one) => [one.revision, one]))
    return moments.map(({ revision, bookingId }) => {
      const { kind = null, kioskId = null, by = null } = told.get(revision ?? 0) ?? {}
      return [kind, kioskId, by?.role, bookingId]
    })
  }
  expect(await story(0)).toEqual([
    ['put-on-sale', 'house', undefined, null],
    ['held', 'desk-1', 'clerk', sold.bookingId],
    ['sold', 'desk-1', 'clerk', sold.bookingId],
    ['cancelled', 'manager-1', 'manager', sold.bookingId],
  ])
  expect(await story(1)).toEqual([
    ['put-on-sale', 'house', undefined, null],
    ['held', 'desk-2', 'clerk', left.bookingId],
    [null, null, undefined, left.bookingId],
    ['expired', 'house', undefined, left.bookingId],
  ])
  expect((await story(10)).at(-1)).toEqual(['taken-off-sale', 'manager-1', 'manager', null])
})

test('[T3] who was let in is told of the seat that the ticket is for, and of no other', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  await house.done('desk-1', 'pay-booking', payOf(booking))
  const { tickets } = await house.done('desk-1', 'tickets', { bookingId: booking.bookingId })
  await house.done('desk-1', 'check-in', { showId: show1, code: tickets[1]?.code ?? '' })
  const { revision } = await house.done('manager-1', 'seat-steps', { showId: show1, after: 0 })
  const kinds = async (seat: number) => {
    const wanted = { showId: show1, seatId: seat as SeatId, revisions: [revision, revision + 1] }
    return (await house.done('manager-1', 'seat-moments', wanted)).moments.map(({ kind }) => kind)
  }
  expect([await kinds(0), await kinds(1)]).toEqual([[], ['checked-in']])
})

test('[C5] a show or a seat that is not there is refused by its name', async () => {
  const house = new TestHouse()
  const noShow = { refusal: { code: 'NOT_FOUND', what: 'show', id: '99' } }
  const showId = 99 as ShowId
  const wanted = { showId: show1, seatId: 14 as SeatId, revisions: [1] }
  expect(await house.ask('manager-1', 'seat-steps', { showId, after: 0 })).toMatchObject(noShow)
  expect(await house.ask('manager-1', 'seat-moments', { ...wanted, showId })).toMatchObject(noShow)
  expect(await house.ask('manager-1', 'seat-moments', wanted)).toMatchObject({
    refusal: { code: 'INVALID_INPUT', field: 'seatId', problem: 'unknown-seat', detail: '14' },
  })
})
