import { expect, test } from 'vitest'
import { AMOUNT_MAX_MINOR } from '../lib/money.ts'
import type { WalletId } from './ids.ts'
import { contextAt, eventsOf, freshIds, refusalOf, sampleCustomer, start } from './sale.fixture.ts'
import { type FoundWallet, decideOpenWallet, decideTopUp, openWallet } from './wallet.ts'

const walletId = 3 as WalletId
const { customerId } = sampleCustomer
const wallet: FoundWallet = { kind: 'wallet', walletId, customerId, currency: 'INR', balanceMinor: 50_00 }

test('[P9] money goes to the wallet there is, or to a new one that the same step opens', () => {
  const wanted = { walletId: 9 as WalletId, customerId, currency: 'INR' } as const
  expect(openWallet(wallet, wanted)).toEqual({ walletId, opened: [] })
  expect(openWallet(null, wanted)).toEqual({
    walletId: 9,
    opened: [{ type: 'entry-saved', entry: { kind: 'wallet', ...wanted } }],
  })
})

test('[P9] cash put in comes to the drawer of the desk, and the balance is what it makes of the one before', () => {
  const decision = decideTopUp({ wallet }, { walletId, amountMinor: 25_00 }, contextAt(start))
  expect(decision).toMatchObject({ value: { walletId, balanceMinor: 75_00 } })
  expect(eventsOf(decision)).toEqual([
    {
      type: 'wallet-topped-up',
      walletId,
      paymentId: 'payment-1',
      amountMinor: 25_00,
      currency: 'INR',
      account: 'drawer:desk-1',
    },
  ])
  const none = decideTopUp({ wallet: null }, { walletId, amountMinor: 1 }, contextAt(start))
  expect(refusalOf(none)).toEqual({ code: 'NOT_FOUND', what: 'wallet', id: '3' })
})

test('[P9] [I13] a wallet holds no more than an amount may be', () => {
  const full = { wallet: { ...wallet, balanceMinor: AMOUNT_MAX_MINOR - 1 } }
  const topUp = (amountMinor: number) => decideTopUp(full, { walletId, amountMinor }, contextAt(start))
  expect(topUp(1)).toMatchObject({ value: { balanceMinor: AMOUNT_MAX_MINOR } })
  const refusal = { code: 'INVALID_INPUT', field: 'amountMinor', problem: 'too-high', detail: '' }
  expect(topUp(2)).toMatchObject({ refusal })
})

test('[P9] a customer has one wallet a currency: asked for again it is the same', () => {
  const request = { customerId, currency: 'INR' } as const
  const found = { customer: sampleCustomer, walletOfCustomer: null, nextIds: freshIds }
  expect(decideOpenWallet(found, request)).toMatchObject({
    events: [{ type: 'entry-saved' }],
    value: { walletId: 15 },
  })
  expect(decideOpenWallet({ ...found, walletOfCustomer: wallet }, request)).toMatchObject({
    events: [],
    value: { walletId },
  })
  expect(refusalOf(decideOpenWallet({ ...found, customer: null }, request))).toMatchObject({
    code: 'NOT_FOUND',
    what: 'customer',
  })
})
