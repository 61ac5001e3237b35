import { type Currency, parseAmount } from '../../../shared/lib/money.ts'

/** What is read as no number: fifty thousand million rupees are none, and read as minor units they would be five hundred million. */
const NO_NUMBER = '?'

/** An amount as it is typed, in minor units as a spreadsheet has it. */
export function amountCell(typed: string, currency: Currency): string {
  if (typed.trim() === '') return ''
  const minor = parseAmount(typed, currency)
  return minor === null ? NO_NUMBER : String(minor)
}
