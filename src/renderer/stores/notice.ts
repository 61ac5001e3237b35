// What the seller may be told about the sale in hand. Owns the closed list of notices; must hold no words: those are in
// `sale-notice.tsx`.

import type { Booking } from '../../shared/domain/booking.ts'
import type { CartId, ShowId } from '../../shared/domain/ids.ts'
import type { WantedLine } from '../../shared/domain/pricing.ts'
import type { MissedSeat, Refusal } from '../../shared/domain/refusal.ts'
import type { Payment } from '../../shared/domain/tender.ts'
import type { Output } from '../../shared/contract/operations.ts'
import type { Taken } from '../../shared/contract/recovery-news.ts'

/** A message to the seller, shown until the next step. `lost`: seats that others have; they are removed from the choice. */
export type Notice =
  | {
      readonly kind: 'lost'
      readonly seats: readonly MissedSeat[]
      /** The whole choice from which they were lost; omitted if they were only requested. */
      readonly wished?: readonly WantedLine[]
      /** [C5] As many adjacent seats for the same price, once the house has named them. */
      readonly instead?: { readonly lines: readonly WantedLine[]; readonly labels: readonly string[] }
    }
  /** `taken`: the booking as it was in hand, with money in it [P5]. */
  | { readonly kind: 'time-up'; readonly seats: readonly string[]; readonly taken?: Booking }
  /** [H5] The hold is over and partly paid; the rest can still be paid. */
  | { readonly kind: 'grace'; readonly booking: Booking; readonly leftMs: number }
  /** [P10] The cart was cancelled, and what was paid towards it returned. */
  | { readonly kind: 'given-back'; readonly before: Booking; readonly after: Booking }
  /** [SYNC 4.7] The house was restored to a time before the hold; `lost`: seats of it that others have there. */
  | { readonly kind: 'unknown'; readonly lost: readonly MissedSeat[]; readonly taken: Taken | null }
  /** [H8] The maximum number of seats of a booking is already chosen. */
  | { readonly kind: 'full'; readonly limit: number }
  /** [H14] Seats that the new hold leaves alone. */
  | { readonly kind: 'alone'; readonly seats: readonly string[] }
  /** [H15] This desk waits for them, with a separate cart. */
  | {
      readonly kind: 'waiting'
      readonly seats: readonly string[]
      readonly showId: ShowId
      readonly cartId: CartId
      readonly ahead: number
    }
  | { readonly kind: 'parked' }
  /** [H9] The seat that was pressed belongs to this cart, which is parked at this desk. */
  | { readonly kind: 'aside'; readonly booking: Booking }
  /** That many seats were to be sold again, and there are no such seats. */
  | { readonly kind: 'none-left'; readonly count: number }
  /** What was held here has ended elsewhere: released by a manager, paid in another window. */
  | { readonly kind: 'gone'; readonly booking: Booking }
  /** [P7] A terminal declined, or took another sum; `left`: how many more refusals are allowed. */
  | { readonly kind: 'not-paid'; readonly payment: Payment; readonly left: number }
  /** The booking is over, with money of the customer still here. */
  | { readonly kind: 'owed'; readonly booking: Booking; readonly owedMinor: number }
  /** [H16] */
  | { readonly kind: 'deferred'; readonly booking: Booking }
  /** [P8] */
  | { readonly kind: 'late'; readonly slip: Output<'late-money'>['slips'][number] }
  /** [H11] The last minute of the hold has begun. */
  | { readonly kind: 'minute-left' }
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  | {
      readonly kind: 'fault'
      readonly reason: 'unreachable' | 'storage' | 'bug'
      readonly incidentId: string
    }

const hints: ReadonlySet<Notice['kind']> = new Set(['alone', 'full', 'none-left', 'parked', 'aside'])

/** A hint at the map, of no use once the seller has gone on: nothing was held, taken or owed that is told nowhere else. */
export function isPassing(notice: Notice): boolean {
  return hints.has(notice.kind) || (notice.kind === 'lost' && !notice.wished)
}
