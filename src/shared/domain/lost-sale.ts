// [SYNC 4.7] What a kiosk was told of a sale, and what a house which came back from a backup does not have of it: what its kiosk's receipt says,
// whether it is one of this house, and what is written down of it. Owns that judgement; must never make a sale of a receipt.

import type { BookingState } from './booking.ts'
import type { BookingId, CommandId, KioskId, SeatId, ShowId, StaffId } from './ids.ts'
import type { PaymentMode } from './tender.ts'
import type { Currency } from '../lib/money.ts'

/** Which house answers: its first row, which no other house has, and which of its restores this is [SYNC 4.1]. */
export interface HouseName {
  readonly root: string
  readonly epoch: number
  /** Null: it was never restored. */
  readonly storeId: string | null
}

/** What the hub answered to a kiosk of a booking that was sold, as the kiosk wrote it down before it printed. */
export interface Receipt {
  readonly house: HouseName
  readonly commandId: CommandId
  readonly bookingId: BookingId
  readonly showId: ShowId
  /** As of this answer: it may have been cancelled since the sale. */
  readonly state: BookingState
  readonly seats: readonly { readonly seatId: SeatId; readonly label: string; readonly section: string }[]
  /** Of its tickets. */
  readonly numbers: readonly string[]
  readonly currency: Currency
  readonly totalMinor: number
  readonly ways: readonly { readonly mode: PaymentMode; readonly amountMinor: number }[]
  readonly confirmedAtMs: number
  readonly staffId: StaffId
}

/** `kioskId`: whose receipt it is; `epoch`: the number of the house that answered, left out by earlier versions. */
export type LostSale = Omit<Receipt, 'house'> & { readonly kioskId: KioskId; readonly epoch?: number }

/** Somebody has seen to it. */
export interface Settlement {
  readonly note: string
  /** Its seats are not sold to others: whoever has the tickets will come. */
  readonly keepsSeats: boolean
  readonly atMs: number
  /** Null: nobody here has a PIN. */
  readonly staffId: StaffId | null
}

/** Confirmed to a kiosk, and not, or not so, in the house that goes on. `settled` null: the house was opened before anybody saw to it. */
export interface SaleLost {
  readonly type: 'sale-lost'
  readonly sale: LostSale
  readonly settled: Settlement | null
  /** Of the house that goes on: what was answered before it is named by this. Left out by earlier versions. */
  readonly epoch?: number
}

export type ReceiptRefusal = 'other-house' | 'other-epoch' | 'contradictory'

/**
 * `own`: the house as its backup has it; `epoch`: the number under which it goes on. What was sold under a number that is that one or a later one,
 * or under the backup's own number by another file, was sold by another house that came from the same backup.
 */
export function refusalOfReceipt(receipt: Receipt, own: HouseName, epoch: number): ReceiptRefusal | null {
  const { house, seats, numbers } = receipt
  if (house.root !== own.root) return 'other-house'
  if (house.epoch >= epoch) return 'other-epoch'
  if (house.epoch === own.epoch && house.storeId !== own.storeId) return 'other-epoch'
  const isWhole = isDistinct(seats.map(({ seatId }) => seatId)) && isDistinct(numbers)
  return isWhole && (!hasItsSeats(receipt.state) || seats.length === numbers.length) ? null : 'contradictory'
}

/** Not those of a booking that was cancelled since. */
export function hasItsSeats(state: BookingState): boolean {
  return state === 'confirmed' || state === 'completed'
}

/** What a house that has the sale has of it. */
export interface SoldHere {
  readonly state: BookingState
  readonly seatIds: readonly SeatId[]
}

/** Moved or given back, whole or in part, and not here. */
export function isOtherwise({ state, seats }: Pick<Receipt, 'state' | 'seats'>, here: SoldHere): boolean {
  if (!hasItsSeats(state)) return hasItsSeats(here.state)
  if (!hasItsSeats(here.state)) return true
  return seats.length !== here.seatIds.length || seats.some(({ seatId }) => !here.seatIds.includes(seatId))
}

/** Of two receipts of one booking, as its kiosks have them: what was cancelled is sold no more. */
export function laterOf(one: LostSale, other: LostSale): LostSale {
  if (hasItsSeats(one.state) !== hasItsSeats(other.state)) return hasItsSeats(one.state) ? other : one
  return other.commandId > one.commandId ? other : one
}

function isDistinct(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length
}
