// Counts a show's seats from rows alone: a second opinion on the board [K1]. Owns its own reading of the rules, written without
// the domain's functions on purpose; must never be used to sell.

import type { Counts } from '../../shared/contract/shapes.ts'
import type { ShowId } from '../../shared/domain/ids.ts'
import { known } from '../../shared/lib/assert.ts'
import type { Store } from '../store/store.ts'

/** The state of every seat of a show at an instant, in the order of seats. */
export function seatsFromRows(store: Store, showId: ShowId, nowMs: number): (keyof Counts)[] {
  const show = known(store.get('show', showId), 'show')
  const lists = store.all('priceList').filter((list) => list.showId === showId)
  const { prices } = known(lists.toSorted((a, b) => b.version - a.version)[0], 'price list')
  const seats = store.all('seat').filter((seat) => seat.planId === show.planId)
  const claims = store.all('claim').filter((claim) => claim.showId === showId)
  return seats.map((seat) => {
    const isOnSale = (prices[seat.category] ?? []).some((price) => price !== null)
    const claim = claims.find((one) => one.seatId === seat.seatId)
    const booking = claim && store.get('booking', claim.bookingId)
    if (booking?.state === 'confirmed' || booking?.state === 'completed') return 'sold'
    const payment = booking?.payments?.find((one) => one.state === 'pending')
    const endMs = Math.max(booking?.expiresAtMs ?? 0, payment?.untilMs ?? 0)
    if (booking && nowMs < endMs) return payment ? 'paying' : booking.purpose === 'hold' ? 'held' : 'reserved'
    return isOnSale ? 'available' : 'blocked'
  })
}

export function recount(store: Store, showId: ShowId, nowMs: number): Counts {
  const seats = seatsFromRows(store, showId, nowMs)
  const of = (state: keyof Counts) => seats.filter((one) => one === state).length
  return {
    allocated: seats.length,
    available: of('available'),
    held: of('held'),
    reserved: of('reserved'),
    paying: of('paying'),
    sold: of('sold'),
    blocked: of('blocked'),
  }
}
