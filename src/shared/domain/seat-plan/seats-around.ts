// What a choice of seats does to those around it, found in the plan: which seats are left alone, which companions' seats lack their
// wheelchair place, who sits beside. Owns these findings; must never say what follows from them (`seat-rules.ts`).

import { known } from '../../lib/assert.ts'
import type { Booking } from '../booking.ts'
import type { CartId, SeatId } from '../ids.ts'
import { type PriceTable, claimStateAt, isOnSale } from '../show.ts'
import type { Terms } from '../terms.ts'
import { neighboursAround, nobody } from './adjacency.ts'
import { gap } from './focus.ts'
import { type Plan, type SeatFlag, seatFlag, seatLabel } from './plan.ts'
import { seatRuns } from './seat-runs.ts'
import { seatsLeftAlone } from './single-seat.ts'
import { nearSteps } from './split-party.ts'

export interface SeatsAround {
  /** [H14] Labels of free seats that the choice leaves alone; none where the show's terms do not care. */
  readonly leftAlone: readonly string[]
  /** [L3] Chosen companions' seats with no chosen wheelchair place near them. */
  readonly withoutWheelchair: readonly SeatId[]
  /** [L3] Chosen seats that are for women only, by their mark or because of who sits beside. */
  readonly womens: readonly SeatId[]
}

export const nothingAround: SeatsAround = { leftAlone: [], withoutWheelchair: [], womens: [] }

/** The show as the choice finds it: which claim is on each seat, and what is on sale. */
export interface Standing {
  readonly plan: Plan
  readonly prices: PriceTable
  readonly terms: Terms
  readonly claimantOf: (seatId: SeatId) => Booking | null
  /** A quick test: true if the seat is known to be sold or off sale; false means unknown. */
  readonly isTaken: (seatId: SeatId) => boolean
  readonly nowMs: number
}

/** Seats that the same cart holds now count as free, since they go back when the choice is made. */
export function seatsAround(house: Standing, seatIds: readonly SeatId[], cartId: CartId): SeatsAround {
  const { plan, prices, terms } = house
  const others = (seat: number) => claimOfOthers(house, seat as SeatId, cartId)
  const isFree = (seat: number) =>
    isOnSale(known(plan.category[seat], 'seat of the plan'), prices) &&
    !house.isTaken(seat as SeatId) &&
    others(seat) === null
  const chosen = seatIds.filter((seatId) => seatId < plan.count)
  const alone = terms.singleSeatRule === 'off' ? [] : seatsLeftAlone(plan, chosen, isFree)
  return {
    leftAlone: alone.map((seatId) => seatLabel(plan, seatId)),
    withoutWheelchair: companionsAlone(plan, chosen),
    womens: chosen.filter(
      (seat) => has(plan, seat, 'ladies') || (terms.ladiesRule && isBesideLoneWoman(plan, seat, others)),
    ),
  }
}

/** [H4] The claim of somebody else; one that has reached its end does not count. */
function claimOfOthers({ claimantOf, nowMs }: Standing, seatId: SeatId, cartId: CartId): Booking | null {
  const booking = claimantOf(seatId)
  if (!booking || claimStateAt(booking, nowMs) === 'available') return null
  return booking.state === 'reserved' && booking.cartId === cartId ? null : booking
}

/** [L3] Chosen companions' seats whose wheelchair place was not chosen with them. */
export function companionsAlone(plan: Plan, chosen: readonly SeatId[]): readonly SeatId[] {
  const companions = chosen.filter((seat) => has(plan, seat, 'companion') && !has(plan, seat, 'wheelchair'))
  if (companions.length === 0) return companions
  const bays = chosen.filter((seat) => has(plan, seat, 'wheelchair'))
  const reach = nearSteps * seatRuns(plan).step
  return companions.filter((seat) => !bays.some((bay) => gap(plan, seat, bay) <= reach))
}

/** A woman travels alone if she is the only one on her booking. */
function isBesideLoneWoman(plan: Plan, seat: SeatId, others: (seat: number) => Booking | null): boolean {
  const { left, right } = neighboursAround(plan, seat)
  return [left, right].some((side) => {
    const next = known(side[seat], 'seat of the plan')
    const lines = next === nobody ? [] : (others(next)?.lines ?? [])
    return lines.length === 1 && lines[0]?.gender === 'female'
  })
}

function has(plan: Plan, seat: number, flag: SeatFlag): boolean {
  return (known(plan.flags[seat], 'seat of the plan') & seatFlag[flag]) !== 0
}
