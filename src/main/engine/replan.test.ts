import { expect, test } from 'vitest'
import { draftOfPlan } from '../../shared/domain/plan-import/draft-of-plan.ts'
import type { DraftRow, PlanDraft } from '../../shared/domain/plan-import/draft.ts'
import { writeSeatList } from '../../shared/domain/plan-import/write-seat-list.ts'
import type { PlanId, SeatId, ShowId } from '../../shared/domain/ids.ts'
import { seatLabel } from '../../shared/domain/seat-plan/plan.ts'
import { SeatReplay } from '../../shared/domain/seat-replay.ts'
import { seatStates } from '../../shared/domain/seat-state.ts'
import type { Input } from '../../shared/contract/operations.ts'
import type { News } from '../../shared/contract/topics.ts'
import { stepsOfColumns } from '../../shared/contract/step-columns.ts'
import { known } from '../../shared/lib/assert.ts'
import { HOUR_MS, MINUTE_MS } from '../../shared/lib/time.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { openDatabase } from '../store/open-database.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { FailingStore } from '../store/failing-store.fixture.ts'
import { TestHouse, holdOf, openingMs, payOf, show1, show2, smallPlan } from './test-house.ts'

const plan1 = 1 as PlanId
const small = draftOfPlan(smallPlan)

function onFile(): TestHouse {
  return new TestHouse({ store: new SqliteStore(openDatabase(':memory:')) })
}

/** The small hall with other rows: `change` maps the rows of each section, given by name. */
function withRows(change: (rows: readonly DraftRow[], section: string) => readonly DraftRow[]): PlanDraft {
  return {
    ...small,
    sections: small.sections.map((section) => ({ ...section, rows: change(section.rows, section.name) })),
  }
}

function row(label: string, y: number, count: number, category = 'Near'): DraftRow {
  const seats = Array.from({ length: count }, (_, index) => ({
    uuid: `new-${label}${index}`,
    guid: '',
    number: String(index + 1),
    x: 30 + index * 30,
    y,
    radius: 10,
    category,
    flags: [],
  }))
  return { label, seats }
}

const withRowD = withRows((rows, section) => (section === 'Stalls' ? [...rows, row('D', 160, 5)] : rows))
const withoutRow = (label: string) => withRows((rows) => rows.filter((one) => one.label !== label))

async function uploaded(house: TestHouse, draft: PlanDraft, uploadId = 'drawn') {
  const text = writeSeatList(draft)
  await house.done('manager', 'put-chunk', { uploadId, index: 0, count: 1, text })
  return uploadId
}

async function version(house: TestHouse, draft: PlanDraft, versionOf = plan1) {
  const uploadId = await uploaded(house, draft)
  return house.done('manager', 'import-plan', { uploadId, name: 'Small hall', versionOf })
}

function move(house: TestHouse, planId: PlanId, showIds: readonly ShowId[] = [show1]) {
  const change = { of: 'shows', kind: 'plan', planId } as const
  return house.done('manager', 'change-rows', { change, rows: { ids: showIds } })
}

async function sell(house: TestHouse, seatIds: readonly number[], turned: Partial<Input<'hold-seats'>> = {}) {
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf(seatIds, turned))
  await house.done('desk-1', 'pay-booking', payOf(booking))
  return booking
}

async function preview(house: TestHouse, planId: PlanId, showId: ShowId = show1) {
  const { shows } = await house.done('manager', 'preview-replan', { showIds: [showId], to: { planId } })
  return known(shows[0], 'show of the dry run')
}

