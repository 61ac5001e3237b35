// The terms of sale: every length, amount and rule that a setting may change, with the house's defaults. Owns these numbers, and is
// the only place for them; must never hold what follows from them.

import { MINUTE_MS, SECOND_MS } from '../lib/time.ts'

/** The terms of a sale: lengths in ms, amounts in minor units. House, venue, listing and show may each override them. */
export interface Terms {
  /** [H2] How long a hold lives, and [H3] what one extension adds. */
  readonly holdMs: number
  readonly vipHoldMs: number
  /** [H5] The grace period: how long the holder may still pay after the end, if nobody else took a seat. */
  readonly graceMs: number
  /** [H16] How long a pay-later booking lives. */
  readonly reservationMs: number
  /** [H6] How long a payment may be in flight. */
  readonly paymentCapMs: number
  /** [P3] Convenience fee per seat. */
  readonly feeMinor: number
  /** [H8] */
  readonly seatsMax: number
  /** [P10] What a cancelled seat gives back, in percent of its price less discount, and of its fee. */
  readonly refundPercent: number
  readonly feeRefundPercent: number
  /** [P10] More than this only a manager may give back. */
  readonly refundAloneMaxMinor: number
  /** [P7] After this many declined attempts the seats are released. */
  readonly declinesMax: number
  /** [A7] A desk that nobody touched for this long asks for the PIN again. Set for the whole house only. */
  readonly autoLockMs: number
  /** [A5] Cash is taken and given back only while the desk's shift is open. Set for the whole house only. */
  readonly requireShift: boolean
  /** [H14] What happens to a choice that leaves a single free seat alone. */
  readonly singleSeatRule: SingleSeatRule
  /** [L3] The seat beside a woman travelling alone is sold to women only. */
  readonly ladiesRule: boolean
  /** [L3] A seat can be paid for only with its passenger's name and age: for coaches that keep a passenger list. */
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
  // ₹5,000: what a family's evening costs. With a higher limit one clerk could empty a drawer in one go.
  refundAloneMaxMinor: 5000_00,
  declinesMax: 3,
  autoLockMs: 5 * MINUTE_MS,
  requireShift: false,
  singleSeatRule: 'warn',
  ladiesRule: false,
  asksNames: false,
}

/** Terms of the house as a whole: given when it is started, and nowhere else. */
type StartTerm = 'autoLockMs' | 'requireShift'
export type SettableTerms = Omit<Terms, StartTerm>
export type SettableTerm = keyof SettableTerms

/** New values of terms; null: inherit from the level above. */
export type TermsPatch = { readonly [Name in SettableTerm]?: Terms[Name] | null }

/** The range in which each term may be set; outside it a sale would make no sense. */
export const termBounds = {
  // Up to two hours for those who need it; below ten seconds nobody finds the key.
  holdMs: [10 * SECOND_MS, 120 * MINUTE_MS],
  vipHoldMs: [10 * SECOND_MS, 120 * MINUTE_MS],
  graceMs: [0, 10 * MINUTE_MS],
  // Up to the end of a month's sale.
  reservationMs: [MINUTE_MS, 31 * 24 * 60 * MINUTE_MS],
  // A slow terminal needs half a minute to answer; nobody waits longer than ten.
  paymentCapMs: [30 * SECOND_MS, 10 * MINUTE_MS],
  // A fee above ten thousand is a price.
  feeMinor: [0, 10_000_00],
  // More than a coachful is a group, and is booked in parts.
  seatsMax: [1, 100],
  refundPercent: [0, 100],
  feeRefundPercent: [0, 100],
  refundAloneMaxMinor: [0, 1_000_000_000],
  declinesMax: [1, 20],
} as const satisfies { readonly [Name in SettableTerm]?: readonly [least: number, most: number] }
export type NumberTerm = keyof typeof termBounds

/** All terms that may be set, in the order in which they are kept. */
export const settableTerms = [
  ...(Object.keys(termBounds) as NumberTerm[]),
  'singleSeatRule',
  'ladiesRule',
  'asksNames',
] as const satisfies readonly SettableTerm[]

/** The terms after a patch; the same object where nothing changes. */
export function withTerms(before: Partial<Terms>, patch: TermsPatch): Partial<Terms> {
  const isSame = settableTerms.every(
    (name) => patch[name] === undefined || (patch[name] ?? undefined) === before[name],
  )
  if (isSame) return before
  const all = Object.entries({ ...before, ...patch }).filter(([, value]) => value !== null)
  return Object.fromEntries(all)
}

/** [H2] The nearest wins: pass them from far to near (house, venue, listing, show). */
export function resolveTerms(...fromFarToNear: readonly Partial<Terms>[]): Terms {
  return Object.assign({}, houseTerms, ...fromFarToNear)
}
