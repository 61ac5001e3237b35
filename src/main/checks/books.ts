// The books: I12, I14, I15 and I18 to I20. Compares the rows of transfers with the events that moved the money; what a booking
// keeps is computed from both.

import type { HouseEvent } from '../../shared/domain/events.ts'
import { transfersOf } from '../../shared/domain/ledger.ts'
import { type Account, type Payment, type Refund, keptMinor, paidMinor } from '../../shared/domain/tender.ts'
import { transfersAfter } from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'
import {
  type Check,
  type Looks,
  type Step,
  type Surroundings,
  eachOf,
  isOfOlder,
  ofBooking,
  ofRow,
  paymentsIn,
} from './check.ts'
import { SumBySequence } from './sum-by-sequence.ts'

/** At most this many transfers after the journal's end are read: even one is an error. */
const STRAYS_MAX = 1000

export const bookChecks: readonly Check[] = [
  { id: 'I12', claim: 'what the books owe a booking is what was paid for it', look: i12Balanced },
  { id: 'I14', claim: 'balances are computed, none is stored', look: i14NoBalanceStored },
  { id: 'I15', claim: 'no wallet was ever below nothing', look: i15Floor },
  { id: 'I18', claim: 'money moves with its event, as its event says', look: i18SameCommit },
  { id: 'I19', claim: 'money goes back only of a payment that came', look: i19NoCreditFromNothing },
  { id: 'I20', claim: 'no payment gives back more than it brought', look: i20OneReversal },
]

type Transfer = Row<'transfer'>

const ofBookingAccount = 'booking:'
const ofWalletAccount = 'wallet:'

/** What each transfer does to an account: a credit increases what the account is owed, a debit decreases it. */
function entriesOf({ debit, credit, amountMinor }: Transfer) {
  return [
    { account: credit, amountMinor },
    { account: debit, amountMinor: -amountMinor },
  ] as const
}

export function i12Balanced({ store, findings }: Surroundings): Looks {
  const owed = new SumBySequence()
  const follow = ({ event, before, transfers }: Step) => {
    for (const transfer of transfers) {
      const wrong = lopsided(transfer)
      if (wrong) findings.add(ofRow(transfer), wrong)
      for (const { account, amountMinor } of entriesOf(transfer)) {
        if (!account.startsWith(ofBookingAccount)) continue
        const bookingId = account.slice(ofBookingAccount.length)
        const isOwn = before && 'bookingId' in event && event.bookingId === bookingId
        const sequence = (isOwn ? before : store.get('booking', bookingId))?.sequence
        if (sequence === undefined)
          findings.add(ofRow(transfer), `moves money of ${bookingId}, which is no booking`)
        else owed.add(sequence, amountMinor)
      }
    }
  }
  return {
    bookings: eachOf(({ booking, payments }) => owed.add(booking.sequence, -paidMinor(payments))),
    journal: eachOf(follow),
    end: () => {
      for (const [sequence, amountMinor] of owed.entries())
        findings.add(
          bookingMadeBy(store, sequence),
          `the books owe it ${amountMinor} more than its payments keep`,
        )
      return 0
    },
  }
}

function lopsided({ debit, credit, amountMinor }: Transfer): string | null {
  if (debit === credit) return `moves money from ${credit} to itself`
  return amountMinor > 0 ? null : `moves ${amountMinor}`
}

function bookingMadeBy(store: Store, sequence: number): string {
  const body = store.get('journal', sequence)?.body
  const event = body === undefined ? null : (JSON.parse(body) as HouseEvent)
  return event && 'bookingId' in event ? ofBooking(event) : `the booking of journal ${sequence}`
}

/** A balance that is stored could differ from the books; one that is summed up from them cannot. */
export function i14NoBalanceStored({ store, findings }: Surroundings): Looks {
  return {
    end: () => {
      let wallets = 0
      for (const wallet of store.each('wallet')) {
        wallets += 1
        const stored = Object.keys(wallet).find((column) => /balance|minor/i.test(column))
        if (stored !== undefined) findings.add(`wallet ${wallet.walletId}`, `keeps a ${stored} of its own`)
      }
      return wallets
    },
  }
}

/** [P9] After every row of the journal, not only after the last. */
export function i15Floor({ findings }: Surroundings): Looks {
  const balances = new Map<Account, number>()
  return {
    journal: eachOf(({ row, transfers }) => {
      for (const { account, amountMinor } of transfers.flatMap(entriesOf)) {
        if (!account.startsWith(ofWalletAccount)) continue
        const balance = (balances.get(account) ?? 0) + amountMinor
        balances.set(account, balance)
        if (balance < 0) findings.add(ofRow(row), `leaves ${balance} in ${account}`)
      }
    }),
  }
}

