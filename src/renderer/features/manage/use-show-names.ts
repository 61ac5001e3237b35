import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { shows } from '../../stores/shows.ts'
import { useFormats } from '../../ui/words.tsx'

export interface ShowName {
  readonly title: string
  readonly startsAtMs: number
  readonly zone: string
  /** Title and start. */
  readonly text: string
}

/** Show names as used by tables of bookings; keeps its identity until a title or time changes, however many seats are sold meanwhile. */
export function useShowNames(): ReadonlyMap<ShowId, ShowName> {
  const { day, clock } = useFormats()
  const told = useStore(shows, ({ rows }) =>
    JSON.stringify(
      [...rows.values()].map(({ showId, title, startsAtMs, zone }) => [showId, title, startsAtMs, zone]),
    ),
  )
  return useMemo(() => {
    const rows = JSON.parse(told) as readonly [ShowId, string, number, string][]
    const nameOf = (title: string, startsAtMs: number, zone: string): ShowName => ({
      title,
      startsAtMs,
      zone,
      text: `${title} · ${day(startsAtMs, zone)} ${clock(startsAtMs, zone)}`,
    })
    return new Map(rows.map(([showId, ...show]) => [showId, nameOf(...show)]))
  }, [told, day, clock])
}
