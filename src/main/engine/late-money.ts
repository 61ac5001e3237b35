// Slips for money that came too late [P8], read from the journal: which booking it was for, how much, and where it is now. Owns
// the way from an event to the one after it; must never store a slip.

import type { Actor } from '../../shared/domain/catalogue.ts'
import type { HouseEvent, MoneyReturned, PaymentLate } from '../../shared/domain/events.ts'
import type { BookingId, WalletId } from '../../shared/domain/ids.ts'
import { refusalIfNotYours } from '../../shared/domain/rights.ts'
import type { Account } from '../../shared/domain/tender.ts'
import type { Output } from '../../shared/contract/operations.ts'
import { journalOfKind } from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'
import { headOf } from './find-bookings.ts'
import type { Reader } from './reader.ts'

/** Late money is rare: this many are weeks of a house, and are read in a millisecond. */
const SLIPS_MAX = 50

const lateRows = journalOfKind('payment-late')

type Slip = Output<'late-money'>['slips'][number]

interface Parts {
  readonly store: Store
  readonly reader: Reader
}

/** Newest first, and only what this desk may see [P11]. */
export function lateMoney(parts: Parts, actor: Actor): readonly Slip[] {
  return parts.store
    .select(lateRows, Number.MAX_SAFE_INTEGER, SLIPS_MAX)
    .flatMap((row) => slipOf(parts, row, actor) ?? [])
}

function slipOf(
  { store, reader }: Parts,
  { sequence, atMs, body }: Row<'journal'>,
  actor: Actor,
): Slip | null {
  const { bookingId, payment } = JSON.parse(body) as PaymentLate
  const booking = store.get('booking', bookingId)
  const account = whereTo(store, sequence)
  if (!booking || account === null || refusalIfNotYours(booking, actor)) return null
  const head = headOf(store, booking, reader)
  const rescue = account.startsWith('booking:') ? rescueOf(store, account) : null
  const isSame = rescue?.seats.join() === head.seats.join()
  return {
    ...head,
    atMs,
    amountMinor: payment.amountMinor,
    outcome: rescue ? (isSame ? 'same-seats' : 'other-seats') : 'wallet',
    rescue,
    walletId: rescue ? null : (Number(account.slice('wallet:'.length)) as WalletId),
  }
}

/** The next row says where the money went: both are of one commit. */
function whereTo(store: Store, sequence: number): Account | null {
  const row = store.get('journal', sequence + 1)
  const event = row && (JSON.parse(row.body) as HouseEvent)
  return event?.type === 'money-returned' ? firstAccount(event) : null
}

function firstAccount({ refunds }: MoneyReturned): Account | null {
  return refunds[0]?.account ?? null
}

function rescueOf(store: Store, account: Account): Slip['rescue'] {
  const bookingId = account.slice('booking:'.length) as BookingId
  const seats = (store.get('booking', bookingId)?.lines ?? []).map(({ label }) => label)
  return { bookingId, seats }
}
