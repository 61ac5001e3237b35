import { useStore } from 'zustand'
import type { Currency } from '../../../shared/lib/money.ts'
import { shows } from '../../stores/shows.ts'

/** The house's, where it has more than one: the one that it sells its first show in. */
export function useCurrency(): Currency {
  return useStore(shows, ({ rows }) => rows.values().next().value?.currency ?? 'INR')
}

/** Where the house is: the zone of its first show; else the desk's own. */
export function useZone(): string {
  return useStore(shows, ({ rows }) => rows.values().next().value?.zone ?? desksZone)
}

const desksZone = new Intl.DateTimeFormat().resolvedOptions().timeZone
