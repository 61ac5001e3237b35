// Seats: I1 to I7, I48. Read from the rows of bookings and their claims, never from an index or a counter.

import type { ShowId } from '../../shared/domain/ids.ts'
import { type Plan, isGone, seatLabel, seatsIn, sectionOf } from '../../shared/domain/seat-plan/plan.ts'
import { type PriceTable, isOnSale } from '../../shared/domain/show.ts'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import { planDigest } from '../store/plan-rows.ts'
import type { Row, Store } from '../store/store.ts'
import {
  type BookingRows,
  type Check,
  type Looks,
  type Surroundings,
  eachOf,
  ofBooking,
  ofRow,
  payEndOf,
  stands,
} from './check.ts'
import type { Findings } from './findings.ts'

/** [I6] By this long after its last moment a working sweep has ended every hold. */
const SWEEP_MS = MINUTE_MS

export const claimChecks: readonly Check[] = [
  { id: 'I1', claim: 'one live claim a seat', look: i1OneLiveClaim },
  { id: 'I2', claim: 'seats are claimed only by bookings that may', look: i2ClaimFitsState },
  { id: 'I3', claim: 'a booking that stands has all its seats', look: i3NoBookingWithoutSeats },
  { id: 'I4', claim: 'every seat is one of its show’s plan, and on sale', look: i4RealSeat },
  { id: 'I5', claim: 'a stored count is the count of its rows', look: i5CountsAreComputed },
  { id: 'I6', claim: 'no hold outlived its end', look: i6NoStuckHold },
  { id: 'I7', claim: 'holds live as long as they may, extended once', look: i7HoldLimits },
]

/** Numbered after the invariants of RELIABILITY's list. */
export const offSaleChecks: readonly Check[] = [
  { id: 'I48', claim: 'no seat is held or sold while it is off sale', look: i48OffSaleIsNotTaken },
]

const seatIn = (showId: ShowId, seatId: number) => `show ${showId} seat ${seatId}`

/** One byte per seat of each show that sold any: a house's whole history fits in some megabytes. */
export function i1OneLiveClaim({ findings, facts }: Surroundings): Looks {
  const claimed = new Map<ShowId, Uint8Array>()
  const seatsOf = (showId: ShowId) => {
    const ready = claimed.get(showId)
    if (ready) return ready
    const made = new Uint8Array(facts.planOfShow(showId)?.count ?? 0)
    claimed.set(showId, made)
    return made
  }
  return {
    bookings: eachOf(({ booking, live }) => {
      for (const { showId, seatId } of live) {
        const seats = seatsOf(showId)
        if (seats[seatId] === 1)
          findings.add(seatIn(showId, seatId), `claimed again, by ${ofBooking(booking)}`)
        seats[seatId] = 1
      }
    }),
  }
}

export function i2ClaimFitsState({ store, findings }: Surroundings): Looks {
  let known = 0
  return {
    bookings: eachOf(({ booking, live }) => {
      known += live.length
      if (live.length > 0 && !stands(booking))
        findings.add(ofBooking(booking), `is ${booking.state} and claims ${live.length} seats`)
    }),
    end: () => {
      let claims = 0
      for (const _claim of store.each('claim')) claims += 1
      if (claims !== known) findStrays(store, findings)
      return claims
    },
  }
}

/** Claims on seats that their booking does not have: searched for only if there are more claims than the bookings account for. */
function findStrays(store: Store, findings: Findings): void {
  for (const { showId, seatId, bookingId } of store.all('claim')) {
    const booking = store.get('booking', bookingId)
    const isIts = booking?.showId === showId && booking.lines.some((line) => line.seatId === seatId)
    if (!isIts)
      findings.add(ofBooking({ bookingId }), `claims ${seatIn(showId, seatId)}, which it does not have`)
  }
}

export function i3NoBookingWithoutSeats({ findings }: Surroundings): Looks {
  return {
    bookings: eachOf((rows) => {
      const wrong = seatless(rows)
      if (wrong) findings.add(ofBooking(rows.booking), wrong)
    }),
  }
}

function seatless({ booking, lines, live }: BookingRows): string | null {
  const seats = new Set(lines.map(({ seatId }) => seatId))
  if (seats.size === 0) return 'has no seats'
  if (seats.size < lines.length) return 'has a seat twice'
  if (!stands(booking)) return null
  const claimed = new Map(live.map(({ seatId, ticketTypeId }) => [seatId, ticketTypeId]))
  if (claimed.size !== seats.size || live.length !== lines.length)
    return `is ${booking.state} with ${lines.length} lines, claims ${live.length}`
  const other = lines.find(({ seatId, ticketTypeId }) => claimed.get(seatId) !== ticketTypeId)
  return other ? `claims seat ${other.seatId} as another ticket type than its line says` : null
}

