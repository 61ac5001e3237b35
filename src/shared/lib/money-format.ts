import { type Currency, minorDigits } from './money.ts'

const formats = new Map<string, Intl.NumberFormat>()

/** Fraction digits from our own table, not Intl's: for some currencies they disagree, and a till follows ISO. */
export function moneyFormat(locale: string, currency: Currency): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  const ready = formats.get(key)
  if (ready) return ready
  const digits = minorDigits[currency]
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  formats.set(key, format)
  return format
}
