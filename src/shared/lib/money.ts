// Money as integer minor units and an ISO currency. Owns rounding, splitting and parsing of amounts; must never use a float, nor
// format an amount (Intl does, in the renderer and on the ticket).

import { assert } from './assert.ts'

/** Minor digits by ISO 4217. Our own table, because Intl says 0 for IRR where ISO says 2, and a till follows ISO. */
export const minorDigits = { INR: 2, IRR: 2, EUR: 2, USD: 2, GBP: 2, JPY: 0, KWD: 3 } as const

export type Currency = keyof typeof minorDigits

export function isCurrency(code: string): code is Currency {
  return Object.hasOwn(minorDigits, code)
}

/** `percent` of an amount, rounded half up [P4]. Percent may have two decimals; both are whole after scaling by 100. */
export function percentOf(amountMinor: number, percent: number): number {
  const hundredths = Math.round(percent * 100)
  assert(Number.isSafeInteger(amountMinor * hundredths), 'percentOf: amount out of range')
  return Math.floor((amountMinor * hundredths + 5000) / 10000)
}

/**
 * Splits a total of zero or more over parts in the ratio of their weights, by largest remainder: the shares are whole, add up
 * to the total exactly, and the first of equals gets the odd unit [P10]. All weights zero: splits evenly. Uses BigInt, since a
 * total times a weight can exceed what a number represents exactly.
 */
export function splitByWeight(totalMinor: number, weights: readonly number[]): number[] {
  assert(weights.length > 0 && totalMinor >= 0, 'splitByWeight: a total and parts')
  const isEven = weights.every((weight) => weight === 0)
  const ratio = weights.map((weight) => BigInt(isEven ? 1 : weight))
  const sum = ratio.reduce((total, weight) => total + weight, 0n)
  const products = ratio.map((weight) => BigInt(totalMinor) * weight)
  const shares = products.map((product) => Number(product / sum))
  const byRemainder = products
    .map((product, index) => ({ index, remainder: product % sum }))
    .toSorted((a, b) => Number(b.remainder - a.remainder) || a.index - b.index)
  const left = totalMinor - shares.reduce((total, share) => total + share, 0)
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1
  return shares
}

/** Converts ۰-۹, ٠-٩ and ०-९ to 0-9: sellers type their own digits, the till reads one kind. */
export function latinDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩०-९]/g, (digit) => {
    const code = digit.charCodeAt(0)
    const zero = code >= 0x966 ? 0x966 : code >= 0x6f0 ? 0x6f0 : 0x660
    return String(code - zero)
  })
}

/** "1420", "1,420", "1,42,000": groups of two or three, the last of three; nobody groups digits that begin with a zero. */
const wholePart = /^(\d+|[1-9]\d{0,2}([.,]\d{2,3})*[.,]\d{3})$/
/** The largest amount accepted anywhere: a house's books add up exactly far beyond it. */
export const AMOUNT_MAX_MINOR = 1_000_000_000_000

/**
 * Parses a typed amount as minor units: "420", "420.5", "420,50", "1,420.00", "۴۲۰٫۵". The last of `.` `,` `٫` followed by at
 * most the currency's digits is the decimal mark; other separators and spaces group, and direction marks that come along when an
 * amount is copied are ignored. Null when it is not an amount: a typing error ("420.5000", "0.500", "12.5" yen) must not become a
 * fortune.
 */
export function parseAmount(text: string, currency: Currency): number | null {
  const digits = minorDigits[currency]
  const plain = latinDigits(text)
    .replace(/[\s\u00a0\u202f٬'_\p{Sc}\p{Bidi_Control}]/gu, '')
    .replace(/٫/g, '.')
  const match = /^(\d[\d.,]*?)(?:[.,](\d*))?$/.exec(plain)
  if (!match) return null
  const [, whole = '', fraction = ''] = match
  const isFraction = fraction.length <= digits && digits > 0
  const grouped = isFraction ? whole : plain
  if (!wholePart.test(grouped)) return null
  const minor = Number(grouped.replace(/[.,]/g, '') + (isFraction ? fraction : '').padEnd(digits, '0'))
  return minor <= AMOUNT_MAX_MINOR ? minor : null
}

/** The exact decimal text of an amount, as Intl.NumberFormat takes it: 123450 INR → "1234.50". */
export function decimalText(amountMinor: number, currency: Currency): string {
  const digits = minorDigits[currency]
  const text = String(Math.abs(amountMinor)).padStart(digits + 1, '0')
  const sign = amountMinor < 0 ? '-' : ''
  if (digits === 0) return sign + text
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}
