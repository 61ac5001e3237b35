// Moving shows to another version of their plan [L4]: which may move, what would change in each, what was done and its undo. Owns
// these while the dialog is open; the house decides whether a show may move, and is asked again with every sale.

import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { REPLAN_SHOWS_MAX } from '../../../shared/contract/limits.ts'
import type { Input, Output } from '../../../shared/contract/operations.ts'
import type { Answer } from '../../../shared/contract/port.ts'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { ChangeId, PlanId, ShowId } from '../../../shared/domain/ids.ts'
import { ask, boxOffice } from '../../box-office.ts'
import { shows } from '../../stores/shows.ts'
import { useProblem } from './use-problem.ts'

export type ShowPreview = Output<'preview-replan'>['shows'][number]
type To = Input<'preview-replan'>['to']

/** The version to which the shows would move. */
export interface NewVersion {
  readonly name: string
  readonly to: To
  /** All versions of the plan, to find its shows. */
  readonly planIds: ReadonlySet<PlanId>
}

export interface Moved {
  readonly changeId: ChangeId | null
  readonly isUndone: boolean
  readonly changed: number
  readonly skipped: number
}

export function useReplan({ name, to: wanted, planIds }: NewVersion) {
  // Once saved, it is a plan of the house: a second try moves shows to it, and does not save it again.
  const [to, setTo] = useState(wanted)
  const coming = useComing(planIds)
  const previews = usePreviews(coming, to)
  const [unticked, setUnticked] = useState<ReadonlySet<ShowId>>(new Set())
  const [moved, setMoved] = useState<Moved | null>(null)
  const [problem, setProblem] = useState('')
  const [isGoing, setGoing] = useState(false)
  const problemOf = useProblem()
  const ticked = coming
    .map(({ showId }) => showId)
    .filter((showId) => previews?.get(showId)?.outcome === 'changes' && !unticked.has(showId))
  const busy = async (work: () => Promise<Answer<Moved>>) => {
    setGoing(true)
    setProblem('')
    const answer = await work()
    setGoing(false)
    if (answer.kind === 'done') setMoved(answer.value)
    else setProblem(problemOf(answer))
  }
  const tick = (showId: ShowId, isTicked: boolean) =>
    setUnticked((before) => {
      const after = new Set(before)
      if (isTicked) after.delete(showId)
      else after.add(showId)
      return after
    })
  return {
    isKept: 'planId' in to,
    coming,
    previews,
    ticked,
    tick,
    moved,
    problem,
    isGoing,
    move: () => void busy(() => keptAs(name, to).then((kept) => movedTo(kept, ticked, setTo))),
    undo: () => void (moved?.changeId && busy(() => undoMove(moved.changeId as ChangeId))),
  }
}

export type Replan = ReturnType<typeof useReplan>

async function undoMove(changeId: ChangeId): Promise<Answer<Moved>> {
  const answer = await ask('undo-change', { changeId })
  return answer.kind === 'done' ? { ...answer, value: { ...answer.value, isUndone: true } } : answer
}

/** Shows on any version that have not begun, the soonest first. */
function useComing(planIds: ReadonlySet<PlanId>): readonly ShowRow[] {
  const { rows } = useStore(shows)
  return useMemo(() => {
    const nowMs = boxOffice.hubNowMs()
    return [...rows.values()]
      .filter(({ planId, startsAtMs }) => planIds.has(planId) && startsAtMs > nowMs)
      .toSorted((a, b) => a.startsAtMs - b.startsAtMs)
      .slice(0, REPLAN_SHOWS_MAX)
  }, [rows, planIds])
}

/** Null until loaded. Loaded again whenever a seat of one of the shows is sold, held or released. */
function usePreviews(coming: readonly ShowRow[], to: To): ReadonlyMap<ShowId, ShowPreview> | null {
  const [previews, setPreviews] = useState<ReadonlyMap<ShowId, ShowPreview> | null>(null)
  const asked = JSON.stringify(coming.map(({ showId, planId, counts }) => [showId, planId, counts]))
  useEffect(() => {
    let isCurrent = true
    const showIds = (JSON.parse(asked) as [ShowId][]).map(([showId]) => showId)
    const answered = showIds.length === 0 ? null : ask('preview-replan', { showIds, to })
    void Promise.resolve(answered).then((answer) => {
      if (!isCurrent || (answer && answer.kind !== 'done')) return
      setPreviews(new Map((answer?.value.shows ?? []).map((one) => [one.showId, one])))
    })
    return () => {
      isCurrent = false
    }
  }, [asked, to])
  return previews
}

type Kept = Answer<{ readonly planId: PlanId }>

/** First saves the drawing as the newest version. */
async function keptAs(name: string, to: To): Promise<Kept> {
  return 'planId' in to ? { kind: 'done', value: to } : ask('import-plan', { ...to, name })
}

/** A show that can no longer move is left where it is. */
async function movedTo(
  kept: Kept,
  ids: readonly ShowId[],
  onKept: (to: { readonly planId: PlanId }) => void,
): Promise<Answer<Moved>> {
  if (kept.kind !== 'done') return kept
  const { planId } = kept.value
  onKept({ planId })
  const nothing = { changeId: null, isUndone: false, changed: 0, skipped: 0 }
  if (ids.length === 0) return { kind: 'done', value: nothing }
  const change = { of: 'shows', kind: 'plan', planId } as const
  const answer = await ask('change-rows', { change, rows: { ids: [...ids] } })
  return answer.kind === 'done' ? { ...answer, value: { ...answer.value, isUndone: false } } : answer
}
