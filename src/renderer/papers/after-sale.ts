import type { BookingId } from '../../shared/domain/ids.ts'
import { printing } from '../stores/printing.ts'
import { type Sold, openDrawer, printTickets } from './use-sold.ts'

/** Sales whose papers this page has handled: showing their screen again must not print again. */
const seenTo = new Set<BookingId>()

/** [T2] What a kiosk does automatically when a sale is paid, once: opens the drawer for cash, and prints the tickets if configured. */
export function printAfterSale(sold: Sold): void {
  const { bookingId, payments } = sold.story.booking
  if (seenTo.has(bookingId)) return
  seenTo.add(bookingId)
  const hasCash = payments.some(
    (one) => one.mode === 'CASH' && one.state === 'success' && one.amountMinor > 0,
  )
  if (hasCash) openDrawer()
  if (printing.getState().printing.isAutomatic) void printTickets(sold)
}