test('[L4] a version keeps every seat’s id, puts new ones behind, and is the newest of its plan', async () => {
  const house = onFile()
  const { planId, seats } = await version(house, withRowD)
  expect([planId, seats]).toEqual([2, 19])
  const plan = await house.done('desk-1', 'plan', { planId })
  expect([...smallPlan.numbers.keys()].map((seat) => seatLabel(plan, seat as SeatId))).toEqual(
    [...smallPlan.numbers.keys()].map((seat) => seatLabel(smallPlan, seat as SeatId)),
  )
  expect(seatLabel(plan, 14 as SeatId)).toBe('D1')
  const { plans } = await house.done('manager', 'plans', {})
  expect(plans).toEqual([
    { planId: 2, name: 'Small hall', seats: 19, versionOf: 1, version: 2 },
    { planId: 1, name: 'Small hall', seats: 14, versionOf: null, version: 1 },
  ])
  // Drawn from the first version again, the seats of the second keep their ids: they are gone, and come back under the same ids.
  const third = await version(house, small)
  expect(third).toEqual({ planId: 3, seats: 14 })
  const fourth = await version(house, withRowD, 3 as PlanId)
  expect(seatLabel(await house.done('desk-1', 'plan', fourth), 14 as SeatId)).toBe('D1')
  expect(house.store.all('plan').map(({ version: number, versionOf }) => [number, versionOf])).toEqual([
    [1, null],
    [2, 1],
    [3, 1],
    [4, 1],
  ])
})

test('[L4] a plan that is not there has no versions; one that would hold too much is refused', async () => {
  const house = new TestHouse()
  const uploadId = await uploaded(house, small)
  const strange = { uploadId, name: 'x', versionOf: 9 as PlanId }
  const refusal = { code: 'NOT_FOUND', what: 'plan', id: '9' }
  expect(await house.ask('manager', 'import-plan', strange)).toMatchObject({ refusal })
  const to = { uploadId, versionOf: 9 as PlanId }
  expect(await house.ask('manager', 'preview-replan', { showIds: [show1], to })).toMatchObject({ refusal })
  const late = { uploadId: 'nothing', versionOf: plan1 }
  expect(await house.ask('manager', 'preview-replan', { showIds: [show1], to: late })).toMatchObject({
    refusal: { code: 'NOT_FOUND', what: 'upload' },
  })
})

test('[L4] a show with sold seats gets a row: everybody keeps their seat, the new ones are sold, all adds up', async () => {
  const house = onFile()
  const sold = await sell(house, [0, 1])
  const { planId } = await version(house, withRowD)
  expect(await preview(house, planId)).toMatchObject({
    outcome: 'changes',
    added: 5,
    gone: 0,
    moved: 0,
    displacedCount: 0,
  })
  expect(await move(house, planId)).toMatchObject({ isDone: true, changed: 1, skipped: 0 })
  const { counts } = await house.done('desk-1', 'capacity', { showId: show1 })
  expect(counts).toMatchObject({ allocated: 19, sold: 2, available: 16, blocked: 1 })
  await sell(house, [14, 15], { cartId: 'other' as never })
  const { tickets } = await house.done('desk-1', 'tickets', { bookingId: sold.bookingId })
  expect(tickets.map(({ label }) => label)).toEqual(['A1', 'A2'])
  const other = await house.done('desk-1', 'capacity', { showId: show2 })
  expect(other.counts).toMatchObject({ allocated: 14 })
  const before = (await house.done('desk-1', 'capacity', { showId: show1 })).counts
  expect(before).toMatchObject({ sold: 4, available: 14 })
  house.restart()
  expect((await house.done('desk-1', 'capacity', { showId: show1 })).counts).toEqual(before)
  expect(checkInvariants(house.store)).toEqual([])
})

test('[L4] a row with sold, held, pre-booked or wanted seats stays: the show is left, and each is named', async () => {
  const house = onFile()
  const sold = await sell(house, [0])
  const held = (await house.done('desk-1', 'hold-seats', holdOf([1], { cart: 'h' }))).booking
  const { planId } = await version(house, withoutRow('A'))
  expect(await preview(house, planId)).toMatchObject({
    outcome: 'skipped',
    reason: 'displaces',
    gone: 5,
    displacedCount: 2,
    displaced: [
      { seatId: 0, label: 'A1', section: 'Stalls', bookingId: sold.bookingId, state: 'sold', why: 'gone' },
      { seatId: 1, label: 'A2', section: 'Stalls', bookingId: held.bookingId, state: 'held', why: 'gone' },
    ],
  })
  expect(await move(house, planId)).toMatchObject({ changed: 0, skipped: 1 })
  expect(house.store.get('show', show1)?.planId).toBe(1)
  expect(checkInvariants(house.store)).toEqual([])
})

