// Which of a hub's answers prove a sale [SYNC 5.6]: read from the answers that a kiosk keeps, for a house that lost it. Owns what
// a receipt is; must never carry a customer's name.

import { RECEIPT_WAYS_MAX, RECEIPT_WORD_MAX } from '../../shared/contract/limits.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import type { BookingId, CommandId } from '../../shared/domain/ids.ts'
import type { HouseName, Receipt } from '../../shared/domain/lost-sale.ts'

/** Null: nothing was sold by it. */
export function soldIn(answer: unknown): (Booking & { readonly confirmedAtMs: number }) | null {
  const booking = bookingIn(answer)
  const confirmedAtMs = booking?.confirmedAtMs ?? null
  return booking && confirmedAtMs !== null ? { ...booking, confirmedAtMs } : null
}

/** [P6] The booking that is being paid at a terminal; null: the answer is nothing of the kind. */
export function paidAtTerminal(answer: unknown): BookingId | null {
  const booking = bookingIn(answer)
  const isPaying = booking?.state === 'reserved' && booking.payments.some(({ state }) => state === 'pending')
  return isPaying ? booking.bookingId : null
}

/** The id for a sale that a kiosk learned of by asking, not by a command of its own: it says that there is a sale, not how it went on. */
export function learnedId(bookingId: BookingId): CommandId {
  return `sold-${bookingId}` as CommandId
}

export function isLearned(commandId: CommandId): boolean {
  return commandId.startsWith('sold-')
}

export function receiptOf(house: HouseName, commandId: CommandId, answer: unknown): Receipt | null {
  const sold = soldIn(answer)
  if (!sold) return null
  const { bookingId, showId, state, lines, tickets, totals, payments, confirmedAtMs, staffId } = sold
  const { currency, totalMinor } = totals
  const seats = lines.map(({ seatId, label, section }) => ({
    seatId,
    label: label.slice(0, RECEIPT_WORD_MAX),
    section: section.slice(0, RECEIPT_WORD_MAX),
  }))
  const numbers = tickets.map(({ number }) => number.slice(0, RECEIPT_WORD_MAX))
  const ways = payments
    .filter(({ state: paid }) => paid === 'success' || paid === 'refunded')
    .map(({ mode, amountMinor }) => ({ mode, amountMinor }))
    .slice(0, RECEIPT_WAYS_MAX)
  const what = { house, commandId, bookingId, showId, state, confirmedAtMs, staffId }
  return { ...what, seats, numbers, currency, totalMinor, ways }
}

function bookingIn(answer: unknown): Booking | undefined {
  const { kind, value } = answer as {
    readonly kind?: string
    readonly value?: { readonly booking?: Booking }
  }
  return kind === 'done' ? value?.booking : undefined
}
