import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { decimalText } from '../../../shared/lib/money.ts'

type Priced = Pick<ShowRow, 'categories' | 'ticketTypes' | 'prices' | 'currency'>

/** A show's prices for a file: one amount if they are all the same, otherwise each with its zone and ticket type. */
export function pricesText({ categories, ticketTypes, prices, currency }: Priced): string {
  const all = prices.flatMap((row, category) =>
    row.flatMap((price, type) =>
      price === null ? [] : [{ price, of: `${categories[category]} ${ticketTypes[type]}` }],
    ),
  )
  const [only, ...others] = new Set(all.map(({ price }) => price))
  if (only === undefined) return ''
  if (others.length === 0) return decimalText(only, currency)
  return all.map(({ price, of }) => `${of} ${decimalText(price, currency)}`).join('; ')
}
