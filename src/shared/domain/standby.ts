// The queue for seats that somebody else holds [H15]: joining it, leaving it, and who is served when seats come free. Owns the order;
// must never hold a seat itself: for those served, the hold decision does that. Seats that a terminal is being asked about are not free,
// even past the end of their hold.

import type { Found } from './asks.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { CartId, KioskId, SeatId, ShowId, StaffId } from './ids.ts'
import type { Refusal } from './refusal.ts'
import { isOfOffice } from './rights.ts'
import { refusalIfClosed } from './show.ts'
import { bestAvailable } from './seat-plan/best-available.ts'
import type { Plan } from './seat-plan/plan.ts'
import { seatStateCode } from './seat-state.ts'

/** One entry of the queue. A cart waits at most once for a show. */
export interface Waiting {
  readonly showId: ShowId
  readonly cartId: CartId
  readonly kioskId: KioskId
  readonly staffId: StaffId
  readonly count: number
  /** Exactly these seats; null: any `count` seats together. */
  readonly seatIds: readonly SeatId[] | null
}

/** Behind more than this many nobody would have a chance; and the whole queue is walked whenever a seat comes free. */
export const STANDBY_MAX = 100

export type JoinRequest = Pick<Waiting, 'showId' | 'cartId' | 'count' | 'seatIds'>

export function decideJoinStandby(
  { show, waiting, seats, cart, freeSeats }: Found<'show' | 'waiting' | 'seats' | 'cart' | 'freeSeats'>,
  { showId, cartId, count, seatIds }: JoinRequest,
  { nowMs, actor }: Context,
): Decision<{ readonly ahead: number }> {
  if (!show) return refuse({ code: 'NOT_FOUND', what: 'show', id: String(showId) })
  const closed = refusalIfClosed(show, nowMs)
  if (closed) return refuse(closed)
  const { seatsMax: limit } = show.terms
  if (count > limit) return refuse({ code: 'TOO_MANY_SEATS', asked: count, limit, left: freeSeats })
  const strange = seatIds?.find((seatId) => !seats.some((seat) => seat.seatId === seatId))
  if (strange !== undefined) return refuse(badSeat('unknown-seat', strange))
  const twice = seatIds?.find((seatId, index) => seatIds.indexOf(seatId) < index)
  if (twice !== undefined) return refuse(badSeat('duplicate-seat', twice))
  // Each wait needs a cart of its own: being served would replace what the cart already holds.
  if (cart || waiting.some((one) => one.cartId === cartId))
    return refuse({ code: 'INVALID_INPUT', field: 'cartId', problem: 'taken', detail: cartId })
  if (waiting.length >= STANDBY_MAX) return refuse({ code: 'BUSY', limit: 'standby' })

  const { kioskId, staffId } = actor
  const event = { type: 'standby-joined', showId, cartId, kioskId, staffId, count, seatIds } as const
  return accept([event], { ahead: waiting.length })
}

function badSeat(problem: 'unknown-seat' | 'duplicate-seat', seatId: SeatId): Refusal {
  return { code: 'INVALID_INPUT', field: 'seatIds', problem, detail: String(seatId) }
}

export function decideLeaveStandby(
  { waiting }: Found<'waiting'>,
  { showId, cartId }: Pick<Waiting, 'showId' | 'cartId'>,
  { actor }: Context,
): Decision<{ readonly left: true }> {
  const mayAll = isOfOffice(actor)
  const own = waiting.find((one) => one.cartId === cartId && (mayAll || one.kioskId === actor.kioskId))
  if (!own) return refuse({ code: 'NOT_FOUND', what: 'standby', id: cartId })
  return accept([{ type: 'standby-left', showId, cartId }], { left: true })
}

export interface Served {
  readonly waiting: Waiting
  readonly seatIds: readonly SeatId[]
}

/**
 * Who in the queue gets which of the free seats, first come first served. Nobody is overtaken on the seats that they wait for: wanted
 * seats are kept from those behind, and behind somebody who waits for any seats nobody is served.
 */
export function decideStandby(
  plan: Plan,
  states: Uint8Array,
  queue: readonly Waiting[],
  isBeforeScreen: boolean,
): readonly Served[] {
  const left = new Uint8Array(states)
  const served: Served[] = []
  for (const waiting of queue) {
    const seatIds = seatsFor(plan, left, { ...waiting, isBeforeScreen })
    if (seatIds) served.push({ waiting, seatIds })
    const kept = seatIds ?? waiting.seatIds
    if (kept === null) break
    for (const seatId of kept) left[seatId] = seatStateCode.held
  }
  return served
}

function seatsFor(
  plan: Plan,
  states: Uint8Array,
  { count, seatIds, isBeforeScreen }: Waiting & { readonly isBeforeScreen: boolean },
): readonly SeatId[] | null {
  if (seatIds) return seatIds.every((seatId) => states[seatId] === seatStateCode.available) ? seatIds : null
  const [best] = bestAvailable(plan, states, { count, category: null, section: null, isBeforeScreen }, 1)
  return best?.groups === 1 ? best.seatIds : null
}
