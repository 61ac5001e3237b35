import type { HouseEvent } from './events.ts'
import type { BookingId, PlanId, SeatId } from './ids.ts'
import { type SeatChange, seatChanges } from './seat-changes.ts'
import { isOnSale } from './show.ts'

/** What a row of a show's journal did to its seats: as much of it as says how they stood at any later instant. */
export interface SeatStep {
  readonly revision: number
  readonly atMs: number
  /** Null: no booking's. */
  readonly bookingId: BookingId | null
  /** Those that became `state`. */
  readonly seatIds: readonly SeatId[]
  /** Null: whatever they were. */
  readonly state: SeatChange['state'] | null
  /** When its booking's seats are free by the clock [H4]; of `paying`: when the terminal's time is over [H6]. Null: as before. */
  readonly untilMs: number | null
  /** By category, from here on; null: as before. */
  readonly onSale: readonly boolean[] | null
  /** [L4] The version of its plan that the show is on from here; null: as before. */
  readonly planId: PlanId | null
}

/** One step a row; two where seats became one thing and others another. */
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

/** [H7] It says what was so already, and the booking may still be paid. */
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
