// What a journal row did to the sales of the house, as reports count it [A6]: seats and money, and who moved them. Owns how each event
// counts; must never read anything, nor lose a minor unit.

import { known, never } from '../../lib/assert.ts'
import { type Currency, splitByWeight } from '../../lib/money.ts'
import type { BookingLine, ReturnedLine } from '../booking.ts'
import type { BookingEvent, HouseEvent } from '../events.ts'
import type { BookingId, KioskId, ShowId, StaffId } from '../ids.ts'
import {
  type Account,
  type Payment,
  type PaymentMode,
  keptMinor,
  paymentModes,
  terminalModes,
} from '../tender.ts'

/** How money came or went. `BOOKING`: from or to another booking [T4]; `NONE`: it cost nothing. */
export const reportModes = [...paymentModes, 'BOOKING', 'NONE'] as const
export type ReportMode = (typeof reportModes)[number]

/** The figures that every report adds up. Returns count when they happen, with negative figures for the seats that went. */
export interface Measures {
  readonly seats: number
  readonly grossMinor: number
  readonly discountMinor: number
  readonly feeMinor: number
  readonly refundMinor: number
}

/** The share of one ticket type. */
export interface TypePart extends Measures {
  readonly ticketType: string
}

export interface ModePart {
  readonly mode: ReportMode
  readonly amountMinor: number
}

interface Origin {
  readonly sequence: number
  readonly atMs: number
  readonly bookingId: BookingId
  readonly showId: ShowId
  readonly staffId: StaffId
  readonly kioskId: KioskId
}

/** A sale or a return; `modes` says how much of the money came, or went, by which mode. */
export interface SaleFact extends Origin {
  readonly currency: Currency
  readonly types: readonly TypePart[]
  readonly modes: readonly ModePart[]
}

/** What a report needs of a booking in its present state. */
export interface BookingOfReport {
  readonly lines: readonly BookingLine[]
  readonly returned: readonly ReturnedLine[]
  readonly payments: readonly Payment[]
  readonly currency: Currency
  readonly cancelledAtMs: number | null
  readonly refundedAtMs: number | null
}

const kinds = [
  'booking-confirmed',
  'payment-late',
  'booking-reseated',
  'money-returned',
  'proof-reviewed',
  'seats-returned',
  'booking-cancelled',
  'booking-refunded',
] as const satisfies readonly BookingEvent['type'][]

/** The events that may sell or give back; for all others no booking has to be read. */
export type SaleEvent = Extract<BookingEvent, { readonly type: (typeof kinds)[number] }>

export function isOfSale(event: HouseEvent): event is SaleEvent {
  return (kinds as readonly string[]).includes(event.type)
}

export interface ToldSale extends Origin {
  readonly event: SaleEvent
  readonly booking: BookingOfReport
  /** Whether it had been sold before this row. */
  readonly wasSold: boolean
  /** The lines that a confirmation sold, with how they were paid. */
  readonly sold: { readonly lines: readonly BookingLine[]; readonly payments: readonly Payment[] } | null
}

/** Empty: nothing that a report counts. Money of a booking that was never sold does not count: it waits for its customer. */
export function saleFacts(told: ToldSale): readonly SaleFact[] {
  const { event, booking, sold } = told
  if (event.type === 'booking-confirmed')
    return sold ? [factOf(told, typesOf(sold.lines.map(soldPart)), waysOf(sold.payments))] : []
  if (!told.wasSold) return []
  switch (event.type) {
    case 'payment-late':
      return came(told, event.payment)
    case 'booking-reseated':
      return [...(event.payment ? came(told, event.payment) : []), ...went(told, event.refunds)]
    case 'money-returned':
      return went(told, event.refunds)
    case 'proof-reviewed': {
      const amountMinor = event.payment.amountMinor - (event.payment.refundedMinor ?? 0)
      return event.payment.review === 'rejected' ? went(told, [{ account: 'bank:proof', amountMinor }]) : []
    }
    case 'seats-returned':
      return [factOf(told, typesOf(event.returned.map(returnedPart)), backOf(event.refunds, booking))]
    case 'booking-cancelled':
      // Where its money went back in the same instant, the refund's row counts both.
      return booking.refundedAtMs === told.atMs ? [] : [emptied(told, 0, [])]
    case 'booking-refunded': {
      const refunds = event.refunds ?? [
        { account: `drawer:${told.kioskId}` as const, amountMinor: event.refundMinor },
      ]
      return booking.cancelledAtMs === told.atMs
        ? [emptied(told, event.refundMinor, refunds)]
        : went(told, refunds)
    }
    default:
      return never(event)
  }
}

function factOf(told: ToldSale, types: readonly TypePart[], modes: readonly ModePart[]): SaleFact {
  const { sequence, atMs, bookingId, showId, staffId, kioskId } = told
  const { currency } = told.booking
  return { sequence, atMs, bookingId, showId, staffId, kioskId, currency, types, modes }
}

