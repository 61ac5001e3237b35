import { type Currency, minorDigits } from '../../../shared/lib/money.ts'

/** Notes that customers hand over, in whole units. */
const notes: Partial<Record<Currency, readonly number[]>> = {
  INR: [100, 200, 500, 1000, 2000],
  EUR: [5, 10, 20, 50, 100],
  USD: [5, 10, 20, 50, 100],
  GBP: [5, 10, 20, 50],
}
const anyNotes = [10, 50, 100, 500, 1000]
/** As many as fit in one row of buttons. */
const SHOWN = 4

/**
 * More change than ten times the sum, and than ten of the largest note, means that something else was typed or scanned into the
 * amount: a forgotten point makes it a hundred times as much.
 */
const TIMES_MAX = 10

/** The most cash that is accepted for a sum. Minor units. */
export function mostCash(totalMinor: number, currency: Currency): number {
  const largest = Math.max(...(notes[currency] ?? anyNotes)) * 10 ** minorDigits[currency]
  return totalMinor + TIMES_MAX * Math.max(totalMinor, largest)
}

/** What people are likely to hand over for a sum: the next multiple of each note above it, smallest first. Minor units. */
export function likelyNotes(totalMinor: number, currency: Currency): number[] {
  const unit = 10 ** minorDigits[currency]
  const amounts = (notes[currency] ?? anyNotes).map(
    (note) => Math.ceil(totalMinor / (note * unit)) * note * unit,
  )
  return [...new Set(amounts)]
    .filter((amount) => amount > totalMinor)
    .toSorted((a, b) => a - b)
    .slice(0, SHOWN)
}
