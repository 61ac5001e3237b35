// Where a house in recovery keeps what kiosks' receipts say of sales that it does not have [SYNC 4.7]: rows of `meta`, one per
// booking, until it sells again; then only the fact that the journal has named them. Must never be read during a sale.

import type { BookingId } from '../../shared/domain/ids.ts'
import type { LostSale, SaleLost, Settlement } from '../../shared/domain/lost-sale.ts'
import { type Write, drop, put } from './rows.ts'
import type { Store } from './store.ts'

export interface LostRow {
  readonly sale: LostSale
  /** Null: nobody has dealt with it yet. */
  readonly settled: Settlement | null
}

const LOST = 'lost '
const NAMED = 'named '

export function keepLost(row: LostRow): Write {
  return put('meta', { key: LOST + row.sale.bookingId, value: JSON.stringify(row) })
}

export function dropLost(bookingId: BookingId): Write {
  return drop('meta', { key: LOST + bookingId })
}

/** The rows for a sale that the journal named as lost. */
export function namedWrites({ sale: { bookingId }, epoch }: SaleLost): Write[] {
  return [dropLost(bookingId), put('meta', { key: NAMED + bookingId, value: String(epoch ?? '') })]
}

/** Whether the journal has named this loss already. A sale that the house answered after that, and lost again, is a new loss. */
export function isNamed(
  store: Pick<Store, 'get'>,
  { bookingId, epoch = 0 }: Pick<LostSale, 'bookingId' | 'epoch'>,
): boolean {
  const named = store.get('meta', NAMED + bookingId)
  return named !== undefined && (named.value === '' || epoch < Number(named.value))
}

export function lostRows(store: Pick<Store, 'all'>): readonly LostRow[] {
  return store
    .all('meta')
    .filter(({ key }) => key.startsWith(LOST))
    .map(({ value }) => JSON.parse(value) as LostRow)
}
