import type { BookingId, SeatId } from '../../shared/domain/ids.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { type Plan, isGone, seatLabel } from '../../shared/domain/seat-plan/plan.ts'

/** [T4] Seats of a booking, and the seats they are to have. */
export interface Moving {
  readonly bookingId: BookingId | null
  /** Seats of the booking that move, in its order. */
  readonly from: readonly SeatId[]
  /** The targets, in the order of `from`; at most as many. */
  readonly to: readonly SeatId[]
}

/**
 * A seat of the booking: toggles whether it moves. Another seat: adds it as a target or drops it; if there are enough targets, it
 * replaces the last.
 */
export function turned(now: Moving, seatId: SeatId, own: readonly SeatId[]): Moving {
  if (own.includes(seatId)) {
    const isMoving = now.from.includes(seatId)
    const from = own.filter((one) => (one === seatId ? !isMoving : now.from.includes(one)))
    return { ...now, from, to: now.to.slice(0, from.length) }
  }
  if (now.to.includes(seatId)) return { ...now, to: now.to.filter((one) => one !== seatId) }
  if (now.from.length === 0) return now
  const kept = now.to.length < now.from.length ? now.to : now.to.slice(0, -1)
  return { ...now, to: [...kept, seatId] }
}

export function movesOf({ from, to }: Moving) {
  return to.flatMap((seatId, index) => {
    const old = from[index]
    return old === undefined ? [] : [{ from: old, to: seatId }]
  })
}

interface Lost {
  readonly lost: readonly SeatId[]
  /** Names of the lost seats that the show no longer has. */
  readonly gone: readonly string[]
}

/**
 * [H1] [L4] The targets lost by a refusal: others have them, or the show was moved to a plan without them, which still knows
 * their names.
 */
export function lostBy(refusal: Refusal, to: readonly SeatId[], plan: Plan): Lost {
  if (refusal.code === 'SEAT_NOT_AVAILABLE')
    return { lost: refusal.seats.map(({ seatId }) => seatId), gone: [] }
  if (refusal.code !== 'INVALID_INPUT' || refusal.problem !== 'unknown-seat') return { lost: [], gone: [] }
  // The house names one, by its number; a plan that has not been updated yet still has the others.
  const lost = to.filter((seatId) => String(seatId) === refusal.detail || isGone(plan, seatId))
  return { lost, gone: lost.map((seatId) => seatLabel(plan, seatId)) }
}
