import type { ShowRow } from '../../shared/contract/shapes.ts'
import type { ShowId } from '../../shared/domain/ids.ts'

/** What is remembered of a sale in order to repeat it. */
export interface LastSale {
  readonly showId: ShowId
  /** One per seat; types by name, since another show's list may be in another order. */
  readonly lines: readonly { readonly ticketType: string; readonly priceMinor: number }[]
}

/** The price zone in which it was bought; else the first in which all its ticket types are sold; null for any. */
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
