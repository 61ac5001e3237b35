// A cart as this window keeps it. Owns its form and what counts as damaged; must never let what lies there stop a page.

import type { BookingId } from '../../shared/domain/ids.ts'
import type { Sale } from './sale.ts'
import { type Taken, taken } from '../../shared/contract/recovery-news.ts'

export type Kept = Pick<Sale, 'cartId' | 'showId' | 'lines' | 'couponCode' | 'customerId'> & {
  readonly bookingId: BookingId | null
  /** [P5] For what it holds. */
  readonly taken: Taken | null
  readonly atMs: number
}

/** Nothing where a version before this one kept it. */
const keptTaken = taken.nullable().catch(null)

export const CART_KEPT_AS = 'guichet.cart'

/** A disk that was full or lost its power leaves anything. What cannot be read is no cart, and is not met again at the next start. */
export function keptCart(shelf: Pick<Storage, 'getItem' | 'removeItem'>): Kept | null {
  const text = shelf.getItem(CART_KEPT_AS)
  if (text === null) return null
  try {
    const kept: unknown = JSON.parse(text)
    if (isKept(kept)) return { ...kept, taken: keptTaken.parse(kept.taken) }
  } catch {
    // As damaged as one of another form.
  }
  shelf.removeItem(CART_KEPT_AS)
  return null
}

function isKept(one: unknown): one is Kept {
  const kept = (one ?? {}) as Partial<Record<keyof Kept, unknown>>
  return (
    typeof kept.cartId === 'string' &&
    isNoneOr('number', kept.showId) &&
    isNoneOr('string', kept.couponCode) &&
    isNoneOr('number', kept.customerId) &&
    isNoneOr('string', kept.bookingId) &&
    typeof kept.atMs === 'number' &&
    Array.isArray(kept.lines) &&
    kept.lines.every(isLine)
  )
}

function isNoneOr(type: 'number' | 'string', value: unknown): boolean {
  return value === null || typeof value === type
}

function isLine(one: unknown): boolean {
  const { seatId, ticketTypeId } = (one ?? {}) as Record<string, unknown>
  return typeof seatId === 'number' && typeof ticketTypeId === 'number'
}
