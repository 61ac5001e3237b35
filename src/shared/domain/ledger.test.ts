import { expect, test } from 'vitest'
import type { HouseEvent } from './events.ts'
import type { BookingId, KioskId, WalletId } from './ids.ts'
import { transfersOf } from './ledger.ts'
import { paidBooking, sampleShow } from './sale.fixture.ts'
import type { MessageId } from './message.ts'
import type { Account, Payment } from './tender.ts'
import { known } from '../lib/assert.ts'

const kioskId = 'desk-9' as KioskId
const ids = { bookingId: 'b' as BookingId, showId: sampleShow.showId }
const payment: Payment = known(paidBooking().payments[0], 'payment')
const { account: _account, currency: _currency, ...ofOlder } = payment
const { totals, lines } = paidBooking()
const refund = { paymentId: payment.paymentId, amountMinor: 5, account: 'wallet:1' as Account }
const money = { refunds: [refund], payments: [payment] }
const seats = { seatIds: [], reason: '' }

/** "20 INR booking:b > drawer:desk-9": amount, currency, credit account > debit account. */
const told = (event: HouseEvent) =>
  transfersOf(event, kioskId).map(
    ({ debit, credit, amountMinor, currency }) => `${amountMinor} ${currency ?? '?'} ${debit} < ${credit}`,
  )

const came = '42000 INR drawer:desk-1 < booking:b'
const back = '5 INR booking:b < wallet:1'

test.for<[event: HouseEvent, transfers: string[]]>([
  [{ type: 'payment-taken', ...ids, payment }, [came]],
  [{ type: 'payment-taken', ...ids, payment: ofOlder }, ['42000 ? drawer:desk-9 < booking:b']],
  [{ type: 'payment-late', ...ids, payment }, [came]],
  [{ type: 'booking-confirmed', ...ids, seatIds: [], payment, tickets: [] }, [came]],
  [{ type: 'booking-confirmed', ...ids, seatIds: [], payment: null, tickets: [] }, []],
  [
    { type: 'booking-confirmed', ...ids, seatIds: [], payment: { ...payment, amountMinor: 0 }, tickets: [] },
    [],
  ],
  [
    {
      type: 'booking-confirmed',
      ...ids,
      seatIds: [],
      payment: { ...payment, account: 'booking:a' as Account },
      tickets: [],
    },
    [],
  ],
  [{ type: 'booking-refunded', ...ids, refundMinor: 7 }, ['7 ? booking:b < drawer:desk-9']],
  [{ type: 'booking-refunded', ...ids, refundMinor: 0 }, []],
  [{ type: 'booking-refunded', ...ids, refundMinor: 5, ...money, currency: 'INR' }, [back]],
  [{ type: 'booking-refunded', ...ids, refundMinor: 5, ...money }, ['5 ? booking:b < wallet:1']],
  [{ type: 'money-returned', ...ids, ...money, currency: 'INR' }, [back]],
  [{ type: 'seats-returned', ...ids, ...seats, ...money, returned: [], lines, totals }, [back]],
  [
    {
      type: 'booking-reseated',
      ...ids,
      ...money,
      freed: [],
      taken: [],
      lines,
      totals,
      tickets: [],
      payment: null,
    },
    [back],
  ],
  [
    {
      type: 'booking-reseated',
      ...ids,
      ...money,
      refunds: [],
      freed: [],
      taken: [],
      lines,
      totals,
      tickets: [],
      payment,
    },
    [came],
  ],
  [{ type: 'proof-reviewed', ...ids, payment: { ...payment, review: 'accepted' } }, []],
  [
    { type: 'proof-reviewed', ...ids, payment: { ...payment, review: 'rejected' } },
    ['42000 INR booking:b < drawer:desk-1'],
  ],
  [
    { type: 'proof-reviewed', ...ids, payment: { ...payment, review: 'rejected', refundedMinor: 420_00 } },
    [],
  ],
  [{ type: 'payment-begun', ...ids, seatIds: [], payment }, []],
  [
    {
      type: 'wallet-topped-up',
      walletId: 1 as WalletId,
      paymentId: payment.paymentId,
      amountMinor: 9,
      currency: 'INR',
      account: 'drawer:x' as Account,
    },
    ['9 INR drawer:x < wallet:1'],
  ],
])('[P9] [I12] $0.type moves $1', ([event, transfers]) => {
  expect(told(event)).toEqual(transfers)
})

test('[T2] a letter to a customer moves no money', () => {
  expect(told({ type: 'message-sent', messageId: 1 as MessageId })).toEqual([])
})

test('[P9] an event that there is not moves nothing by chance', () => {
  expect(() => transfersOf({ type: 'dance' } as never, kioskId)).toThrow()
})