test('[L4] [H10] who only wants a seat, and would claim it by paying, stands in the way as well', async () => {
  const house = new TestHouse()
  const show = known(house.store.get('show', show1), 'show')
  house.engine.furnish(
    [{ type: 'entry-saved', entry: { kind: 'show', ...show, claimPolicy: 'on-payment' } }],
    [],
  )
  await house.done('desk-1', 'hold-seats', holdOf([0]))
  const { planId } = await version(house, withoutRow('A'))
  expect(await preview(house, planId)).toMatchObject({ reason: 'displaces', displacedCount: 1 })
})

test('[L4] [H4] a hold at its end stands in nobody’s way; the move ends it', async () => {
  const house = onFile()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  const { planId } = await version(house, withoutRow('A'))
  house.clock.atMs = booking.expiresAtMs + 1
  expect(await move(house, planId)).toMatchObject({ changed: 1 })
  expect(house.store.get('booking', booking.bookingId)?.state).toBe('expired')
  expect(await house.ask('desk-1', 'pay-booking', payOf(booking))).toMatchObject({ kind: 'refused' })
  expect(checkInvariants(house.store)).toEqual([])
})

test('[A2] [L4] seats off sale may go, are counted, and are off sale again where they come back', async () => {
  const house = onFile()
  const block = { of: 'seats', showId: show1, blockedFor: 'a camera' } as const
  await house.done('manager', 'change-rows', { change: block, rows: { ids: [0, 1] } })
  const { planId } = await version(house, withoutRow('A'))
  expect(await preview(house, planId)).toMatchObject({ outcome: 'changes', gone: 5, goneBlocked: 2 })
  const { changeId } = await move(house, planId)
  const counts = async () => (await house.done('desk-1', 'capacity', { showId: show1 })).counts
  expect(await counts()).toMatchObject({ allocated: 9, available: 8, blocked: 1 })
  expect(await house.done('manager', 'undo-change', { changeId })).toMatchObject({ changed: 1, skipped: 0 })
  expect(await counts()).toMatchObject({ allocated: 14, available: 11, blocked: 3 })
  expect(checkInvariants(house.store)).toEqual([])
})

test('[L4] undone exactly, unless seats of the new version were sold since; an undo is undone alike', async () => {
  const house = onFile()
  const { planId } = await version(house, withRowD)
  const first = await move(house, planId)
  const back = await house.done('manager', 'undo-change', { changeId: first.changeId })
  expect(back).toMatchObject({ changed: 1 })
  expect(house.store.get('show', show1)?.planId).toBe(1)
  const again = await house.done('manager', 'undo-change', { changeId: back.changeId })
  expect(house.store.get('show', show1)?.planId).toBe(planId)
  await sell(house, [14])
  const kept = await house.done('manager', 'undo-change', { changeId: again.changeId })
  expect(kept).toMatchObject({ changed: 0, skipped: 1 })
  const { skippedRows } = await house.done('manager', 'change', { changeId: kept.changeId })
  expect(skippedRows).toEqual([{ id: show1, reason: 'displaces' }])
  expect(checkInvariants(house.store)).toEqual([])
})

test('[L4] a move that was followed by another is not undone past it', async () => {
  const house = new TestHouse()
  const second = await version(house, withRowD)
  const { changeId } = await move(house, second.planId)
  const third = await version(house, withoutRow('C'))
  await move(house, third.planId)
  const kept = await house.done('manager', 'undo-change', { changeId })
  expect(kept).toMatchObject({ changed: 0, skipped: 1 })
  const { skippedRows } = await house.done('manager', 'change', { changeId: kept.changeId })
  expect(skippedRows).toEqual([{ id: show1, reason: 'changed-since' }])
})

