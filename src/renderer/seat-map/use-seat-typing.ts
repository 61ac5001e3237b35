// The word being typed on the map, kept between keys. Owns when it is shown and when it is forgotten.
// Must never move the focus: it only reports where the word leads.

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
  /** The word is over; a miss remains one. */
  readonly end: () => void
  readonly hush: () => void
  /** The seller has turned to something else. */
  readonly forget: () => void
}

export function useSeatTyping(): SeatTyping {
  // Two keys may come before React renders: the current word is in the ref, what is displayed in the state.
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
      // Labels are listed when the first key is typed: many maps are never typed on.
      if (labelled.current?.plan !== plan) labelled.current = labelSeats(plan)
      return put(typeKey(current.current, key, labelled.current))
    },
    end: () => put(endWord(current.current)),
    hush: () => put(hush(current.current)),
    forget: () => put(nothingTyped),
  }
}

/** Whether this very word has stood unchanged for the pause. The timer only affects display: keys bring their own times. */
function usePause(typing: Typing): boolean {
  const [paused, setPaused] = useState<Typing | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typing), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typing])
  return paused === typing
}
