import { useStore } from 'zustand'
import type { RowId } from '../../../shared/domain/changes/change.ts'
import type { ShowId } from '../../../shared/domain/ids.ts'
import type { Currency } from '../../../shared/lib/money.ts'
import { shows } from '../../stores/shows.ts'

/** The house's currency; if it has several, that of its first show. */
export function useCurrency(): Currency {
  return useStore(shows, ({ rows }) => rows.values().next().value?.currency ?? 'INR')
}

/** All currencies of the house, that of its first show first. */
export function useCurrencies(): readonly [Currency, ...Currency[]] {
  const first = useCurrency()
  const { rows } = useStore(shows)
  return [...new Set([first, ...[...rows.values()].map(({ currency }) => currency)])] as [
    Currency,
    ...Currency[],
  ]
}

/** The zone of the house's first show; without shows the desk's own. */
export function useZone(): string {
  return useStore(shows, ({ rows }) => rows.values().next().value?.zone ?? desksZone)
}

/** The currency and zone of a changed row: those of its show, or of the shows of its listing; else the house's. */
export function usePlaceOf(
  { id, showId }: { readonly id: RowId; readonly showId: ShowId | null },
  of: string,
): { readonly currency: Currency; readonly zone: string } {
  const ofHouse = { currency: useCurrency(), zone: useZone() }
  const show = useStore(shows, ({ rows }) => {
    if (showId !== null) return rows.get(showId)
    return of === 'listings' ? [...rows.values()].find(({ listingId }) => listingId === id) : undefined
  })
  return show ?? ofHouse
}

const desksZone = new Intl.DateTimeFormat().resolvedOptions().timeZone
