// Seats chosen to go off sale or back on it [A2]: which they are, what would become of each, what was done and its way back. Owns these
// while the screen is there; what may change is the house's word, asked anew with every choice and every sale.

import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Input, Output } from '../../../shared/contract/operations.ts'
import type { RowOutcome } from '../../../shared/domain/changes/change.ts'
import type { ChangeId, SeatId, ShowId } from '../../../shared/domain/ids.ts'
import { ask } from '../../box-office.ts'
import { seats } from '../../stores/seats.ts'

type Change = Extract<Input<'change-rows'>['change'], { of: 'seats' }>

/** What an answered change says of itself. */
export interface Done {
  readonly changeId: ChangeId
  readonly isUndo: boolean
  readonly changed: number
  readonly skipped: number
}

/** What both ways would do to the chosen seats, row by row. */
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

/** Asked again whenever somebody holds or buys: what is shown before the deed is what the deed then does. */
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
  /** How the seats were when it was asked: with another, it is asked again. */
  readonly version: number
}

async function tryBoth({ showId, ids, reason }: Asked): Promise<Trial> {
  if (ids.length === 0) return nothing
  const [off, on] = await Promise.all([
    // Without a reason nothing is done yet: the counts are those of any.
    ask('preview-change', { change: { of: 'seats', showId, blockedFor: reason.trim() || '?' }, ids }),
    ask('preview-change', { change: { of: 'seats', showId, blockedFor: null }, ids }),
  ])
  return {
    off: off.kind === 'done' ? off.value.rows : [],
    on: on.kind === 'done' ? on.value.rows : [],
  }
}
