// Customers' wallets [P9]: opening one, putting money in. Owns the rule that a balance is never negative; the balance is a sum over
// the books, and must never be stored.

import type { Found } from './asks.ts'
import type { WalletEntry } from './catalogue.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { HouseEvent } from './events.ts'
import type { CustomerId, WalletId } from './ids.ts'
import type { Account } from './tender.ts'
import { AMOUNT_MAX_MINOR, type Currency } from '../lib/money.ts'

export interface FoundWallet extends WalletEntry {
  readonly balanceMinor: number
}

export function walletAccount(walletId: WalletId): Account {
  return `wallet:${walletId}`
}

/** The wallet that money goes to: the existing one, or a new one with the event that opens it. */
export function openWallet(
  found: FoundWallet | null,
  { walletId, customerId, currency }: Omit<WalletEntry, 'kind'>,
): { readonly walletId: WalletId; readonly opened: readonly HouseEvent[] } {
  if (found) return { walletId: found.walletId, opened: [] }
  const entry: WalletEntry = { kind: 'wallet', walletId, customerId, currency }
  return { walletId, opened: [{ type: 'entry-saved', entry }] }
}

export interface TopUpRequest {
  readonly walletId: WalletId
  readonly amountMinor: number
}

/** Puts cash into a wallet at the desk. Refuses NOT_FOUND, and more than an amount may be in one wallet. */
export function decideTopUp(
  found: Found<'wallet'>,
  { walletId, amountMinor }: TopUpRequest,
  { actor, newPaymentId }: Context,
): Decision<{ readonly walletId: WalletId; readonly balanceMinor: number }> {
  const { wallet } = found
  if (!wallet) return refuse({ code: 'NOT_FOUND', what: 'wallet', id: String(walletId) })
  const { currency } = wallet
  const balanceMinor = wallet.balanceMinor + amountMinor
  if (balanceMinor > AMOUNT_MAX_MINOR)
    return refuse({ code: 'INVALID_INPUT', field: 'amountMinor', problem: 'too-high', detail: '' })
  const account: Account = `drawer:${actor.kioskId}`
  const paymentId = newPaymentId()
  return accept([{ type: 'wallet-topped-up', walletId, paymentId, amountMinor, currency, account }], {
    walletId,
    balanceMinor,
  })
}

export interface OpenWalletRequest {
  readonly customerId: CustomerId
  readonly currency: Currency
}

/** Opens a wallet for a customer. Gives the same answer where there is one already. */
export function decideOpenWallet(
  found: Found<'customer' | 'walletOfCustomer' | 'nextIds'>,
  { customerId, currency }: OpenWalletRequest,
): Decision<{ readonly walletId: WalletId }> {
  if (!found.customer) return refuse({ code: 'NOT_FOUND', what: 'customer', id: String(customerId) })
  const next = found.nextIds.wallet as WalletId
  const { walletId, opened } = openWallet(found.walletOfCustomer, { walletId: next, customerId, currency })
  return accept(opened, { walletId })
}
