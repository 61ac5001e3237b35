// Wallets according to the books [P9]: balances and statements, from their movements alone. Must never keep a balance, nor write.

import type { Booking } from '../../shared/domain/booking.ts'
import type { BookingId, CustomerId, WalletId } from '../../shared/domain/ids.ts'
import { type FoundWallet, walletAccount } from '../../shared/domain/wallet.ts'
import type { Output } from '../../shared/contract/operations.ts'
import { known } from '../../shared/lib/assert.ts'
import type { Currency } from '../../shared/lib/money.ts'
import * as query from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'
import { personOf } from './booking-story.ts'

/** [P9] A wallet with its balance, which is the sum of its movements and stored nowhere. */
export function walletWithBalance(store: Store, walletId: WalletId | null): FoundWallet | null {
  const row = walletId === null ? undefined : store.get('wallet', walletId)
  if (!row) return null
  const movements = store.select(query.transfersOfWallet, row.walletId)
  const balanceMinor = movements.reduce((sum, one) => sum + gainOf(one, row.walletId), 0)
  return { kind: 'wallet', ...row, balanceMinor }
}

/** What one movement adds to the wallet's balance; negative if it takes. */
export function gainOf(
  { credit, amountMinor }: Pick<Row<'transfer'>, 'credit' | 'amountMinor'>,
  walletId: WalletId,
): number {
  return credit === walletAccount(walletId) ? amountMinor : -amountMinor
}

export function walletOfCustomer(
  store: Store,
  customerId: CustomerId | null,
  currency: Currency,
): FoundWallet | null {
  if (customerId === null) return null
  const own = store.select(query.walletsOfCustomer, customerId).find((one) => one.currency === currency)
  return walletWithBalance(store, own?.walletId ?? null)
}

/** The wallet of a booking's customer. */
export function walletOfBooking(store: Store, booking: Booking | null): FoundWallet | null {
  return booking && walletOfCustomer(store, booking.customerId, booking.totals.currency)
}

/** [P9] Every movement with the balance after it, oldest first. */
export function walletStatement(store: Store, walletId: WalletId): Output<'wallet'> | null {
  const row = store.get('wallet', walletId)
  if (!row) return null
  const customer = row.customerId === null ? undefined : store.get('customer', row.customerId)
  let balanceMinor = 0
  const entries = store.select(query.transfersOfWallet, walletId).map((movement) => {
    const amountMinor = gainOf(movement, walletId)
    balanceMinor += amountMinor
    const { sequence } = movement
    const { atMs } = known(store.get('journal', sequence), 'row of a movement')
    return { sequence, atMs, amountMinor, balanceMinor, bookingId: bookingOf(movement) }
  })
  const { currency } = row
  return { walletId, customer: customer ? personOf(customer) : null, currency, balanceMinor, entries }
}

/** The booking at the other end of a movement, if there is one. */
function bookingOf({ debit, credit }: Pick<Row<'transfer'>, 'debit' | 'credit'>): BookingId | null {
  const account = [debit, credit].find((one) => one.startsWith('booking:'))
  return account === undefined ? null : (account.slice('booking:'.length) as BookingId)
}
