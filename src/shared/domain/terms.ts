// What a house sells by: every length, amount and rule that a setting may change, with the house's defaults. The one place of these
// numbers; must never hold what follows from them.

import { MINUTE_MS, SECOND_MS } from '../lib/time.ts'

/** What a sale goes by: lengths in ms, amounts in minor units. One place; house, venue, listing and show may each say otherwise. */
export interface Terms {
  /** [H2] How long a hold lives, and [H3] what one extension adds. */
  readonly holdMs: number
  readonly vipHoldMs: number
  /** [H5] How long the holder may still pay after the end, if nobody took a seat. */
  readonly graceMs: number
  /** [H16] How long a pay-later booking lives. */
  readonly reservationMs: number
  /** [H6] How long a payment may be in flight. */
  readonly paymentCapMs: number
  /** [P3] Convenience fee a seat. */
  readonly feeMinor: number
  /** [H8] */
  readonly seatsMax: number
  /** [P10] Of a seat's price less its discount, and of its fee, what a cancelled seat gives back. */
  readonly refundPercent: number
  readonly feeRefundPercent: number
  /** [P10] More than this is given back by a manager only. */
  readonly refundAloneMaxMinor: number
  /** [P7] So many declined tries, and the seats go. */
  readonly declinesMax: number
  /** [A7] A desk that nobody touched for so long asks for the PIN again. The house's alone. */
  readonly autoLockMs: number
  /** [A5] Cash is taken and given back only while the desk's shift is open. The house's alone. */
  readonly requireShift: boolean
  /** [H14] What becomes of a choice that leaves a free seat alone. */
  readonly singleSeatRule: SingleSeatRule
  /** [L3] The seat beside a woman travelling alone is a woman's too. */
  readonly ladiesRule: boolean
  /** [L3] Each seat is paid for under the name and the age of whoever sits there: a coach that keeps a list of its passengers. */
  readonly asksNames: boolean
}

export const singleSeatRules = ['off', 'warn', 'refuse'] as const
export type SingleSeatRule = (typeof singleSeatRules)[number]

/** The house's defaults, as MISSION.md numbers them. */
export const houseTerms: Terms = {
  holdMs: 300 * SECOND_MS,
  vipHoldMs: 600 * SECOND_MS,
  graceMs: 30 * SECOND_MS,
  reservationMs: 30 * MINUTE_MS,
  paymentCapMs: 120 * SECOND_MS,
  feeMinor: 1000,
  seatsMax: 10,
  refundPercent: 100,
  feeRefundPercent: 100,
  // ₹5,000: what a family's evening costs. Whoever could give back more alone could empty a drawer in one go.
  refundAloneMaxMinor: 5000_00,
  declinesMax: 3,
  autoLockMs: 5 * MINUTE_MS,
  requireShift: false,
  singleSeatRule: 'warn',
  ladiesRule: false,
  asksNames: false,
}

/** What only the house as a whole goes by: said when it is started, and nowhere else. */
type StartTerm = 'autoLockMs' | 'requireShift'
export type SettableTerms = Omit<Terms, StartTerm>
export type SettableTerm = keyof SettableTerms

/** Terms from now on; null: as above it. */
export type TermsPatch = { readonly [Name in SettableTerm]?: Terms[Name] | null }

/** Between which a term may be set: beyond them nobody could buy, or nothing could be bought. */
export const termBounds = {
  // Ten times the usual for whoever needs it; below ten seconds nobody finds the key.
  holdMs: [10 * SECOND_MS, 120 * MINUTE_MS],
  vipHoldMs: [10 * SECOND_MS, 120 * MINUTE_MS],
  graceMs: [0, 10 * MINUTE_MS],
  // Until the end of a month's sale.
  reservationMs: [MINUTE_MS, 31 * 24 * 60 * MINUTE_MS],
  // No terminal answers faster than half a minute when it is slow; none is waited for longer.
  paymentCapMs: [30 * SECOND_MS, 10 * MINUTE_MS],
  // A fee above ten thousand is a price.
  feeMinor: [0, 10_000_00],
  // More than a coach full is a group, and goes in parts.
  seatsMax: [1, 100],
  refundPercent: [0, 100],
  feeRefundPercent: [0, 100],
  refundAloneMaxMinor: [0, 1_000_000_000],
  declinesMax: [1, 20],
} as const satisfies { readonly [Name in SettableTerm]?: readonly [least: number, most: number] }
export type NumberTerm = keyof typeof termBounds

/** All that may be set, in the order in which it is kept. */
export const settableTerms = [
  ...(Object.keys(termBounds) as NumberTerm[]),
  'singleSeatRule',
  'ladiesRule',
  'asksNames',
] as const satisfies readonly SettableTerm[]

/** With some of them as they are from now on; the same ones where nothing is another. */
export function withTerms(before: Partial<Terms>, patch: TermsPatch): Partial<Terms> {
  const isSame = settableTerms.every(
    (name) => patch[name] === undefined || (patch[name] ?? undefined) === before[name],
  )
  if (isSame) return before
  const all = Object.entries({ ...before, ...patch }).filter(([, value]) => value !== null)
  return Object.fromEntries(all)
}

/** [H2] The nearest wins: give them from far to near (house, venue, listing, show). */
export function resolveTerms(...fromFarToNear: readonly Partial<Terms>[]): Terms {
  return Object.assign({}, houseTerms, ...fromFarToNear)
}
