// Seats chosen to go off sale or back on it [A2]: which, what would happen to each, what was done and its undo. Owns these while the
// screen is open; the house decides what may change, and is asked again with every choice and every sale.

import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Input, Output } from '../../../shared/contract/operations.ts'
import type { RowOutcome } from '../../../shared/domain/changes/change.ts'
import type { ChangeId, SeatId, ShowId } from '../../../shared/domain/ids.ts'
import { ask } from '../../box-office.ts'
import { seats } from '../../stores/seats.ts'

type Change = Extract<Input<'change-rows'>['change'], { of: 'seats' }>

/** The result of a change, as displayed. */
export interface Done {
  readonly changeId: ChangeId
  readonly isUndo: boolean
  readonly changed: number
  readonly skipped: number
}

/** What either change would do to the chosen seats, row by row. */
export interface Trial {
  readonly off: readonly RowOutcome[]
  readonly on: readonly RowOutcome[]
}

const nothing: Trial = { off: [], on: [] }

export function useOffSale(showId: ShowId) {
  const [chosen, setChosen] = useState<ReadonlySet<SeatId>>(new Set())
  const [pointedAt, setPointedAt] = useState<SeatId | null>(null)
  const [reason, setReason] = useState('')
  const [done, setDone] = useState<Done | null>(null)
  const trial = useTrial(showId, chosen, reason)
  const change = async (blockedFor: string | null) => {
    const what: Change = { of: 'seats', showId, blockedFor }
    const answer = await ask('change-rows', { change: what, rows: { ids: [...chosen] } })
    if (answer.kind !== 'done') return
    setDone(doneOf(answer.value, false))
    setChosen(new Set())
  }
  const undo = async () => {
    if (!done) return
    const answer = await ask('undo-change', { changeId: done.changeId })
    if (answer.kind === 'done') setDone(doneOf(answer.value, true))
  }
  return { chosen, setChosen, pointedAt, setPointedAt, reason, setReason, trial, done, change, undo }
}

export type OffSale = ReturnType<typeof useOffSale>

function doneOf({ changeId, changed, skipped }: Output<'change-rows'>, isUndo: boolean): Done {
  return { changeId, isUndo, changed, skipped }
}

/** Asked again whenever somebody holds or buys a seat, so that the change does what was shown before it. */
function useTrial(showId: ShowId, chosen: ReadonlySet<SeatId>, reason: string): Trial {
  const { version } = useStore(seats)
  const [trial, setTrial] = useState<Trial>(nothing)
  useEffect(() => {
    let isCurrent = true
    void tryBoth({ showId, ids: [...chosen], reason, version }).then((next) => isCurrent && setTrial(next))
    return () => {
      isCurrent = false
    }
  }, [showId, chosen, reason, version])
  return trial
}

interface Asked {
  readonly showId: ShowId
  readonly ids: readonly SeatId[]
  readonly reason: string
  /** The version of the seat states for which it was asked; for another it is asked again. */
  readonly version: number
}

async function tryBoth({ showId, ids, reason }: Asked): Promise<Trial> {
  if (ids.length === 0) return nothing
  const [off, on] = await Promise.all([
    // A trial without a reason yet: the counts are the same for any reason.
    ask('preview-change', { change: { of: 'seats', showId, blockedFor: reason.trim() || '?' }, ids }),
    ask('preview-change', { change: { of: 'seats', showId, blockedFor: null }, ids }),
  ])
  return {
    off: off.kind === 'done' ? off.value.rows : [],
    on: on.kind === 'done' ? on.value.rows : [],
  }
}
