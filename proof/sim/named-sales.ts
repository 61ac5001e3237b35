// What must be true of sales that a house named as lost, by its journal [SYNC 4.7]. Owns that judgement; must never ask how they were lost.

import type { Store } from '../../src/main/store/store.ts'
import type { HouseEvent } from '../../src/shared/domain/events.ts'
import type { SeatId } from '../../src/shared/domain/ids.ts'
import { type LostSale, type SoldHere, hasItsSeats, isOtherwise } from '../../src/shared/domain/lost-sale.ts'
import { seatChanges } from '../../src/shared/domain/seat-changes.ts'
import type { Tally } from '../proof.ts'
import { lostIn, soldBefore } from './said-of-restores.ts'

export const NAMED_AND_SEEN_TO = 'lost sales named, and seen to'

/**
 * A sale named as lost must really be lost. And nobody may get a seat that is kept for the owner of the tickets after that,
 * whether the house was restored or sold from older files meanwhile: holds give way, and what was sold already stands, so that no
 * later row says held or sold. Exceptions: a sale whose own receipt shows that it was given back, seats that the same booking has
 * here and may give back, and seats that somebody released. (A payment in progress while the sale is named may finish it; with
 * cash in one piece, as here, there is none.)
 */
export function judgeNamed(store: Store, tally: Tally): void {
  for (const { event, sequence } of lostIn(store)) {
    const { sale, settled } = event
    tally.count(settled ? NAMED_AND_SEEN_TO : 'lost sales named')
    const here = soldBefore(store, sale.bookingId, sequence)
    if (here && !isOtherwise(sale, here))
      tally.violate(`SYNC 4.7 ${sale.bookingId} is named as lost and was there, and so`)
    if (here) tally.count('older sales named that went another way')
    const after = eventsAfter(store, sequence)
    if (after.some((one) => one.type === 'booking-confirmed' && one.bookingId === sale.bookingId))
      tally.violate(`SYNC 4.7 ${sale.bookingId} is named as lost and was sold once more`)
    const kept = settled?.keepsSeats === false ? [] : keptOf(sale, here)
    tally.count('seats of lost sales watched', kept.length)
    for (const taker of takersOf(sale, new Set(kept), after))
      tally.violate(`SYNC 4.7 a seat of ${sale.bookingId} was taken after it was named: ${taker}`)
  }
}

function keptOf({ state, seats }: LostSale, here: SoldHere | null): readonly SeatId[] {
  if (!hasItsSeats(state)) return []
  const own = here && hasItsSeats(here.state) ? here.seatIds : []
  return seats.map(({ seatId }) => seatId).filter((seatId) => !own.includes(seatId))
}

function takersOf(
  { showId }: LostSale,
  kept: ReadonlySet<SeatId>,
  after: readonly HouseEvent[],
): readonly string[] {
  return after.flatMap((event) => {
    if (!('bookingId' in event) || !('showId' in event) || event.showId !== showId) return []
    const taken = seatChanges(event).filter(({ state }) => state !== 'available')
    const own = taken.flatMap(({ seatIds }) => seatIds.filter((seatId) => kept.has(seatId)))
    return own.map((seatId) => `seat ${seatId} by ${event.type} of ${event.bookingId}`)
  })
}

function eventsAfter(store: Store, sequence: number): readonly HouseEvent[] {
  const rows = store.all('journal').filter((row) => row.sequence > sequence)
  return rows.map(({ body }) => JSON.parse(body) as HouseEvent)
}
