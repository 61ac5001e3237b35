// Moves shows to another version of their plan [L4]. A seat's id means the same seat in all versions, so everybody keeps their seat; a
// show where the move would take a seat that somebody has is left as it is, and says whose. Owns when a seat counts as somebody's.

import type { ShowRecord } from '../asks.ts'
import type { Booking } from '../booking.ts'
import { expiredEvents } from '../hold-end.ts'
import type { BookingId, PlanId, SeatId } from '../ids.ts'
import { known } from '../../lib/assert.ts'
import { type Plan, isGone, seatFlag, seatLabel, sectionOf } from '../seat-plan/plan.ts'
import type { PlanDifferences } from '../seat-plan/plan-version.ts'
import type { SeatState } from '../seat-state.ts'
import { claimStateAt } from '../show.ts'
import { changes, same, skipped } from './change.ts'
import type { Part, RowId, RowOutcome } from './change.ts'

/** What moving a show to another version of its plan would mean. */
export interface FoundReplan {
  readonly from: Plan
  readonly to: Plan
  readonly differences: PlanDifferences
  /** Bookings that occupy one of the seats that differ, or that want one without holding it [H10]. */
  readonly bookings: readonly Booking[]
  /** [A2] Seats taken off sale: nobody has them, so they may go; if a later version has them again, they are off sale again. */
  readonly blocked: ReadonlySet<SeatId>
}

/** `gone`: not in the version. `unpriced`: its category has no price for the ticket. `flags`: a mark that a rule relies on differs [L3]. */
export const displacements = ['gone', 'unpriced', 'flags'] as const
export type Displacement = (typeof displacements)[number]

/** A seat that somebody has and would lose in the other version. */
export interface DisplacedSeat {
  readonly seatId: SeatId
  readonly label: string
  readonly section: string
  readonly bookingId: BookingId
  readonly state: SeatState
  readonly why: Displacement
}

export function replanShows(
  byId: ReadonlyMap<RowId, ShowRecord>,
  planId: PlanId,
  ids: readonly RowId[],
  nowMs: number,
): Part {
  const events: Part['events'][number][] = []
  const outcomes = [...new Set(ids)].map((id): RowOutcome => {
    const record = byId.get(id)
    if (!record) return skipped(id, 'not-found')
    if (record.entry.planId === planId) return same(id)
    if (record.entry.startsAtMs <= nowMs) return skipped(id, 'in-the-past')
    const part = replanned(record, nowMs)
    events.push(...part.events)
    return known(part.outcomes[0], 'outcome of a show')
  })
  return { events, outcomes }
}

/** Moves one show to the version that was found for it, whenever the show begins. */
export function replanned({ entry, replan, show }: ShowRecord, nowMs: number): Part {
  const { showId, planId: insteadOf } = entry
  if (!replan) return { events: [], outcomes: [skipped(showId, 'other-plan')] }
  if (displacedSeats(replan, show.prices, nowMs).length > 0)
    return { events: [], outcomes: [skipped(showId, 'displaces')] }
  const { planId } = replan.to
  const lapsed = replan.bookings.filter((booking) => !isStanding(booking, nowMs) && takesAny(replan, booking))
  return {
    events: [...lapsed.flatMap(expiredEvents), { type: 'show-replanned', showId, planId, insteadOf }],
    outcomes: [changes(showId)],
  }
}

/** [L4] Seats that somebody has now and would lose; a hold that has reached its end does not count [H4]. */
export function displacedSeats(
  replan: FoundReplan,
  prices: ShowRecord['show']['prices'],
  nowMs: number,
): DisplacedSeat[] {
  const differing = new Set([
    ...replan.differences.gone,
    ...replan.differences.recategorised,
    ...replan.differences.reflagged,
  ])
  return replan.bookings.flatMap((booking) => {
    if (!isStanding(booking, nowMs)) return []
    return booking.lines.flatMap((line): DisplacedSeat[] => {
      const why = differing.has(line.seatId) ? whyDisplaced(replan, line, prices) : null
      if (!why) return []
      const { bookingId } = booking
      return [{ ...namedIn(replan.from, line.seatId), bookingId, state: claimStateAt(booking, nowMs), why }]
    })
  })
}

function isStanding(booking: Booking, nowMs: number): boolean {
  return claimStateAt(booking, nowMs) !== 'available'
}

function takesAny({ to }: FoundReplan, { lines }: Booking): boolean {
  return lines.some(({ seatId }) => isGone(to, seatId))
}

/** The marks that rules depend on [L3]; a change of the aisle or restricted-view mark displaces nobody. */
const ruled = seatFlag.wheelchair | seatFlag.companion | seatFlag.ladies

function whyDisplaced(
  { from, to }: FoundReplan,
  { seatId, ticketTypeId, gender }: Booking['lines'][number],
  prices: ShowRecord['show']['prices'],
): Displacement | null {
  if (isGone(to, seatId)) return 'gone'
  const category = known(to.category[seatId], 'seat of the plan')
  const isOther = category !== from.category[seatId]
  if (isOther && typeof prices[category]?.[ticketTypeId] !== 'number') return 'unpriced'
  const [before, after] = [known(from.flags[seatId], 'flags'), known(to.flags[seatId], 'flags')]
  const isLost = (before & ~after & ruled) !== 0
  const becameLadies = (after & ~before & seatFlag.ladies) !== 0
  return isLost || (becameLadies && gender !== 'female') ? 'flags' : null
}

function namedIn(plan: Plan, seatId: SeatId): Pick<DisplacedSeat, 'seatId' | 'label' | 'section'> {
  const section = known(plan.sections[sectionOf(plan, seatId)], 'section of a seat').name
  return { seatId, label: seatLabel(plan, seatId), section }
}
