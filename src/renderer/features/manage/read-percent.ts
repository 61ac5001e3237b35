import { latinDigits } from '../../../shared/lib/money.ts'

/** The contract's own limits. */
const PERCENT = { min: -90, max: 900 }

export type PercentProblem = 'empty' | 'notNumber' | 'zero' | 'tooFine' | 'outside'

/** "+10", "-2.5", "۱۰٪": a percentage with at most two decimals, or the problem with it. */
export function readPercent(text: string): number | PercentProblem {
  const plain = latinDigits(text)
    .replace(/[%٪\s\u200e\u200f\u061c]/g, '')
    .replace(/[٫,]/g, '.')
    .replace('−', '-')
  if (plain === '') return 'empty'
  if (!/^[+-]?\d+(\.\d+)?$/.test(plain)) return 'notNumber'
  const percent = Number(plain)
  if (percent === 0) return 'zero'
  if (percent < PERCENT.min || percent > PERCENT.max) return 'outside'
  return /\.\d{3}/.test(plain) ? 'tooFine' : percent
}
