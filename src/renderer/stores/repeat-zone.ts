import type { ShowRow } from '../../shared/contract/shapes.ts'
import type { ShowId } from '../../shared/domain/ids.ts'

/** What is remembered of a sale to make it once more. */
export interface LastSale {
  readonly showId: ShowId
  /** One a seat; types by name: another show's list may stand in another order. */
  readonly lines: readonly { readonly ticketType: string; readonly priceMinor: number }[]
}

/** The price zone that it was bought in; else the first that all its ticket types are sold in; null: any. */
export function zoneLike(
  { prices, ticketTypes }: Pick<ShowRow, 'prices' | 'ticketTypes'>,
  { lines }: LastSale,
): number | null {
  const costs = prices.map((zone) =>
    lines.map(({ ticketType }) => zone[ticketTypes.indexOf(ticketType)] ?? null),
  )
  const same = costs.findIndex((zone) => zone.every((price, index) => price === lines[index]?.priceMinor))
  const admits = costs.findIndex((zone) => zone.every((price) => price !== null))
  return same >= 0 ? same : admits >= 0 ? admits : null
}
