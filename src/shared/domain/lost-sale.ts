// [SYNC 4.7] Sales that a kiosk holds a receipt for and that a house restored from a backup lacks: what the receipt says, whether it
// belongs to this house, and what is recorded of it. Owns that judgement; must never turn a receipt into a sale.

import type { BookingState } from './booking.ts'
import type { BookingId, CommandId, KioskId, SeatId, ShowId, StaffId } from './ids.ts'
import type { PaymentMode } from './tender.ts'
import type { Currency } from '../lib/money.ts'

/** Identifies a house: by its first journal row, which no other house has, and by which of its restores this is [SYNC 4.1]. */
export interface HouseName {
  readonly root: string
  readonly epoch: number
  /** Null: it was never restored. */
  readonly storeId: string | null
}

/** The hub's answer to a kiosk about a sold booking, as the kiosk recorded it before printing. */
export interface Receipt {
  readonly house: HouseName
  readonly commandId: CommandId
  readonly bookingId: BookingId
  readonly showId: ShowId
  /** The state in this answer: the booking may have been cancelled since the sale. */
  readonly state: BookingState
  readonly seats: readonly { readonly seatId: SeatId; readonly label: string; readonly section: string }[]
  /** The numbers of its tickets. */
  readonly numbers: readonly string[]
  readonly currency: Currency
  readonly totalMinor: number
  readonly ways: readonly { readonly mode: PaymentMode; readonly amountMinor: number }[]
  readonly confirmedAtMs: number
  readonly staffId: StaffId
}

/** `kioskId`: the kiosk whose receipt it is; `epoch`: that of the house that answered, left out by earlier versions. */
export type LostSale = Omit<Receipt, 'house'> & { readonly kioskId: KioskId; readonly epoch?: number }

/** How somebody dealt with a lost sale. */
export interface Settlement {
  readonly note: string
  /** Its seats are not sold to others, since the holders of the tickets will come. */
  readonly keepsSeats: boolean
  readonly atMs: number
  /** Null: nobody in this house has a PIN. */
  readonly staffId: StaffId | null
}

/** A sale confirmed to a kiosk that the house lacks, or has otherwise. `settled` null: it opened before anybody dealt with it. */
export interface SaleLost {
  readonly type: 'sale-lost'
  readonly sale: LostSale
  readonly settled: Settlement | null
  /** The epoch under which the house goes on; it covers this booking's receipts of all earlier epochs. Left out by earlier versions. */
  readonly epoch?: number
}

export type ReceiptRefusal = 'other-house' | 'other-epoch' | 'contradictory'

/**
 * `own`: the house as its backup has it; `epoch`: the one under which it goes on. A sale of that epoch or a later one, or of the
 * backup's own epoch but from another store, was made by another house restored from the same backup.
 */
export function refusalOfReceipt(receipt: Receipt, own: HouseName, epoch: number): ReceiptRefusal | null {
  const { house, seats, numbers } = receipt
  if (house.root !== own.root) return 'other-house'
  if (house.epoch >= epoch) return 'other-epoch'
  if (house.epoch === own.epoch && house.storeId !== own.storeId) return 'other-epoch'
  const isWhole = isDistinct(seats.map(({ seatId }) => seatId)) && isDistinct(numbers)
  return isWhole && (!hasItsSeats(receipt.state) || seats.length === numbers.length) ? null : 'contradictory'
}

/** Whether a booking in this state still has its seats: not if it was cancelled since. */
export function hasItsSeats(state: BookingState): boolean {
  return state === 'confirmed' || state === 'completed'
}

/** What this house knows of a sale that it does have. */
export interface SoldHere {
  readonly state: BookingState
  readonly seatIds: readonly SeatId[]
}

/** The receipt and this house differ: the booking was moved or given back, whole or in part, on one side only. */
export function isOtherwise({ state, seats }: Pick<Receipt, 'state' | 'seats'>, here: SoldHere): boolean {
  if (!hasItsSeats(state)) return hasItsSeats(here.state)
  if (!hasItsSeats(here.state)) return true
  return seats.length !== here.seatIds.length || seats.some(({ seatId }) => !here.seatIds.includes(seatId))
}

/** The later of two kiosks' receipts of one booking; one that says it was cancelled always wins. */
export function laterOf(one: LostSale, other: LostSale): LostSale {
  if (hasItsSeats(one.state) !== hasItsSeats(other.state)) return hasItsSeats(one.state) ? other : one
  return other.commandId > one.commandId ? other : one
}

function isDistinct(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length
}
