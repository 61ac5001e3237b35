// The price of a move and the request for it. Owns the quote of the chosen pairs and the one command; must never calculate a price.

import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { RefundTo } from '../../../shared/domain/refund.ts'
import type { WalletId } from '../../../shared/domain/ids.ts'
import type { Output } from '../../../shared/contract/operations.ts'
import type { Answer } from '../../../shared/contract/port.ts'
import { ask } from '../../box-office.ts'
import { type Moving, lostBy, movesOf } from '../../stores/move-pairs.ts'
import { loseTargets, moving } from '../../stores/moving.ts'
import { seats } from '../../stores/seats.ts'
import type { MoveStory } from './move-screen.tsx'

export type Quote = Output<'quote-reseat'>
type No = Exclude<Answer<never>, { kind: 'done' }>
/** `gone`: names of seats that the show no longer has. */
export type Told = No | { readonly kind: 'gone'; readonly seats: readonly string[] }
type Choice = Pick<Moving, 'from' | 'to'>

/** How the difference is settled. */
export interface Settlement {
  readonly mode: 'CASH' | 'WALLET'
  readonly tenderedMinor: number
  readonly walletId: WalletId | null
  readonly refundTo: RefundTo
}

export function useMove({ booking }: MoveStory) {
  const now = useStore(moving)
  const { version } = useStore(seats)
  const [quoted, setQuoted] = useState<(Choice & { readonly value: Quote | null }) | null>(null)
  const [heard, setHeard] = useState<Heard | null>(null)
  const [isAsking, setAsking] = useState(false)
  const { bookingId, showId } = booking
  const { from, to } = now
  useEffect(() => {
    const moves = movesOf({ bookingId, from, to })
    if (moves.length === 0) return undefined
    let isCurrent = true
    void ask('quote-reseat', { bookingId, showId, moves }).then((answer) => {
      if (!isCurrent) return
      setQuoted({ from, to, value: answer.kind === 'done' ? answer.value : null })
      // A quote for the remaining pairs must not clear the message about lost seats.
      if (answer.kind === 'done') setHeard((before) => (before?.isLost === true ? before : null))
      else setHeard(hear(answer))
    })
    return () => {
      isCurrent = false
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- asked again when seats change, in case others took one
  }, [bookingId, showId, from, to, version])
  // A quote for another choice does not apply.
  const quote = quoted && isOf(quoted, now) ? quoted.value : null
  const told = heard && isOf(heard, now) ? heard.told : null
  const move = async ({ mode, tenderedMinor, walletId, refundTo }: Settlement) => {
    if (!quote || isAsking) return null
    setAsking(true)
    setHeard(null)
    const answer = await ask('reseat-booking', {
      bookingId,
      showId,
      moves: movesOf(now),
      differenceMinor: quote.differenceMinor,
      mode,
      tenderedMinor,
      refundTo,
      ...(walletId !== null && { walletId }),
    })
    setAsking(false)
    if (answer.kind === 'done') return answer.value
    setHeard(hear(answer))
    return null
  }
  return { quote, told, isAsking, move }
}

/** The message, and the choice it belongs to: it stays until somebody changes the choice. */
interface Heard extends Choice {
  readonly told: Told
  readonly isLost: boolean
}

function isOf({ from, to }: Choice, now: Choice): boolean {
  return from === now.from && to === now.to
}

/** [H1] Seats that others have, or that no longer exist, are removed from the choice and named. */
function hear(no: No): Heard {
  const { plan } = seats.getState()
  if (no.kind !== 'refused' || !plan) return { ...moving.getState(), told: no, isLost: false }
  const { lost, gone } = lostBy(no.refusal, moving.getState().to, plan)
  if (lost.length > 0) loseTargets(lost)
  const told: Told = gone.length > 0 ? { kind: 'gone', seats: gone } : no
  return { ...moving.getState(), told, isLost: lost.length > 0 }
}
