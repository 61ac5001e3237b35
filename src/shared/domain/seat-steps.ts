import type { HouseEvent } from './events.ts'
import type { BookingId, PlanId, SeatId } from './ids.ts'
import { type SeatChange, seatChanges } from './seat-changes.ts'
import { isOnSale } from './show.ts'

/** What a row of a show's journal did to its seats: enough to know their state at any later instant. */
export interface SeatStep {
  readonly revision: number
  readonly atMs: number
  /** Null: it is about no booking. */
  readonly bookingId: BookingId | null
  /** The seats that became `state`. */
  readonly seatIds: readonly SeatId[]
  /** Null: unchanged. */
  readonly state: SeatChange['state'] | null
  /** When the booking's seats become free by the clock [H4]; for `paying`, when the terminal's time is over [H6]. Null: as before. */
  readonly untilMs: number | null
  /** Whether each category is on sale from here on; null: as before. */
  readonly onSale: readonly boolean[] | null
  /** [L4] The version of its plan that the show is on from here; null: as before. */
  readonly planId: PlanId | null
}

/** One step per row; several where different seats changed to different states. */
export function seatSteps(event: HouseEvent, revision: number, atMs: number): readonly SeatStep[] {
  const bookingId = 'bookingId' in event ? event.bookingId : null
  const row = {
    revision,
    atMs,
    bookingId,
    untilMs: untilOf(event),
    onSale: onSaleFrom(event),
    planId: planFrom(event),
  }
  const changes = recordsTheClock(event) ? [] : seatChanges(event)
  if (changes.length === 0) return [{ ...row, seatIds: [], state: null }]
  return changes.map(({ seatIds, state }) => ({ ...row, seatIds, state }))
}

/** [H7] It only records what the clock had already ended, and the booking may still be paid. */
function recordsTheClock({ type }: HouseEvent): boolean {
  return type === 'hold-lapsed'
}

function untilOf(event: HouseEvent): number | null {
  if (event.type === 'payment-begun') return event.payment.untilMs ?? null
  return 'expiresAtMs' in event ? event.expiresAtMs : null
}

function planFrom(event: HouseEvent): PlanId | null {
  return event.type === 'show-replanned' ? event.planId : null
}

function onSaleFrom(event: HouseEvent): readonly boolean[] | null {
  if (event.type !== 'prices-set') return null
  return event.prices.map((_, category) => isOnSale(category, event.prices))
}