test('[L4] a plan that is no version, a show that has begun, one that is there already: left, each with why', async () => {
  const house = new TestHouse()
  const own = await house.done('manager', 'import-plan', {
    uploadId: await uploaded(house, small),
    name: 'Another',
  })
  expect((await preview(house, own.planId)).reason).toBe('other-plan')
  expect((await preview(house, 99 as PlanId)).reason).toBe('other-plan')
  expect(await preview(house, plan1)).toMatchObject({ outcome: 'same', reason: null })
  expect((await preview(house, own.planId, 77 as ShowId)).reason).toBe('not-found')
  const other = await house.done('manager', 'preview-replan', {
    showIds: [show1],
    to: { uploadId: await uploaded(house, small), versionOf: own.planId },
  })
  expect(other.shows[0]?.reason).toBe('other-plan')
  const { planId } = await version(house, withRowD)
  house.pass(openingMs + 5 * HOUR_MS)
  expect((await preview(house, planId)).reason).toBe('in-the-past')
})

test('[L4] a drawing is tried before it is a version: nothing is written, the same is said', async () => {
  const house = new TestHouse()
  await sell(house, [0])
  const uploadId = await uploaded(house, withoutRow('A'))
  const sequence = house.engine.sequence
  const to = { uploadId, versionOf: plan1 }
  const { shows } = await house.done('manager', 'preview-replan', { showIds: [show1, show2], to })
  expect(shows.map(({ reason, displacedCount }) => [reason, displacedCount])).toEqual([
    ['displaces', 1],
    [null, 0],
  ])
  expect(house.engine.sequence).toBe(sequence)
  expect(house.store.all('plan').length).toBe(1)
})

test('[L4] [P2] a sold seat whose new price zone has no price for its ticket stays; a free one is off sale until it has', async () => {
  const house = onFile()
  const dear = {
    ...withRows((rows) =>
      rows.map((one) =>
        one.label === 'B' ? { ...one, seats: one.seats.map((seat) => ({ ...seat, category: 'Box' })) } : one,
      ),
    ),
    categories: [...small.categories, { name: 'Box', color: '#884422' }],
  }
  const { planId } = await version(house, dear)
  await sell(house, [5], { showId: show2 })
  expect(await preview(house, planId, show2)).toMatchObject({
    reason: 'displaces',
    displaced: [{ label: 'B1', why: 'unpriced' }],
  })
  expect(await preview(house, planId)).toMatchObject({ outcome: 'changes', recategorised: 5, unpriced: 6 })
  await move(house, planId)
  expect((await house.done('desk-1', 'capacity', { showId: show1 })).counts).toMatchObject({ available: 8 })
  const cells = [{ category: 3, ticketTypeId: 0 as never, priceMinor: 900_00 }]
  await house.done('manager', 'set-prices', { showId: show1, cells, seenVersion: 1 })
  const { totals } = (await house.done('desk-1', 'hold-seats', holdOf([5]))).booking
  expect(totals.baseMinor).toBe(900_00)
  expect(await preview(house, planId, show2)).toMatchObject({ reason: 'displaces' })
  const far = withRows((rows) =>
    rows.map((one) =>
      one.label === 'B' ? { ...one, seats: one.seats.map((seat) => ({ ...seat, category: 'Far' })) } : one,
    ),
  )
  expect(await move(house, (await version(house, far)).planId, [show2])).toMatchObject({ changed: 1 })
  expect(checkInvariants(house.store)).toEqual([])
})

test('[L3] a sold wheelchair space, companion’s or ladies’ seat keeps its mark; a man’s seat becomes no ladies’ seat', async () => {
  const marked = (number: string, flags: DraftRow['seats'][number]['flags']) =>
    withRows((rows) =>
      rows.map((one) =>
        one.label === 'A'
          ? { ...one, seats: one.seats.map((seat) => (seat.number === number ? { ...seat, flags } : seat)) }
          : one,
      ),
    )
  const house = onFile()
  const wheels = await version(house, marked('1', ['wheelchair']))
  await move(house, wheels.planId)
  await sell(house, [0])
  await sell(house, [1], { cartId: 'b' as never })
  expect(await preview(house, plan1)).toMatchObject({
    reason: 'displaces',
    displaced: [{ label: 'A1', why: 'flags' }],
  })
  const both = marked('1', ['wheelchair', 'aisle'])
  expect((await preview(house, (await version(house, both)).planId)).outcome).toBe('changes')
  const ladies = await version(house, marked('2', ['ladies']))
  const told = await preview(house, ladies.planId)
  expect(told.displaced.map(({ label }) => label)).toEqual(['A1', 'A2'])
})

