// Exchanges as this window stores them beside its cart. Owns their format and what counts as damaged; must never let stored data
// stop a page.

import * as id from '../../shared/contract/ids.ts'
import { operations } from '../../shared/contract/operations.ts'
import * as shape from '../../shared/contract/shapes.ts'
import type { Exchange } from './exchanging.ts'

export const EXCHANGES_KEPT_AS = 'guichet.exchanges'

const exchange = operations['booking-story'].output
  .pick({ booking: true, customer: true, startsAtMs: true, zone: true })
  .extend({ cartId: id.cartId, seatIds: id.seatId.array(), worthMinor: shape.amount })

/**
 * One that cannot be read, or has another version's format, is dropped: its cart goes on as an ordinary sale, and the sold seats
 * stay sold.
 */
export function keptExchanges(shelf: Pick<Storage, 'getItem' | 'removeItem'>): readonly Exchange[] {
  try {
    const all: unknown = JSON.parse(shelf.getItem(EXCHANGES_KEPT_AS) ?? '[]')
    if (Array.isArray(all)) return all.flatMap((one) => exchange.safeParse(one).data ?? [])
  } catch {
    // Invalid JSON counts as damaged, like data of another format.
  }
  shelf.removeItem(EXCHANGES_KEPT_AS)
  return []
}
