import { expect, test } from 'vitest'
import type { ShowRecord } from '../asks.ts'
import type { Booking } from '../booking.ts'
import type { PlanId, SeatId } from '../ids.ts'
import type { PlanDraft } from '../plan-import/draft.ts'
import { heldBooking, holdMs, paidBooking, sampleShow, start } from '../sale.fixture.ts'
import { makePlan } from '../seat-plan/make-plan.ts'
import { differencesOf, nextVersion } from '../seat-plan/plan-version.ts'
import { type Plan, type SeatFlag, seatFlag } from '../seat-plan/plan.ts'
import { changeShows } from './change-shows.ts'
import { displacedSeats, type FoundReplan } from './replan-shows.ts'
import { showRecord } from './rows.fixture.ts'
import { undoPart } from './undo-part.ts'

const draft: PlanDraft = {
  name: 'Hall',
  width: 300,
  height: 100,
  categories: [],
  sections: [
    {
      name: 'Stalls',
      kind: 'seats',
      areas: [],
      rows: ['A', 'B'].map((label, down) => ({
        label,
        seats: [0, 1, 2].map((across) => ({
          uuid: `${label}${across}`,
          guid: '',
          number: String(across + 1),
          x: 30 + across * 30,
          y: 30 + down * 30,
          radius: 10,
          category: 'Near',
          flags: [],
        })),
      })),
    },
  ],
}
const from = makePlan(draft, 1 as PlanId)

function to(change: (plan: Plan) => Partial<Plan>): Plan {
  return { ...from, planId: 2 as PlanId, ...change(from) }
}

const withoutRow = (label: string): Plan => {
  const [section] = draft.sections
  if (!section) throw new Error('a section')
  const rows = section.rows.filter((row) => row.label !== label)
  const made = makePlan({ ...draft, sections: [{ ...section, rows }] }, 2 as PlanId)
  return nextVersion(made, from) ?? from
}

const flagged = (flags: Partial<Record<number, SeatFlag>>) =>
  to(({ count }) => ({
    flags: Uint8Array.from({ length: count }, (_, seat) => {
      const flag = flags[seat]
      return flag ? seatFlag[flag] : 0
    }),
  }))

function foundReplan(after: Plan, bookings: readonly Booking[], before = from): FoundReplan {
  return { from: before, to: after, differences: differencesOf(before, after), bookings, blocked: new Set() }
}

function record(replan: FoundReplan | null): ShowRecord {
  return showRecord(1, { replan })
}

function moved(found: ShowRecord, planId = 2) {
  const change = { of: 'shows', kind: 'plan', planId: planId as PlanId } as const
  return changeShows([found], change, [1], start)
}

const why = (replan: FoundReplan, nowMs = start) =>
  displacedSeats(replan, sampleShow.prices, nowMs).map(({ label, state, why: is }) => [label, state, is])

test('[L4] a show goes to the other version whole, and says which it was on', () => {
  expect(moved(record(foundReplan(withoutRow('B'), [paidBooking()])))).toEqual({
    events: [{ type: 'show-replanned', showId: 1, planId: 2, insteadOf: 1 }],
    outcomes: [{ id: 1, outcome: 'changes', reason: null }],
  })
})

test('[L4] whose seat would go stands in its way, with its name, its booking and its state', () => {
  const sold = paidBooking()
  const found = foundReplan(withoutRow('A'), [sold])
  expect(displacedSeats(found, sampleShow.prices, start)[0]).toEqual({
    seatId: 0,
    label: 'A1',
    section: 'Stalls',
    bookingId: sold.bookingId,
    state: 'sold',
    why: 'gone',
  })
  expect(why(found).length).toBe(2)
  expect(moved(record(found))).toEqual({
    events: [],
    outcomes: [{ id: 1, outcome: 'skipped', reason: 'displaces' }],
  })
})

