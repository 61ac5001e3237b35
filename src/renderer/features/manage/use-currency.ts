import { useStore } from 'zustand'
import type { Currency } from '../../../shared/lib/money.ts'
import { shows } from '../../stores/shows.ts'

/** The house's currency; if it has several, that of its first show. */
export function useCurrency(): Currency {
  return useStore(shows, ({ rows }) => rows.values().next().value?.currency ?? 'INR')
}

/** The zone of the house's first show; without shows the desk's own. */
export function useZone(): string {
  return useStore(shows, ({ rows }) => rows.values().next().value?.zone ?? desksZone)
}

const desksZone = new Intl.DateTimeFormat().resolvedOptions().timeZone
