import { type Currency, parseAmount } from '../../../shared/lib/money.ts'

/**
 * Stands for an unreadable amount. Passing on the typed text would be wrong: fifty thousand million rupees are out of range, but read
 * as minor units they would be five hundred million.
 */
const NO_NUMBER = '?'

/** A typed amount, in minor units as in the spreadsheet. */
export function amountCell(typed: string, currency: Currency): string {
  if (typed.trim() === '') return ''
  const minor = parseAmount(typed, currency)
  return minor === null ? NO_NUMBER : String(minor)
}
