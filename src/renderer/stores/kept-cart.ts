// A cart as this window stores it. Owns its format and what counts as damaged; must never let stored data stop a page.

import type { BookingId } from '../../shared/domain/ids.ts'
import type { Sale } from './sale.ts'
import { type Taken, taken } from '../../shared/contract/recovery-news.ts'

export type Kept = Pick<Sale, 'cartId' | 'showId' | 'lines' | 'couponCode' | 'customerId'> & {
  readonly bookingId: BookingId | null
  /** [P5] What was taken for its hold. */
  readonly taken: Taken | null
  readonly atMs: number
}

/** Missing in data from older versions. */
const keptTaken = taken.nullable().catch(null)

export const CART_KEPT_AS = 'guichet.cart'

/**
 * A full disk or a power loss may leave anything there. What cannot be read is no cart, and is removed so as not to be met at the
 * next start.
 */
export function keptCart(shelf: Pick<Storage, 'getItem' | 'removeItem'>): Kept | null {
  const text = shelf.getItem(CART_KEPT_AS)
  if (text === null) return null
  try {
    const kept: unknown = JSON.parse(text)
    if (isKept(kept)) return { ...kept, taken: keptTaken.parse(kept.taken) }
  } catch {
    // Invalid JSON counts as damaged, like data of another format.
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
