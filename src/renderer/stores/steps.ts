// What can be done on the screen that is shown, as the screen itself says it. Owns nothing but the list: a step is its screen's.

import { createStore } from 'zustand/vanilla'

export interface Step {
  /** Two parts of a screen may offer the same. */
  readonly id: string
  readonly words: string
  /** As the window names them; the first is the one that is shown. */
  readonly keys: readonly string[]
  /** Makes sure itself that it may: a key is pressed whether or not it is offered. */
  readonly run: () => void
  readonly isOffered: boolean
}

/** By the part of the screen that offers them. */
export const steps = createStore<{ readonly shown: ReadonlyMap<string, readonly Step[]> }>(() => ({
  shown: new Map(),
}))

export function offerSteps(part: string, offered: readonly Step[]): void {
  steps.setState(({ shown }) => ({ shown: new Map(shown).set(part, offered) }))
}

export function withdrawSteps(part: string): void {
  steps.setState(({ shown }) => ({ shown: new Map([...shown].filter(([name]) => name !== part)) }))
}

/** Each once, and only what can be done now; those that have a key first, as they are the way of the sale. */
export function offeredSteps(shown: ReadonlyMap<string, readonly Step[]>): Step[] {
  const offered = [...shown.values()].flat().filter(({ isOffered }) => isOffered)
  const once = [...new Map(offered.map((step) => [step.id, step])).values()]
  return once.toSorted((a, b) => Number(b.keys.length > 0) - Number(a.keys.length > 0))
}
