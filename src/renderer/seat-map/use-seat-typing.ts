// The word being typed on the map, kept between keys. Owns when it is shown and when it is forgotten.
// Must never move the focus: it tells where the word leads.

import { useEffect, useRef, useState } from 'react'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import {
  echoOf,
  endWord,
  hush,
  isMissed,
  isTyping,
  type LabelledPlan,
  labelSeats,
  nothingTyped,
  PAUSE_MS,
  type TypedEcho,
  type TypedKey,
  typeKey,
  type Typing,
} from './seat-typing.ts'

export interface SeatTyping {
  readonly echo: TypedEcho | null
  readonly isOn: (atMs: number) => boolean
  readonly isMissed: () => boolean
  readonly type: (plan: Plan, key: TypedKey) => Typing
  /** The word is over; a miss stays one. */
  readonly end: () => void
  readonly hush: () => void
  /** The seller has turned to something else. */
  readonly forget: () => void
}

export function useSeatTyping(): SeatTyping {
  // Two keys may come before React draws: the word itself is in the ref, its picture in the state.
  const current = useRef(nothingTyped)
  const labelled = useRef<LabelledPlan | null>(null)
  const [shown, setShown] = useState(nothingTyped)
  const isPaused = usePause(shown)
  const put = (typing: Typing) => {
    current.current = typing
    setShown(typing)
    return typing
  }
  return {
    echo: echoOf(shown, isPaused),
    isOn: (atMs) => isTyping(current.current, atMs),
    isMissed: () => isMissed(current.current),
    type(plan, key) {
      // Listed when the first key is typed: many a map is never typed on.
      if (labelled.current?.plan !== plan) labelled.current = labelSeats(plan)
      return put(typeKey(current.current, key, labelled.current))
    },
    end: () => put(endWord(current.current)),
    hush: () => put(hush(current.current)),
    forget: () => put(nothingTyped),
  }
}

/** Whether this very word has stood for the pause. The timer only draws: keys bring their own times. */
function usePause(typing: Typing): boolean {
  const [paused, setPaused] = useState<Typing | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typing), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typing])
  return paused === typing
}
