// A count as it is typed: so many of each coin and note, and a sum for the rest. Owns parsing it; must never know what is expected.

import { denominations } from '../../../shared/domain/cash-denominations.ts'
import type { DeclaredCash } from '../../../shared/domain/shift.ts'
import { PIECES_MAX } from '../../../shared/contract/limits.ts'
import { type Currency, latinDigits, parseAmount } from '../../../shared/lib/money.ts'

export interface CountText {
  readonly currency: Currency
  /** By face value, as typed. */
  readonly pieces: Readonly<Record<number, string>>
  readonly other: string
}

export function emptyCount(currency: Currency): CountText {
  return { currency, pieces: {}, other: '' }
}

export function isTyped({ pieces, other }: CountText): boolean {
  return [...Object.values(pieces), other].some((text) => text.trim() !== '')
}

/** An empty text is zero; null if it is no number of pieces. */
export function piecesIn(text: string): number | null {
  const plain = latinDigits(text).trim()
  if (plain === '') return 0
  return /^\d{1,6}$/.test(plain) && Number(plain) <= PIECES_MAX ? Number(plain) : null
}

export function otherIn({ other, currency }: CountText): number | null {
  return other.trim() === '' ? 0 : parseAmount(other, currency)
}

/** Null if something in it cannot be read. */
export function declaredIn(text: CountText): DeclaredCash | null {
  const { currency, pieces } = text
  const read = denominations[currency].map((valueMinor) => ({
    valueMinor,
    count: piecesIn(pieces[valueMinor] ?? ''),
  }))
  const otherMinor = otherIn(text)
  const counted = read.flatMap(({ valueMinor, count }) => (count === null ? [] : [{ valueMinor, count }]))
  if (otherMinor === null || counted.length < read.length) return null
  return { currency, pieces: counted.filter(({ count }) => count > 0), otherMinor }
}

/** The total of everything that can be read. */
export function sumIn(text: CountText): number {
  const pieces = denominations[text.currency].reduce(
    (sum, value) => sum + value * (piecesIn(text.pieces[value] ?? '') ?? 0),
    0,
  )
  return pieces + (otherIn(text) ?? 0)
}