test('[H4] a hold at its end is nobody’s: it ends with the move where its seat goes, and lives on where it stays', () => {
  const booking = heldBooking()
  const late = start + holdMs
  const found = foundReplan(withoutRow('A'), [booking])
  expect([why(found), why(found, late)]).toEqual([
    [
      ['A1', 'held', 'gone'],
      ['A2', 'held', 'gone'],
    ],
    [],
  ])
  const change = { of: 'shows', kind: 'plan', planId: 2 as PlanId } as const
  const typesAt = (one: FoundReplan) =>
    changeShows([record(one)], change, [1], late).events.map(({ type }) => type)
  expect(typesAt(found)).toEqual(['booking-expired', 'show-replanned'])
  expect(typesAt(foundReplan(withoutRow('B'), [booking]))).toEqual(['show-replanned'])
})

test('[P2] another price zone is no loss where it has a price for the ticket', () => {
  const zoned = (category: number) => to(({ count }) => ({ category: new Uint8Array(count).fill(category) }))
  const sold = paidBooking()
  expect(why(foundReplan(zoned(1), [sold]))).toEqual([])
  expect(why(foundReplan(zoned(9), [sold]))).toEqual([
    ['A1', 'sold', 'unpriced'],
    ['A2', 'sold', 'unpriced'],
  ])
})

test('[L3] a mark that a rule goes by stays with whoever relied upon it; any other may go', () => {
  const marked = flagged({ 0: 'wheelchair', 1: 'companion' })
  const sold = paidBooking()
  expect(
    why(
      foundReplan(
        to(() => ({})),
        [sold],
        marked,
      ),
    ),
  ).toEqual([
    ['A1', 'sold', 'flags'],
    ['A2', 'sold', 'flags'],
  ])
  expect(
    why(
      foundReplan(
        to(() => ({})),
        [sold],
        flagged({ 0: 'aisle', 1: 'restrictedView' }),
      ),
    ),
  ).toEqual([])
  const line = sold.lines[0]
  if (!line) throw new Error('a line')
  const ladies = flagged({ 0: 'ladies' })
  expect(why(foundReplan(ladies, [{ ...sold, lines: [line] }]))).toEqual([['A1', 'sold', 'flags']])
  expect(why(foundReplan(ladies, [{ ...sold, lines: [{ ...line, gender: 'female' }] }]))).toEqual([])
})

test('[L4] left: a plan that is no version of its own, a show that has begun, one that is there already or not at all', () => {
  const change = { of: 'shows', kind: 'plan', planId: 2 as PlanId } as const
  const reasonAt = (found: readonly ShowRecord[], nowMs: number) =>
    changeShows(found, change, [1], nowMs).outcomes[0]
  expect(reasonAt([record(null)], start)?.reason).toBe('other-plan')
  expect(reasonAt([showRecord(1)], start)?.reason).toBe('other-plan')
  expect(reasonAt([], start)?.reason).toBe('not-found')
  const found = record(foundReplan(withoutRow('B'), []))
  expect(reasonAt([found], found.entry.startsAtMs)?.reason).toBe('in-the-past')
  expect(moved(found, 1).outcomes).toEqual([{ id: 1, outcome: 'same', reason: null }])
})

test('[L4] undone as any other move; a show that is elsewhere by now is left', () => {
  const event = {
    type: 'show-replanned',
    showId: 1 as never,
    planId: 2 as PlanId,
    insteadOf: 1 as PlanId,
  } as const
  const back = { ...from, planId: 1 as PlanId }
  const entry = { ...showRecord(1).entry, planId: 2 as PlanId }
  const found = { ...showRecord(1), entry, replan: foundReplan(back, []) }
  expect(undoPart([{ event, record: found }], start)).toEqual({
    events: [{ ...event, planId: 1, insteadOf: 2 }],
    outcomes: [{ id: 1, outcome: 'changes', reason: null }],
  })
  expect(undoPart([{ event, record: null }], start).outcomes[0]?.reason).toBe('changed-since')
  const grown = { ...from, planId: 2 as PlanId }
  const sold = paidBooking()
  const kept = foundReplan({ ...back, count: 1 }, [sold], grown)
  expect(undoPart([{ event, record: { ...found, replan: kept } }], start).outcomes[0]?.reason).toBe(
    'displaces',
  )
  expect(kept.differences.gone).toContain(1 as SeatId)
})