const nothing: Measures = { seats: 0, grossMinor: 0, discountMinor: 0, feeMinor: 0, refundMinor: 0 }

function soldPart({ ticketType, priceMinor, discountMinor, feeMinor }: BookingLine): TypePart {
  return { ...nothing, ticketType, seats: 1, grossMinor: priceMinor, discountMinor, feeMinor }
}

function returnedPart({ ticketType, refundMinor }: ReturnedLine): TypePart {
  return { ...nothing, ticketType, seats: -1, refundMinor }
}

/** Counts all seats as returned, whether or not money went back. */
function emptied(told: ToldSale, refundMinor: number, refunds: readonly Went[]): SaleFact {
  const { lines } = told.booking
  const shares = lines.length === 0 ? [] : splitByWeight(refundMinor, lines.map(lineTotal))
  const parts = lines.map(({ ticketType }, index) => ({
    ...nothing,
    ticketType,
    seats: -1,
    refundMinor: known(shares[index], 'share'),
  }))
  return factOf(told, typesOf(parts), backOf(refunds, told.booking))
}

/** Money that came without seats: the difference of a move, or what a terminal took too late. */
function came(told: ToldSale, payment: Payment): readonly SaleFact[] {
  const parts = shared(told, payment.amountMinor, 'grossMinor')
  return payment.amountMinor === 0 ? [] : [factOf(told, parts, waysOf([{ ...payment, state: 'success' }]))]
}

function went(told: ToldSale, refunds: readonly Went[]): readonly SaleFact[] {
  const amountMinor = refunds.reduce((sum, refund) => sum + refund.amountMinor, 0)
  if (amountMinor === 0) return []
  return [factOf(told, shared(told, amountMinor, 'refundMinor'), backOf(refunds, told.booking))]
}

/** Splits an amount over the ticket types that the booking has, or had. */
function shared(
  { booking }: ToldSale,
  amountMinor: number,
  name: 'grossMinor' | 'refundMinor',
): readonly TypePart[] {
  const lines = booking.lines.length > 0 ? booking.lines : booking.returned
  const shares = lines.length === 0 ? [] : splitByWeight(amountMinor, lines.map(lineTotal))
  return typesOf(
    lines.map(({ ticketType }, index) => ({ ...nothing, ticketType, [name]: known(shares[index], 'share') })),
  )
}

function lineTotal({ priceMinor, discountMinor, feeMinor }: BookingLine): number {
  return priceMinor - discountMinor + feeMinor
}

function typesOf(parts: readonly TypePart[]): readonly TypePart[] {
  const types = new Map<string, TypePart>()
  for (const part of parts) {
    const before = types.get(part.ticketType)
    types.set(part.ticketType, before ? { ...part, ...added(before, part) } : part)
  }
  return [...types.values()]
}

export function added(one: Measures, other: Measures): Measures {
  return {
    seats: one.seats + other.seats,
    grossMinor: one.grossMinor + other.grossMinor,
    discountMinor: one.discountMinor + other.discountMinor,
    feeMinor: one.feeMinor + other.feeMinor,
    refundMinor: one.refundMinor + other.refundMinor,
  }
}

interface Went {
  readonly account: Account
  readonly amountMinor: number
}

function waysOf(payments: readonly Payment[]): readonly ModePart[] {
  return byMode(
    payments.map((payment) => ({
      mode: payment.account?.startsWith('booking:') ? 'BOOKING' : payment.mode,
      amountMinor: keptMinor(payment),
    })),
  )
}

/** How the money went back. Where none did, seats are counted under the modes by which they were paid. */
function backOf(refunds: readonly Went[], { payments }: BookingOfReport): readonly ModePart[] {
  const went = byMode(
    refunds.map(({ account, amountMinor }) => ({ mode: modeOfAccount(account), amountMinor })),
  )
  return went[0]?.mode === 'NONE' ? waysOf(payments) : went
}

/** Sums by mode. Never empty, so that everything can be grouped by payment mode. */
function byMode(parts: readonly ModePart[]): readonly ModePart[] {
  const sums = reportModes.map((mode) => ({
    mode,
    amountMinor: parts.reduce((sum, part) => sum + (part.mode === mode ? part.amountMinor : 0), 0),
  }))
  const known = sums.filter(({ amountMinor }) => amountMinor > 0)
  return known.length > 0 ? known : [{ mode: 'NONE', amountMinor: 0 }]
}

/** The payment mode that belongs to an account. */
export function modeOfAccount(account: Account): ReportMode {
  if (account.startsWith('drawer:')) return 'CASH'
  if (account.startsWith('wallet:')) return 'WALLET'
  if (account === 'bank:proof') return 'PROOF'
  const terminal: PaymentMode | undefined = terminalModes.find((mode) => account === `terminal:${mode}`)
  return terminal ?? 'BOOKING'
}
