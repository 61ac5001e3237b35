// What a choice of seats does to those around it, found in the plan: who is left alone, whose company is missing, who sits
// beside. Owns the finding; must never say what follows from it (`seat-rules.ts`).

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
  /** [H14] Labels of free seats that the choice leaves alone; none where the show does not mind. */
  readonly leftAlone: readonly string[]
  /** [L3] Chosen companions' seats with no chosen wheelchair place near them. */
  readonly withoutWheelchair: readonly SeatId[]
  /** [L3] Chosen seats that are a woman's, by their mark or by who sits beside. */
  readonly womens: readonly SeatId[]
}

export const nothingAround: SeatsAround = { leftAlone: [], withoutWheelchair: [], womens: [] }

/** The house as the choice finds it: whose live claim is on a seat, and what is on sale. */
export interface Standing {
  readonly plan: Plan
  readonly prices: PriceTable
  readonly terms: Terms
  readonly claimantOf: (seatId: SeatId) => Booking | null
  /** Known to be sold or off sale, without asking whose it is; false says nothing. */
  readonly isTaken: (seatId: SeatId) => boolean
  readonly nowMs: number
}

/** What the choice's own cart holds now goes back when it is made: it counts as free. */
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

/** [H4] A claim at its end is none. */
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

/** Travelling alone: the only one on her booking. */
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