export function i18SameCommit({ store, findings }: Surroundings): Looks {
  let last = 0
  const stray = (transfer: Transfer) =>
    findings.add(ofRow(transfer), 'moves money, and is no row of the journal')
  return {
    journal: eachOf(({ row, event, transfers }) => {
      last = row.sequence
      for (const transfer of transfers) if (transfer.sequence !== row.sequence) stray(transfer)
      const own = transfers.filter(({ sequence }) => sequence === row.sequence)
      const said = textOf(transfersOf(event, row.kioskId))
      if (textOf(own) !== said) findings.add(ofRow(row), `moves ${textOf(own)}, its event ${said}`)
    }),
    end: () => {
      for (const transfer of store.select(transfersAfter, last, STRAYS_MAX)) stray(transfer)
      return 0
    },
  }
}

function textOf(
  transfers: readonly Pick<Transfer, 'debit' | 'credit' | 'amountMinor' | 'currency'>[],
): string {
  const lines = transfers.map(
    ({ debit, credit, amountMinor, currency }) => `${amountMinor} ${currency ?? ''} ${credit} → ${debit}`,
  )
  return lines.join(', ') || 'nothing'
}

/** Also: what one booking hands over to another is received once, and by that one. */
export function i19NoCreditFromNothing({ findings }: Surroundings): Looks {
  const handed = new Map<string, Transfer>()
  return {
    journal: eachOf((step) => {
      const wrong = uncovered(step) ?? unhanded(step, handed)
      if (wrong) findings.add(ofRow(step.row), wrong)
      for (const one of step.transfers) if (isHandedOver(one)) handed.set(one.credit, added(one, handed))
    }),
    end: () => {
      for (const [account, { sequence, amountMinor }] of handed)
        findings.add(ofRow({ sequence }), `hands ${amountMinor} over to ${account}, which never took it`)
      return 0
    },
  }
}

/** A refund of a payment that its booking had not received before. */
function uncovered({ event, before }: Step): string | null {
  const payments = before ? paymentsIn(before) : []
  const came = (paymentId: string) =>
    payments.some((payment) => payment.paymentId === paymentId && keptMinor(payment) > 0)
  const nothing = refundsOf(event).find(({ paymentId }) => !came(paymentId))
  if (nothing)
    return `gives back ${nothing.amountMinor} of ${nothing.paymentId}, of which there is nothing here`
  const isUndone = event.type === 'proof-reviewed' && event.payment.review === 'rejected'
  const isThere = isUndone && payments.some(({ paymentId }) => paymentId === event.payment.paymentId)
  return isUndone && !isThere ? `undoes ${event.payment.paymentId}, which nobody made` : null
}

function isHandedOver({ debit, credit }: Transfer): boolean {
  return debit.startsWith(ofBookingAccount) && credit.startsWith(ofBookingAccount)
}

/** [T4] What several payments of a booking hand over arrives as one payment. */
function added(one: Transfer, handed: ReadonlyMap<string, Transfer>): Transfer {
  const before = handed.get(one.credit)
  const isSame = before?.debit === one.debit && before.sequence === one.sequence
  return isSame ? { ...one, amountMinor: before.amountMinor + one.amountMinor } : one
}

/** [P8] [T4] A booking that is paid with another's money received exactly that sum from it, just before. */
function unhanded({ event }: Step, handed: Map<string, Transfer>): string | null {
  if (event.type !== 'booking-confirmed' || !event.payment?.account?.startsWith(ofBookingAccount)) return null
  const { account, amountMinor } = event.payment
  const own = `${ofBookingAccount}${event.bookingId}`
  const from = handed.get(own)
  handed.delete(own)
  if (from?.debit === account && from.amountMinor === amountMinor) return null
  return `takes ${amountMinor} of ${account}, which gave it ${from?.amountMinor ?? 'nothing'}`
}

export function i20OneReversal({ findings }: Surroundings): Looks {
  return {
    bookings: eachOf(({ booking, payments }) => {
      for (const payment of payments) {
        const wrong = overdrawn(payment)
        if (wrong) findings.add(ofBooking(booking), `its payment ${payment.paymentId} ${wrong}`)
      }
    }),
    journal: eachOf(({ row, event, before }) => {
      const payments = before ? paymentsIn(before) : []
      for (const [paymentId, amountMinor] of totalsOf(refundsOf(event))) {
        const payment = payments.find((one) => one.paymentId === paymentId)
        if (payment && amountMinor > keptMinor(payment))
          findings.add(
            ofRow(row),
            `gives back ${amountMinor} of ${keptMinor(payment)} that ${paymentId} keeps`,
          )
      }
    }),
  }
}

function overdrawn(payment: Payment): string | null {
  const { state, amountMinor, refundedMinor = 0 } = payment
  if (refundedMinor > amountMinor) return `of ${amountMinor} gave back ${refundedMinor}`
  if (isOfOlder(payment) || state !== 'refunded') return null
  return refundedMinor === amountMinor
    ? null
    : `is refunded, and of ${amountMinor} gave back ${refundedMinor}`
}

function refundsOf(event: HouseEvent): readonly Refund[] {
  return 'refunds' in event && event.refunds ? event.refunds : []
}

function totalsOf(refunds: readonly Refund[]): ReadonlyMap<string, number> {
  const totals = new Map<string, number>()
  for (const { paymentId, amountMinor } of refunds)
    totals.set(paymentId, (totals.get(paymentId) ?? 0) + amountMinor)
  return totals
}
