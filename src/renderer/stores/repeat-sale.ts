// Repeats the last sale of this window: as many seats with the same ticket types, the best available, held and ready to pay. Owns
// what is remembered of it; which seats are best, and whether they are free, is decided by the house.

import { createStore } from 'zustand/vanilla'
import type { ShowRow } from '../../shared/contract/shapes.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import type { BookingId, TicketTypeId } from '../../shared/domain/ids.ts'
import { ask, boxOffice } from '../box-office.ts'
import { comingShows } from './coming-shows.ts'
import { type LastSale, zoneLike } from './repeat-zone.ts'
import { beginSale, holdSeats, isHeldAsChosen, parkSale, sale } from './sale.ts'
import { goTo, screen } from './screen.ts'
import { shows } from './shows.ts'

/** Null if nothing has been sold in this window yet. */
export const lastSale = createStore<{ readonly last: LastSale | null; readonly bookingId: BookingId | null }>(
  () => ({ last: null, bookingId: null }),
)

/** Called once its tickets are shown and on their way to the printer: beginning the next sale then loses nothing. */
export function rememberSale({ bookingId, showId, lines }: Booking): void {
  const sold = lines.map(({ ticketType, priceMinor }) => ({ ticketType, priceMinor }))
  if (sold.length > 0) lastSale.setState({ last: { showId, lines: sold }, bookingId })
}

/** Where it would be sold: the show on the map, else the same show, else the next of the same listing or kind. Null if there is none. */
export function showToRepeat(last: LastSale): ShowRow | null {
  const { rows } = shows.getState()
  const coming = comingShows(rows.values(), boxOffice.hubNowMs())
  const before = rows.get(last.showId)
  const { now } = screen.getState()
  const onMap = now.name === 'sell' ? coming.find(({ showId }) => showId === now.showId) : undefined
  const alike = coming.filter(({ sort }) => sort === before?.sort)
  const found =
    onMap ??
    coming.find(({ showId }) => showId === last.showId) ??
    alike.find(({ listingId }) => listingId === before?.listingId) ??
    alike[0]
  // Hotel nights and places on departures are chosen by date, so they cannot be repeated.
  return found && found.sort !== 'hotel' && found.sort !== 'package' ? found : null
}

export async function repeatSale(): Promise<void> {
  const { last } = lastSale.getState()
  const row = last && showToRepeat(last)
  if (!last || !row || sale.getState().asking !== null) return
  const { showId } = row
  parkSale()
  beginSale(showId)
  goTo({ name: 'sell', showId })
  const count = last.lines.length
  const category = zoneLike(row, last)
  const { cartId } = sale.getState()
  const answer = await ask('best-seats', { showId, count, category, section: null, skip: 0, cartId })
  if (sale.getState().cartId !== cartId || sale.getState().asking !== null) return
  if (answer.kind === 'fault') return sale.setState({ notice: answer })
  if (answer.kind === 'refused')
    return sale.setState({ notice: { kind: 'refusal', refusal: answer.refusal } })
  const [best] = answer.value.proposals
  if (!best) return sale.setState({ notice: { kind: 'none-left', count } })
  const lines = best.seatIds.map((seatId, index) => {
    const type = row.ticketTypes.indexOf(last.lines[index]?.ticketType ?? '')
    return { seatId, ticketTypeId: Math.max(0, type) as TicketTypeId }
  })
  sale.setState({ lines, notice: null })
  await holdSeats()
  const now = sale.getState()
  if (now.cartId === cartId && isHeldAsChosen(now) && screen.getState().now.name === 'sell')
    goTo({ name: 'pay', showId })
}
