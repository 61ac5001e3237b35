import type { BookingId } from '../../shared/domain/ids.ts'
import { printing } from '../stores/printing.ts'
import { type Sold, openDrawer, printTickets } from './use-sold.ts'

/** Sales whose papers this page has seen to: a screen that is shown again is no other sale. */
const seenTo = new Set<BookingId>()

/** [T2] What a kiosk does by itself when a sale is paid, once: the drawer opens for cash, the tickets come if it was told so. */
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
