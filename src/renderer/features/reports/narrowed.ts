import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { ShowId } from '../../../shared/domain/ids.ts'
import type { Currency } from '../../../shared/lib/money.ts'
import type { Facts, ShowChoice } from '../../stores/reports.ts'

type Rows = ReadonlyMap<ShowId, ShowRow>

/**
 * The facts of the selected shows in one currency. Money that belongs to no show (a float, a top-up) only counts if all shows are
 * selected.
 */
export function narrowed(
  { sales, drawers, holds, refusals }: Facts,
  {
    choice,
    currency,
    rows,
  }: { readonly choice: ShowChoice; readonly currency: Currency; readonly rows: Rows },
): Facts {
  const isChosen = ({ showId }: { readonly showId: ShowId | null }) => isOf(choice, showId, rows)
  const isIts = (fact: { readonly currency: Currency }) => fact.currency === currency
  return {
    sales: sales.filter((fact) => isIts(fact) && isChosen(fact)),
    drawers: drawers.filter((fact) => isIts(fact) && isChosen(fact)),
    holds: holds.filter(isChosen),
    refusals: refusals.filter(isChosen),
  }
}

export function isOf(choice: ShowChoice, showId: ShowId | null, rows: Rows): boolean {
  if (choice.of === 'all') return true
  if (showId === null) return false
  return choice.of === 'show' ? choice.showId === showId : rows.get(showId)?.listingId === choice.listingId
}

/** The currencies that occur in these days, the most used first. */
export function currenciesOf({ sales, drawers }: Facts): readonly Currency[] {
  const counts = new Map<Currency, number>()
  for (const { currency } of [...sales, ...drawers]) counts.set(currency, (counts.get(currency) ?? 0) + 1)
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([currency]) => currency)
}