test('[S1] [L4] a desk with the show open gets the picture of the new plan, and whoever comes back too; its cart stays', async () => {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([2]))
  const news: News[] = []
  const topic = { kind: 'seats', showId: show1, afterRevision: null } as const
  house.desk('desk-2').subscribe(topic, (one) => news.push(one))
  const rows: News[] = []
  house.desk('desk-2').subscribe({ kind: 'shows' }, (one) => rows.push(one))
  expect(news.at(-1)).toMatchObject({ kind: 'snapshot', planId: 1 })
  const { revision: seen, house: name } = news.at(-1) as { revision: number; house: string }
  const { planId } = await version(house, withRowD)
  await move(house, planId)
  const picture = news.at(-1)
  expect(picture).toMatchObject({ kind: 'snapshot', planId, revision: seen + 1 })
  expect(picture?.kind === 'snapshot' && picture.states.length).toBe(19)
  expect(rows.at(-1)).toMatchObject({ kind: 'shows', rows: [{ showId: show1, planId }] })
  const late: News[] = []
  house.desk('desk-3').subscribe({ ...topic, afterRevision: seen, house: name }, (one) => late.push(one))
  expect(late).toMatchObject([{ kind: 'snapshot', planId }])
  expect(await house.done('desk-1', 'pay-booking', payOf(booking))).toMatchObject({
    booking: { state: 'confirmed', lines: [{ seatId: 2, label: 'A3' }] },
  })
  expect(news.at(-1)).toMatchObject({ kind: 'delta', seatIds: [2], states: [4] })
})

test('[H1] [H13] a seat that is gone is no seat: not held, not proposed, not counted, not waited for', async () => {
  const house = new TestHouse()
  const { planId } = await version(house, withoutRow('A'))
  await move(house, planId)
  expect(await house.ask('desk-1', 'hold-seats', holdOf([0]))).toMatchObject({ kind: 'refused' })
  const wish = { showId: show1, count: 4, category: null, section: null, skip: 0 }
  const { proposals } = await house.done('desk-1', 'best-seats', wish)
  expect(proposals.length).toBeGreaterThan(0)
  for (const { seatIds } of proposals) for (const seatId of seatIds) expect(seatId).toBeGreaterThan(4)
  const { sections } = await house.done('desk-1', 'capacity', { showId: show1 })
  expect(sections.map(({ name, counts }) => [name, counts.allocated])).toEqual([
    ['Stalls', 5],
    ['Balcony', 4],
  ])
  const table = await house.done('manager', 'seat-rows', { showId: show1, after: null })
  expect([table.rows.length, table.rows[0]?.label, table.isMore]).toEqual([9, 'B1', false])
  const asked = { showId: show1, ids: [0 as SeatId, 5 as SeatId] }
  expect((await house.done('manager', 'seat-rows', asked)).rows.map(({ label }) => label)).toEqual(['B1'])
  const standby = { showId: show1, cartId: 'w' as never, count: 1, seatIds: [0 as SeatId] }
  expect(await house.ask('desk-1', 'join-standby', standby)).toMatchObject({
    refusal: { code: 'INVALID_INPUT', problem: 'unknown-seat' },
  })
})

test('[P8] money for a seat that is gone by now finds another, or a wallet, never the seat', async () => {
  const house = onFile()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  house.pass(booking.graceEndsAtMs + MINUTE_MS)
  const { planId } = await version(house, withoutRow('A'))
  await move(house, planId)
  expect(house.store.get('booking', booking.bookingId)?.state).toBe('expired')
  expect(checkInvariants(house.store)).toEqual([])
})

