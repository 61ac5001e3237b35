// What was paid, how, and what became of it. Owns the shapes of payments and refunds and the questions about them; must never
// decide whether a payment is taken.

import type { Currency } from '../lib/money.ts'
import type { BookingId, KioskId, PaymentId, WalletId } from './ids.ts'

/** [P5] */
export const paymentModes = ['CASH', 'CARD', 'UPI', 'NET_BANKING', 'WALLET', 'PROOF'] as const
export type PaymentMode = (typeof paymentModes)[number]

/** [P6] The modes that ask a terminal. */
export const terminalModes = ['CARD', 'UPI', 'NET_BANKING'] as const
export type TerminalMode = (typeof terminalModes)[number]

export function isTerminalMode(mode: PaymentMode): mode is TerminalMode {
  return (terminalModes as readonly PaymentMode[]).includes(mode)
}

export const paymentStates = ['pending', 'success', 'failed', 'refunded'] as const
export type PaymentState = (typeof paymentStates)[number]

/**
 * Where money is: a kiosk's drawer; what a terminal's bank owes the house; transfers proven by a picture; what the house owes to a
 * wallet or to a booking's customer (a confirmed booking has earned it), and what it keeps of returns; the safe that floats come
 * from and drawers empty into; what was missing (or too much) when a kiosk's drawer was counted.
 */
export type Account =
  | `drawer:${KioskId}`
  | `terminal:${TerminalMode}`
  | 'bank:proof'
  | `wallet:${WalletId}`
  | `booking:${BookingId}`
  | 'safe:house'
  | `variance:${KioskId}`

/** Why a payment failed: the terminal declined or charged another sum, the seller gave it up, or a manager rejected its picture. */
export const paymentFailures = ['declined', 'mismatch', 'given-up', 'rejected'] as const
export type PaymentFailure = (typeof paymentFailures)[number]

/** Amounts in minor units. Optional fields are left out where they do not apply. */
export interface Payment {
  readonly paymentId: PaymentId
  readonly mode: PaymentMode
  readonly state: PaymentState
  readonly amountMinor: number
  /** Cash handed over; equal to the amount for other modes. */
  readonly tenderedMinor: number
  readonly changeMinor: number
  /** The account that it came to, and its currency; journals of older versions lack them. */
  readonly account?: Account
  readonly currency?: Currency
  /** [H6] Until this millisecond the seats wait for the terminal's answer. */
  readonly untilMs?: number
  /** The terminal's number for it. */
  readonly reference?: string
  readonly failure?: PaymentFailure
  /** [P10] The sum given back so far. */
  readonly refundedMinor?: number
  /** Its parts: how much, and where it went; journals of older versions lack them. */
  readonly refunds?: readonly Omit<Refund, 'paymentId'>[]
  /** [P5] PROOF: SHA-256 of the picture, and a manager's verdict on it. */
  readonly proof?: string
  readonly review?: 'open' | 'accepted' | 'rejected'
  /** [T4] For money that came over from another booking in an exchange: how it was paid there. It goes back that way, in this order. */
  readonly origins?: readonly Origin[]
}

/** How a sum first entered the house; `reference`: the terminal's number for it. */
export interface Origin {
  readonly mode: PaymentMode
  readonly amountMinor: number
  readonly account?: Account
  readonly reference?: string
}

/** [P10] Money given back from one payment, and where it went. */
export interface Refund {
  readonly paymentId: PaymentId
  readonly amountMinor: number
  readonly account: Account
  /** The terminal's number for the original payment, where that came over from another booking. */
  readonly reference?: string
}

/** [T4] How the next `amountMinor` of what a payment still keeps first came in. */
export function originsOf(payment: Payment, amountMinor: number): readonly Origin[] {
  const { mode, account, reference, origins } = payment
  if (!origins) return [{ mode, amountMinor, ...(account && { account }), ...(reference && { reference }) }]
  let gone = payment.refundedMinor ?? 0
  let left = amountMinor
  return origins.flatMap((origin) => {
    const before = Math.min(gone, origin.amountMinor)
    const part = Math.min(left, origin.amountMinor - before)
    gone -= before
    left -= part
    return part > 0 ? [{ ...origin, amountMinor: part }] : []
  })
}

/** Where a refund goes. Cash is handed back at this drawer, wherever it came in; so is rescued money, and money proven by a picture. */
export function wayBack({ mode, account }: Pick<Payment, 'mode' | 'account'>, drawer: Account): Account {
  const isElectronic = mode !== 'CASH' && mode !== 'PROOF'
  return isElectronic && account && !account.startsWith('booking:') ? account : drawer
}

/** [T4] [P8] Whether the money went to nobody, but pays for another booking. */
export function isToBooking({ account }: Pick<Refund, 'account'>): boolean {
  return account.startsWith('booking:')
}

type Paid = Pick<Payment, 'state' | 'amountMinor' | 'refundedMinor'>

/** How much of a payment came in and is still here. */
export function keptMinor(payment: Paid): number {
  if (payment.state === 'pending' || payment.state === 'failed' || payment.state === 'refunded') return 0
  return payment.amountMinor - (payment.refundedMinor ?? 0)
}

/** The sum of what all payments keep. */
export function paidMinor(payments: readonly Paid[]): number {
  return payments.reduce((sum, payment) => sum + keptMinor(payment), 0)
}

/**
 * [P10] How much of what was paid went back to somebody so far, by any way; what pays for another booking did not. Journals of older
 * versions do not say where it went.
 */
export function givenBackMinor(payments: readonly Payment[]): number {
  return payments.reduce((sum, { refunds, refundedMinor = 0 }) => {
    const toBookings = refunds?.filter(isToBooking) ?? []
    return toBookings.reduce((left, { amountMinor }) => left - amountMinor, sum + refundedMinor)
  }, 0)
}

/** [H6] The one payment that waits for its answer, if any. */
export function inFlight(payments: readonly Payment[]): Payment | null {
  return payments.find((payment) => payment.state === 'pending') ?? null
}

/** The `others` of an event: the booking's other payments as they are, if there are any. */
export function beside(
  payments: readonly Payment[],
  { paymentId }: Payment,
): { readonly others?: readonly Payment[] } {
  const others = payments.filter((one) => one.paymentId !== paymentId)
  return others.length > 0 ? { others } : {}
}

/** Splits a sum over the payments that give it back; newest first. */
export function share(payments: readonly Payment[], amountMinor: number) {
  let left = amountMinor
  return payments.toReversed().flatMap((payment) => {
    const part = Math.min(left, keptMinor(payment))
    left -= part
    return part > 0 ? [{ payment, amountMinor: part }] : []
  })
}

/** The payments after refunds; one that was given back completely is `refunded`. */
export function withRefunds(payments: readonly Payment[], refunds: readonly Refund[]): readonly Payment[] {
  return payments.map((payment) => {
    const own = refunds.filter((refund) => refund.paymentId === payment.paymentId)
    if (own.length === 0) return payment
    const refundedMinor = own.reduce((sum, one) => sum + one.amountMinor, payment.refundedMinor ?? 0)
    const state = refundedMinor >= payment.amountMinor ? 'refunded' : payment.state
    const parts = own.map(({ amountMinor, account }) => ({ amountMinor, account }))
    return { ...payment, state, refundedMinor, refunds: [...(payment.refunds ?? []), ...parts] }
  })
}
