// A desk's drawer as the house tells it, and what is asked of it. Owns the asking and the house's last no; must never reckon.

import { useCallback, useEffect, useState } from 'react'
import type { KioskId } from '../../../shared/domain/ids.ts'
import type { CommandName, Input, Output } from '../../../shared/contract/operations.ts'
import type { Answer } from '../../../shared/contract/port.ts'
import { ask, boxOffice } from '../../box-office.ts'

export type Drawer = Output<'shift'>
export type NotDone = Exclude<Answer<never>, { kind: 'done' }>

export interface ShiftDesk {
  /** Null while it is asked. */
  readonly drawer: Drawer | null
  readonly problem: NotDone | null
  readonly isAsking: boolean
  /** True: it is done, and the drawer is looked at again. */
  readonly send: <Name extends CommandName>(name: Name, input: Input<Name>) => Promise<boolean>
}

/** `kioskId` null: the own desk. */
export function useShift(kioskId: KioskId | null): ShiftDesk {
  const [drawer, setDrawer] = useState<Drawer | null>(null)
  const [problem, setProblem] = useState<NotDone | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const look = useCallback(
    () =>
      ask('shift', kioskId === null ? {} : { kioskId }).then((answer) =>
        answer.kind === 'done' ? setDrawer(answer.value) : setProblem(answer),
      ),
    [kioskId],
  )
  useEffect(() => {
    void look()
    // Another window of the desk, or a manager elsewhere, opens, counts and closes it too.
    return boxOffice.subscribe({ kind: 'shifts' }, () => void look())
  }, [look])
  const send = async <Name extends CommandName>(name: Name, input: Input<Name>) => {
    if (isAsking) return false
    setIsAsking(true)
    const answer = await ask(name, input)
    setProblem(answer.kind === 'done' ? null : answer)
    await look()
    setIsAsking(false)
    return answer.kind === 'done'
  }
  return { drawer, problem, isAsking, send }
}
