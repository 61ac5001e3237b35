// What a move comes to and the asking for it. Owns the quote of the chosen pairs and the one command; must never reckon a price.

import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { RefundTo } from '../../../shared/domain/refund.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import type { WalletId } from '../../../shared/domain/ids.ts'
import type { Output } from '../../../shared/contract/operations.ts'
import type { Answer } from '../../../shared/contract/port.ts'
import { ask } from '../../box-office.ts'
import { type Moving, movesOf } from '../../stores/move-pairs.ts'
import { loseTargets, moving } from '../../stores/moving.ts'
import { seats } from '../../stores/seats.ts'
import type { MoveStory } from './move-screen.tsx'

export type Quote = Output<'quote-reseat'>
export type Told = Exclude<Answer<never>, { kind: 'done' }>

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
  const [quoted, setQuoted] = useState<
    (Pick<Moving, 'from' | 'to'> & { readonly value: Quote | null }) | null
  >(null)
  const [told, setTold] = useState<Told | null>(null)
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
      if (answer.kind === 'done') setTold(null)
      else hear(answer, setTold)
    })
    return () => {
      isCurrent = false
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a seat that others take meanwhile is told when the seats change
  }, [bookingId, showId, from, to, version])
  // What was asked for another choice is no answer to this one.
  const quote = quoted?.from === from && quoted.to === to ? quoted.value : null
  const move = async ({ mode, tenderedMinor, walletId, refundTo }: Settlement) => {
    if (!quote || isAsking) return null
    setAsking(true)
    setTold(null)
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
    hear(answer, setTold)
    return null
  }
  return { quote, told, isAsking, move }
}

/** [H1] Seats that others have leave the choice, and are named. */
function hear(answer: Told, tell: (told: Told) => void): void {
  tell(answer)
  const lost = answer.kind === 'refused' ? lostOf(answer.refusal) : []
  if (lost.length > 0) loseTargets(lost)
}

function lostOf(refusal: Refusal) {
  return refusal.code === 'SEAT_NOT_AVAILABLE' ? refusal.seats.map(({ seatId }) => seatId) : []
}