test('[A6] the past is drawn on the plan that the show was on, with the seats that it had', async () => {
  const house = new TestHouse()
  house.pass(openingMs + MINUTE_MS)
  await sell(house, [7])
  house.pass(openingMs + 2 * MINUTE_MS)
  const { planId } = await version(
    house,
    withRows((rows) =>
      rows.filter(({ label }) => label !== 'A').concat(rows.length > 1 ? [row('D', 160, 5)] : []),
    ),
  )
  const { changeId } = await move(house, planId)
  const movedAtMs = house.engine.nowMs()
  house.pass(openingMs + 3 * MINUTE_MS)
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([14]))
  await house.done('desk-1', 'cancel-booking', { bookingId: booking.bookingId, reason: 'x' })
  house.pass(openingMs + 4 * MINUTE_MS)
  await house.done('manager', 'undo-change', { changeId })

  const { steps, plans } = await house.done('manager', 'seat-steps', { showId: show1, after: 0 })
  expect(plans).toEqual([1, 2, 1])
  const versions = await Promise.all(
    [...new Set(plans)].map((id) => house.done('desk-1', 'plan', { planId: id })),
  )
  const replay = new SeatReplay(versions)
  for (const step of stepsOfColumns(steps)) replay.add(step)
  const seen = (atMs: number) => [0, 7, 14].map((seat) => seatStates[replay.statesAt(atMs)[seat] ?? 0])
  expect(replay.planAt(movedAtMs - 1)).toBe(1)
  expect(seen(movedAtMs - 1)).toEqual(['available', 'sold', 'blocked'])
  expect(replay.planAt(movedAtMs)).toBe(2)
  expect(seen(movedAtMs)).toEqual(['blocked', 'sold', 'available'])
  expect(replay.planAt(house.engine.nowMs())).toBe(1)
  expect(seen(house.engine.nowMs())).toEqual(['available', 'sold', 'blocked'])

  const story = async (seat: number) => {
    const seatId = seat as SeatId
    const revisions = replay.storyOf(seatId).flatMap(({ revision }) => revision ?? [])
    const { moments } = await house.done('manager', 'seat-moments', { showId: show1, seatId, revisions })
    return moments.map(({ kind }) => kind)
  }
  expect(await story(0)).toEqual(['put-on-sale', 'taken-off-sale', 'put-on-sale'])
  expect(await story(14)).toEqual(['put-on-sale', 'held', 'cancelled', 'taken-off-sale'])
  expect(await story(7)).toEqual(['put-on-sale', 'held', 'sold'])
})

test('[L4] [H15] in the very commit of the move its new seats are there for whoever waits for one', async () => {
  const house = new TestHouse()
  await house.done('desk-1', 'capacity', { showId: show1 })
  const { planId } = await version(house, withRowD)
  const change = { of: 'shows', kind: 'plan', planId } as const
  const waits = { showId: show1, cartId: 'w' as never, count: 1, seatIds: [14 as SeatId] }
  const both = [
    house.desk('manager', 'manager').call('change-rows', { change, rows: { ids: [show1] } }),
    house.desk('desk-2').call('join-standby', waits),
  ]
  house.scheduler.flush()
  expect((await Promise.all(both)).map(({ kind }) => kind)).toEqual(['done', 'done'])
  expect(await house.ask('desk-1', 'hold-seats', holdOf([14]))).toMatchObject({
    refusal: { seats: [{ seatId: 14, reason: 'held' }] },
  })
})

test('[L4] [V10] a move that the disk did not take, at any of its steps, happened to nobody', async () => {
  for (const step of [1, 2, 3, 4, 5, 6]) {
    const store = new FailingStore(new SqliteStore(openDatabase(':memory:')))
    const house = new TestHouse({ store })
    const { planId } = await version(house, withRowD)
    await house.done('desk-1', 'capacity', { showId: show1 })
    const change = { of: 'shows', kind: 'plan', planId } as const
    store.failAfter = step
    const answer = await house.ask('manager', 'change-rows', { change, rows: { ids: [show1] } })
    const isMoved = answer.kind === 'done'
    store.failAfter = Number.POSITIVE_INFINITY
    const { counts } = await house.done('desk-1', 'capacity', { showId: show1 })
    expect(counts.allocated).toBe(isMoved ? 19 : 14)
    expect(await house.ask('desk-1', 'hold-seats', holdOf([14]))).toMatchObject({
      kind: isMoved ? 'done' : 'refused',
    })
    if (!isMoved) await move(house, planId)
    expect((await house.done('desk-1', 'capacity', { showId: show1 })).counts.allocated).toBe(19)
  }
})
