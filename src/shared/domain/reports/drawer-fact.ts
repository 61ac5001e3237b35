// Money in the drawers, for the cash report [A5] [A6]. Owns the cause of each movement; the amounts come from the books.

import type { Currency } from '../../lib/money.ts'
import type { HouseEvent } from '../events.ts'
import type { BookingId, KioskId } from '../ids.ts'
import { transfersOf } from '../ledger.ts'

/** Why cash moved. `shift`: a float came in, a counted drawer was emptied, or something was missing. */
export const drawerCauses = ['sale', 'refund', 'top-up', 'cash-in', 'cash-out', 'shift'] as const
export type DrawerCause = (typeof drawerCauses)[number]

export interface DrawerMove {
  readonly drawer: KioskId
  readonly cause: DrawerCause
  /** Above zero: into the drawer; below zero: out of it. */
  readonly amountMinor: number
  readonly currency: Currency
  /** Null: the money belongs to no booking. */
  readonly bookingId: BookingId | null
}

const drawers = 'drawer:'

/** `kioskId`: where the event was recorded. Journals of older versions, which lack the currency, yield no moves. */
export function drawerMoves(event: HouseEvent, kioskId: KioskId): readonly DrawerMove[] {
  const bookingId = 'bookingId' in event ? event.bookingId : null
  return transfersOf(event, kioskId).flatMap(({ debit, credit, amountMinor, currency }) => {
    if (currency === null) return []
    const move = (account: string, signedMinor: number): readonly DrawerMove[] =>
      account.startsWith(drawers)
        ? [
            {
              drawer: account.slice(drawers.length) as KioskId,
              cause: causeOf(event, signedMinor),
              amountMinor: signedMinor,
              currency,
              bookingId,
            },
          ]
        : []
    return [...move(debit, amountMinor), ...move(credit, -amountMinor)]
  })
}

function causeOf(event: HouseEvent, signedMinor: number): DrawerCause {
  if (event.type === 'cash-moved') return event.direction === 'in' ? 'cash-in' : 'cash-out'
  if (event.type === 'wallet-topped-up') return 'top-up'
  if (!('bookingId' in event)) return 'shift'
  return signedMinor > 0 ? 'sale' : 'refund'
}

export interface DrawerRow {
  readonly drawer: KioskId
  readonly byCause: Readonly<Record<DrawerCause, number>>
  /** How much more the drawer had at the end than at the beginning. */
  readonly changeMinor: number
  readonly moves: number
}

export function movesByDrawer(moves: readonly DrawerMove[]): readonly DrawerRow[] {
  const drawers = [...new Set(moves.map(({ drawer }) => drawer))].toSorted()
  return drawers.map((drawer) => {
    const own = moves.filter((move) => move.drawer === drawer)
    const causes = drawerCauses.map((cause) => [cause, sumOf(own.filter((one) => one.cause === cause))])
    return {
      drawer,
      byCause: Object.fromEntries(causes) as Record<DrawerCause, number>,
      changeMinor: sumOf(own),
      moves: own.length,
    }
  })
}

function sumOf(moves: readonly DrawerMove[]): number {
  return moves.reduce((sum, one) => sum + one.amountMinor, 0)
}
