import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { Turnover } from '../../../shared/domain/seat-frames.ts'
import { boxOffice } from '../../box-office.ts'
import { type Past, passTime, timeMachine } from '../../stores/time-machine.ts'
import { useEvery, useHubNow } from '../../ui/use-hub-now.ts'

/** The clock of a life that still goes on. */
const TICK_MS = 1000
/** Number of bars over the slider: each a few pixels wide on a small desk's screen. */
const PARTS = 120

export interface Life {
  readonly past: Past
  /** When the show was put on sale. */
  readonly fromMs: number
  /** Now; for a past show its start, or its last event if that is later. */
  readonly toMs: number
  readonly turnover: Turnover
}

/** Null until all of it is loaded. */
export function useLife({ startsAtMs }: ShowRow): Life | null {
  const { past, share } = useStore(timeMachine)
  const nowMs = useHubNow(TICK_MS)
  useEvery(TICK_MS, share === 1, () => passTime(boxOffice.hubNowMs()))
  const fromMs = past?.replay.fromMs ?? null
  const lastMs = Math.max(startsAtMs, past?.replay.before(Number.POSITIVE_INFINITY) ?? 0)
  const toMs = Math.max(fromMs ?? 0, Math.min(nowMs, lastMs))
  const turnover = useMemo(() => past?.replay.turnover(fromMs ?? 0, toMs, PARTS), [past, fromMs, toMs])
  return past && turnover && share === 1 && fromMs !== null ? { past, fromMs, toMs, turnover } : null
}
