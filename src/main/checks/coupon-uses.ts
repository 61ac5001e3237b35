// How often coupons were used [P4], as the journal tells it: each use against the limit of its moment, since a manager may lower a
// limit below the uses there are, to close a coupon. Owns one count and one limit a coupon; must never remember a booking.

import type { BookingId } from '../../shared/domain/ids.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { Step } from './check.ts'

export class CouponUses {
  readonly #limits = new Map<string, number | null>()
  readonly #counts = new Map<string, number>()
  readonly #usesIt: (bookingId: BookingId) => boolean

  /** `usesIt`: whether this booking, as it stands by now, is one that uses the coupon it carries. */
  constructor(usesIt: (bookingId: BookingId) => boolean) {
    this.#usesIt = usesIt
  }

  /** The coupon that this step uses and should not, and why; null: all is well. */
  follow({ event, before }: Pick<Step, 'event' | 'before'>): readonly [code: string, why: string] | null {
    for (const [code, limit] of limitsIn(event)) this.#limits.set(code, limit)
    if (event.type !== 'seats-held' && event.type !== 'tickets-chosen') return null
    const carried = before?.couponCode ?? null
    const { couponCode: code, bookingId } = event
    if (code === carried || !this.#usesIt(bookingId)) return null
    if (carried !== null) this.#count(carried, -1)
    return code === null ? null : this.#use(code)
  }

  #use(code: string): readonly [string, string] | null {
    const limit = this.#limits.get(code)
    const count = this.#count(code, 1)
    if (limit === undefined) return [code, `is used by ${count} bookings and is not there`]
    return limit !== null && count > limit ? [code, `is used by ${count} bookings of ${limit}`] : null
  }

  #count(code: string, more: 1 | -1): number {
    const count = (this.#counts.get(code) ?? 0) + more
    this.#counts.set(code, count)
    return count
  }
}

function limitsIn(event: HouseEvent): readonly (readonly [code: string, usesMax: number | null])[] {
  if (event.type === 'entry-saved')
    return event.entry.kind === 'coupon' ? [[event.entry.code, event.entry.usesMax]] : []
  if (event.type !== 'rows-changed' || event.of !== 'coupons') return []
  return event.alike.flatMap(({ ids, after: { usesMax } }) =>
    usesMax === undefined ? [] : ids.map((id) => [String(id), usesMax as number | null] as const),
  )
}
