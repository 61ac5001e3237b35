// The customer of the cart in hand, with their wallet [P9]. Owns the requests; who it is and what is in the wallet is decided by
// the house.

import { createStore } from 'zustand/vanilla'
import type { CustomerId, WalletId } from '../../shared/domain/ids.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import type { Currency } from '../../shared/lib/money.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import { ask } from '../box-office.ts'
import { asked, keepBooking, sale } from './sale.ts'
import { shows } from './shows.ts'

export type Customer = Output<'customer'>

/** Null if nobody in particular, or not loaded yet. */
export const customer = createStore<{ readonly found: Customer | null }>(() => ({ found: null }))

/** A cart's currency is that of its show. */
function currencyInHand(): Currency | null {
  const { showId } = sale.getState()
  return showId === null ? null : (shows.getState().rows.get(showId)?.currency ?? null)
}

export async function lookAfterCustomer(): Promise<void> {
  const { customerId } = sale.getState()
  const currency = currencyInHand()
  if (customerId === null || currency === null) return customer.setState({ found: null })
  const answer = await ask('customer', { customerId, currency })
  if (sale.getState().customerId !== customerId) return
  customer.setState({ found: answer.kind === 'done' ? answer.value : null })
}

sale.subscribe(({ customerId }, before) => {
  if (customerId !== before.customerId) void lookAfterCustomer()
})

/** [H2] If the cart is held, the house is told, and a VIP's hold gets longer. */
export async function chooseCustomer(customerId: CustomerId | null): Promise<void> {
  const { booking, asking } = sale.getState()
  if (asking !== null) return
  if (!booking) return sale.setState({ customerId })
  const { bookingId } = booking
  const before = sale.getState().lines
  await asked('customer', ask('choose-customer', { bookingId, customerId }), keepBooking)
  // The house's answer lacks what is chosen but not held yet, so the choice is put back.
  if (sale.getState().booking?.bookingId === bookingId) sale.setState({ lines: before })
}

/** Saves a new customer and selects them for the cart; returns the refusal that says which field is wrong. */
export async function addCustomer(
  person: Pick<Input<'save-customer'>, 'name' | 'phone' | 'email' | 'language'>,
): Promise<Refusal | null> {
  const answer = await ask('save-customer', { customerId: null, ...person })
  if (answer.kind === 'refused') return answer.refusal
  if (answer.kind === 'fault') sale.setState({ notice: answer })
  else await chooseCustomer(answer.value.customerId)
  return null
}

/** [P9] Puts cash into the customer's wallet, which is opened if there is none. */
export async function topUp(amountMinor: number): Promise<void> {
  const walletId = await walletInHand()
  if (walletId === null) return
  const answer = await ask('top-up-wallet', { walletId, amountMinor })
  if (answer.kind === 'refused') sale.setState({ notice: { kind: 'refusal', refusal: answer.refusal } })
  if (answer.kind === 'fault') sale.setState({ notice: answer })
  await lookAfterCustomer()
}

async function walletInHand(): Promise<WalletId | null> {
  const { found } = customer.getState()
  const currency = currencyInHand()
  if (!found || currency === null) return null
  if (found.wallet) return found.wallet.walletId
  const answer = await ask('open-wallet', { customerId: found.customer.customerId, currency })
  return answer.kind === 'done' ? answer.value.walletId : null
}
