// A desk's drawer as the house reports it, and the requests about it. Owns the requests and the house's last refusal, which a later look
// must not clear; must never calculate.

import { useCallback, useEffect, useState } from 'react'
import type { KioskId } from '../../../shared/domain/ids.ts'
import type { CommandName, Input, Output } from '../../../shared/contract/operations.ts'
import type { Answer } from '../../../shared/contract/port.ts'
import { ask, boxOffice } from '../../box-office.ts'

export type Drawer = Output<'shift'>
export type NotDone = Exclude<Answer<never>, { kind: 'done' }>

export interface ShiftDesk {
  /** Null while loading. */
  readonly drawer: Drawer | null
  readonly problem: NotDone | null
  readonly isAsking: boolean
  readonly look: () => void
  /** Returns true when done; the drawer is then reloaded. */
  readonly send: <Name extends CommandName>(name: Name, input: Input<Name>) => Promise<boolean>
}

/** `kioskId` null: this desk. */
export function useShift(kioskId: KioskId | null): ShiftDesk {
  const [drawer, setDrawer] = useState<Drawer | null>(null)
  const [unread, setUnread] = useState<NotDone | null>(null)
  const [refused, setRefused] = useState<NotDone | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const look = useCallback(
    () =>
      ask('shift', kioskId === null ? {} : { kioskId }).then((answer) => {
        if (answer.kind === 'done') setDrawer(answer.value)
        setUnread(answer.kind === 'done' ? null : answer)
      }),
    [kioskId],
  )
  useEffect(() => {
    void look()
    // Another window of the desk, or a manager elsewhere, may open, count and close it too.
    return boxOffice.subscribe({ kind: 'shifts' }, () => void look())
  }, [look])
  const send = async <Name extends CommandName>(name: Name, input: Input<Name>) => {
    if (isAsking) return false
    setIsAsking(true)
    const answer = await ask(name, input)
    setRefused(answer.kind === 'done' ? null : answer)
    await look()
    setIsAsking(false)
    return answer.kind === 'done'
  }
  return { drawer, problem: refused ?? unread, isAsking, look: () => void look(), send }
}
