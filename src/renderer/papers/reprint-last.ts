import { ask } from '../box-office.ts'
import { goTo } from '../stores/screen.ts'
import { printTickets, soldOf } from './use-sold.ts'

/** [T2] The newest sale of this desk once more: counted first, then printed; its own screen tells the copy. */
export async function reprintLast(): Promise<void> {
  const found = await ask('find-bookings', { text: '', showId: null })
  if (found.kind !== 'done') return
  const last = found.value.bookings.find(({ state }) => state === 'confirmed' || state === 'completed')
  if (!last) return goTo({ name: 'find', text: '', showId: null })
  const { bookingId } = last
  const counted = await ask('reprint-tickets', { bookingId })
  const sold = counted.kind === 'done' ? await soldOf(bookingId) : null
  goTo({ name: 'booking', bookingId })
  if (sold) await printTickets(sold)
}
