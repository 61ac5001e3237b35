// The shows of the selected days by plan, and the states of their seats. Owns reading those snapshots, one show after the other.

import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { PlanId, ShowId } from '../../../shared/domain/ids.ts'
import type { Plan } from '../../../shared/domain/seat-plan/plan.ts'
import { ask, boxOffice } from '../../box-office.ts'
import { reports } from '../../stores/reports.ts'
import { shows } from '../../stores/shows.ts'
import { isOf } from './narrowed.ts'

/** The most shows read per house, the newest first: a season of evenings, and some seconds for the largest house. */
const SHOWS_MAX = 100

export interface HouseOfReport {
  readonly planId: PlanId
  /** The newest first. */
  readonly rows: readonly ShowRow[]
}

/** The plan with the most shows first. */
export function useHouses(): readonly HouseOfReport[] {
  const { rows } = useStore(shows)
  const { stretch, shows: choice } = useStore(reports)
  return useMemo(() => {
    if (!stretch) return []
    const { fromMs, untilMs } = stretch
    const isIn = ({ startsAtMs, showId }: ShowRow) =>
      fromMs <= startsAtMs && startsAtMs < untilMs && isOf(choice, showId, rows)
    const newest = [...rows.values()].filter(isIn).toSorted((a, b) => b.startsAtMs - a.startsAtMs)
    return [...Map.groupBy(newest, ({ planId }) => planId)]
      .map(([planId, own]) => ({ planId, rows: own.slice(0, SHOWS_MAX) }))
      .toSorted((a, b) => b.rows.length - a.rows.length)
  }, [rows, stretch, choice])
}

export interface SeenHouse {
  readonly plan: Plan
  readonly states: ReadonlyMap<ShowId, Uint8Array>
}

/** Null until all of them are read. Later sales are only included when the days are selected again. */
export function useSeenHouse(planId: PlanId, showIds: string): SeenHouse | null {
  const [seen, setSeen] = useState<(SeenHouse & { readonly of: string }) | null>(null)
  const wanted = `${planId}: ${showIds}`
  useEffect(() => {
    let isWanted = true
    void (async () => {
      const answer = await ask('plan', { planId })
      const states = new Map<ShowId, Uint8Array>()
      for (const text of showIds.split(' ')) {
        if (!isWanted) return
        const showId = Number(text) as ShowId
        // oxlint-disable-next-line no-await-in-loop -- one after the other, between which the house sells
        states.set(showId, await statesOf(showId))
      }
      if (isWanted && answer.kind === 'done') setSeen({ plan: answer.value, states, of: wanted })
    })()
    return () => {
      isWanted = false
    }
  }, [planId, showIds, wanted])
  return seen?.of === wanted ? seen : null
}

/** The first snapshot of a show, without following it. */
function statesOf(showId: ShowId): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const stop = boxOffice.subscribe({ kind: 'seats', showId, afterRevision: null }, (news) => {
      if (news.kind !== 'snapshot') return
      resolve(news.states)
      queueMicrotask(() => stop())
    })
  })
}