export function i4RealSeat({ findings, facts }: Surroundings): Looks {
  return {
    bookings: eachOf(({ booking, lines, returned }) => {
      const plans = facts.plansOfShow(booking.showId)
      const prices = facts.prices(booking.showId, booking.priceVersion)
      for (const line of [...lines, ...returned]) {
        const isStanding = stands(booking) && lines.includes(line)
        const wrong = wrongSeat(plans, prices, line, isStanding)
        if (wrong) findings.add(`${ofBooking(booking)} seat ${line.seatId}`, wrong)
      }
    }),
    journal: eachOf(({ row, event }) => {
      if (event.type !== 'plan-imported') return
      const plan = facts.plan(event.planId)
      if (!plan || planDigest(plan) !== event.digest)
        findings.add(`plan ${event.planId}`, `is not the one of ${ofRow(row)}`)
    }),
  }
}

/** [L4] A seat that somebody has must be in the present plan; one that was given back, or never held, in any plan that the show was on. */
function wrongSeat(
  plans: readonly Plan[],
  prices: PriceTable | null,
  { seatId, label, section }: BookingRows['lines'][number],
  isStanding: boolean,
): string | null {
  const [present] = plans
  if (!present || (isStanding && isGone(present, seatId))) return 'its show has no such seat'
  const theirs = plans.filter((plan) => !isGone(plan, seatId))
  const [plan] = theirs
  if (!plan) return 'its show has no such seat'
  if (label !== seatLabel(plan, seatId)) return `is called ${label}, in the plan ${seatLabel(plan, seatId)}`
  if (section !== (plan.sections[sectionOf(plan, seatId)]?.name ?? '')) return `is said to be in ${section}`
  const wasOnSale = prices && theirs.some((one) => isOnSale(one.category[seatId] ?? 0, prices))
  return wasOnSale ? null : 'was not on sale'
}

/** Counts for screens are made in memory; a plan's number of seats is the only count that is stored. */
export function i5CountsAreComputed({ store, findings, facts }: Surroundings): Looks {
  return {
    end: () => {
      const plans = store.all('plan')
      for (const { planId, seats } of plans) {
        const plan = facts.plan(planId)
        const counted = plan ? seatsIn(plan) : 0
        if (counted !== seats) findings.add(`plan ${planId}`, `says ${seats} seats and has ${counted}`)
      }
      return plans.length
    },
  }
}

export function i6NoStuckHold({ findings, nowMs }: Surroundings): Looks {
  return {
    bookings: eachOf(({ booking }) => {
      const lateMs = nowMs - payEndOf(booking)
      if (booking.state === 'reserved' && lateMs > SWEEP_MS)
        findings.add(ofBooking(booking), `is held ${lateMs} ms after it could last be paid`)
    }),
  }
}

/**
 * [A2] A lapsed booking loses its seat if that is taken off sale. Whoever had a seat when it went off sale keeps it [SYNC 4.7];
 * after that nobody may take it.
 */
export function i48OffSaleIsNotTaken({ store, findings }: Surroundings): Looks {
  const offSale = new Set<string>()
  return {
    journal: eachOf(({ row, event, before, changes }) => {
      if (event.type === 'seats-blocked')
        for (const seatId of event.seatIds) offSale.add(seatIn(event.showId, seatId))
      if (event.type === 'seats-unblocked')
        for (const seatId of event.seatIds) offSale.delete(seatIn(event.showId, seatId))
      if (offSale.size === 0 || !('bookingId' in event) || !('showId' in event)) return
      const own = before?.sequence ?? row.sequence
      for (const { seatId, owner } of changes.flatMap(({ state, seats }) =>
        state === 'available' ? [] : seats,
      ))
        if (owner !== own && offSale.has(seatIn(event.showId, seatId)))
          findings.add(
            seatIn(event.showId, seatId),
            `off sale, taken by ${ofBooking(event)} at ${ofRow(row)}`,
          )
    }),
    end: () => {
      let blocks = 0
      for (const _block of store.each('block')) blocks += 1
      return blocks
    },
  }
}

/** The limits are those that the show's terms gave the booking, never a number here. */
export function i7HoldLimits({ findings }: Surroundings): Looks {
  return {
    bookings: eachOf(({ booking }) => {
      const wrong = overlong(booking)
      if (wrong) findings.add(ofBooking(booking), wrong)
    }),
    journal: eachOf(({ row, event, before }) => {
      if (event.type === 'hold-extended' && before && before.extendedAtMs !== null)
        findings.add(ofRow(row), `extends ${ofBooking(before)} a second time`)
    }),
  }
}

function overlong({
  reservedAtMs,
  expiresAtMs,
  graceEndsAtMs,
  holdMs,
  extendedAtMs,
}: Row<'booking'>): string | null {
  const mayMs = extendedAtMs === null ? holdMs : 2 * holdMs
  if (expiresAtMs - reservedAtMs > mayMs) return `is held ${expiresAtMs - reservedAtMs} ms of ${mayMs}`
  if (graceEndsAtMs < expiresAtMs) return 'its grace ends before it begins'
  const isLate = extendedAtMs !== null && extendedAtMs >= reservedAtMs + holdMs
  return isLate ? 'was extended after its end' : null
}
