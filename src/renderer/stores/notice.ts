// What the seller may be told about the sale in hand. Owns the closed list of it; must hold no words: those are `sale-notice.tsx`’s.

import type { Booking } from '../../shared/domain/booking.ts'
import type { CartId, ShowId } from '../../shared/domain/ids.ts'
import type { WantedLine } from '../../shared/domain/pricing.ts'
import type { MissedSeat, Refusal } from '../../shared/domain/refusal.ts'
import type { Payment } from '../../shared/domain/tender.ts'
import type { Output } from '../../shared/contract/operations.ts'
import type { Taken } from '../../shared/contract/recovery-news.ts'

/** What the seller is told, until the next step. `lost`: seats that others have; they are out of the selection. */
export type Notice =
  | {
      readonly kind: 'lost'
      readonly seats: readonly MissedSeat[]
      /** The whole choice that they were lost from; left out where they were only asked for. */
      readonly wished?: readonly WantedLine[]
      /** [C5] As many together for the same price, once the house has named them. */
      readonly instead?: { readonly lines: readonly WantedLine[]; readonly labels: readonly string[] }
    }
  /** `taken`: as it was in hand, with money in it [P5]. */
  | { readonly kind: 'time-up'; readonly seats: readonly string[]; readonly taken?: Booking }
  /** [H5] The hold is over, a part of it is paid, and the rest can still be. */
  | { readonly kind: 'grace'; readonly booking: Booking; readonly leftMs: number }
  /** [P10] The cart was given back with what was paid towards it. */
  | { readonly kind: 'given-back'; readonly before: Booking; readonly after: Booking }
  /** [SYNC 4.7] The house came back from a time before it was held; `lost`: what others have there. */
  | { readonly kind: 'unknown'; readonly lost: readonly MissedSeat[]; readonly taken: Taken | null }
  /** [H8] As many as a booking may have are chosen already. */
  | { readonly kind: 'full'; readonly limit: number }
  /** [H14] Seats that the new hold leaves alone. */
  | { readonly kind: 'alone'; readonly seats: readonly string[] }
  /** [H15] This desk waits for them under a cart of their own. */
  | {
      readonly kind: 'waiting'
      readonly seats: readonly string[]
      readonly showId: ShowId
      readonly cartId: CartId
      readonly ahead: number
    }
  | { readonly kind: 'parked' }
  /** [H9] A seat was pressed that this cart has, which is put aside here. */
  | { readonly kind: 'aside'; readonly booking: Booking }
  /** So many were to be sold once more, and there are no such seats. */
  | { readonly kind: 'none-left'; readonly count: number }
  /** What was held here has ended elsewhere: released by a manager, paid in another window. */
  | { readonly kind: 'gone'; readonly booking: Booking }
  /** [P7] A terminal said no, or another sum; `left`: how often it may yet say no. */
  | { readonly kind: 'not-paid'; readonly payment: Payment; readonly left: number }
  /** Over, with money of the customer still here. */
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
