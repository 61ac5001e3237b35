import { readFindText } from '../../shared/domain/find-text.ts'
import type { CustomerId } from '../../shared/domain/ids.ts'
import type { Output } from '../../shared/contract/operations.ts'
import type { Currency } from '../../shared/lib/money.ts'
import type { Store } from '../store/store.ts'
import { personOf } from './booking-story.ts'
import { customersWith, newestCustomers } from './find-bookings.ts'
import { walletOfCustomer } from './wallets.ts'

/** As many as a seller can read through while a customer waits; typing another letter narrows them. */
const SHOWN_MAX = 12

/** Customers by part of a name, a phone number or an address; if nothing is typed, the newest. */
export function customersLike(store: Store, text: string): Output<'customers'>['customers'] {
  const found = text === '' ? newestCustomers(store, SHOWN_MAX) : customersWith(store, readFindText(text))
  return found.slice(0, SHOWN_MAX).map(personOf)
}

/** [P9] A customer with their wallet. */
export function customerWithWallet(
  store: Store,
  customerId: CustomerId,
  currency: Currency,
): Output<'customer'> | null {
  const customer = store.get('customer', customerId)
  if (!customer || customer.withdrawn) return null
  const wallet = walletOfCustomer(store, customerId, currency)
  return {
    customer: personOf(customer),
    wallet: wallet && { walletId: wallet.walletId, balanceMinor: wallet.balanceMinor },
  }
}
