// Conversion of terms between typed text and values: durations in minutes and seconds, sums in the house's currency. Owns both
// directions; bounds are the domain's.

import {
  type NumberTerm,
  type SettableTerm,
  type SettableTerms,
  singleSeatRules,
  termBounds,
} from '../../../shared/domain/terms.ts'
import { type Currency, decimalText, latinDigits, parseAmount } from '../../../shared/lib/money.ts'
import { MINUTE_MS, SECOND_MS } from '../../../shared/lib/time.ts'
import type { Say } from '../../messages/catalogue.ts'
import type { Formats } from '../../ui/words.tsx'

export type TermKind = 'length' | 'money' | 'count' | 'percent' | 'rule' | 'flag'
export type TermValue = SettableTerms[SettableTerm]

export const termKinds: { readonly [Name in SettableTerm]: TermKind } = {
  holdMs: 'length',
  vipHoldMs: 'length',
  graceMs: 'length',
  reservationMs: 'length',
  paymentCapMs: 'length',
  feeMinor: 'money',
  seatsMax: 'count',
  refundPercent: 'percent',
  feeRefundPercent: 'percent',
  refundAloneMaxMinor: 'money',
  declinesMax: 'count',
  singleSeatRule: 'rule',
  ladiesRule: 'flag',
  asksNames: 'flag',
}

/** The text for an input field. */
export function typedText(name: SettableTerm, value: TermValue, currency: Currency): string {
  const kind = termKinds[name]
  if (kind === 'rule') return String(value)
  if (kind === 'flag') return value === true ? 'yes' : 'no'
  if (kind === 'money') return decimalText(Number(value), currency)
  if (kind !== 'length') return String(value)
  const seconds = Math.round(Number(value) / SECOND_MS)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Null if it cannot be read, or is out of bounds. */
export function readTerm(name: SettableTerm, text: string, currency: Currency): TermValue | null {
  const kind = termKinds[name]
  if (kind === 'rule') return singleSeatRules.find((rule) => rule === text) ?? null
  if (kind === 'flag') return text === 'yes' ? true : text === 'no' ? false : null
  const value = readNumber(kind, text, currency)
  const [least, most] = termBounds[name as NumberTerm]
  return value !== null && value >= least && value <= most ? value : null
}

function readNumber(kind: TermKind, text: string, currency: Currency): number | null {
  if (kind === 'money') return parseAmount(text, currency)
  const plain = latinDigits(text).trim()
  if (kind === 'length') {
    const [, minutes, seconds = '0'] = /^(\d{1,5})(?::([0-5]?\d))?$/.exec(plain) ?? []
    return minutes === undefined ? null : Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS
  }
  return /^\d{1,4}$/.test(plain) ? Number(plain) : null
}

/** The text for display. */
export function valueText(
  name: SettableTerm,
  value: TermValue,
  { say, formats, currency }: { readonly say: Say; readonly formats: Formats; readonly currency: Currency },
): string {
  switch (termKinds[name]) {
    case 'length':
      return formats.lasting(Number(value))
    case 'money':
      return formats.money(Number(value), currency)
    case 'percent':
      return say('terms.percent', { percent: Number(value) / 100 })
    case 'flag':
      return say(value === true ? 'table.yes' : 'table.no')
    case 'rule':
      return say(`terms.rule.${singleSeatRules.find((rule) => rule === value) ?? 'warn'}`)
    case 'count':
    default:
      return formats.number(Number(value))
  }
}
