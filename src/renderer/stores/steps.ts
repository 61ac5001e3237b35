// What can be done on the current screen, as reported by the screen itself. Owns only the list: what a step does belongs to its
// screen.

import { createStore } from 'zustand/vanilla'

export interface Step {
  /** Identifies the step: two parts of a screen may offer the same one. */
  readonly id: string
  readonly words: string
  /** In the notation of key names; the first is the one that is shown. */
  readonly keys: readonly string[]
  /** Must check by itself whether it may run: a key is pressed whether or not the step is offered. */
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

/** Each step once, and only those available now; those with a key first, as they are the main path of the sale. */
export function offeredSteps(shown: ReadonlyMap<string, readonly Step[]>): Step[] {
  const offered = [...shown.values()].flat().filter(({ isOffered }) => isOffered)
  const once = [...new Map(offered.map((step) => [step.id, step])).values()]
  return once.toSorted((a, b) => Number(b.keys.length > 0) - Number(a.keys.length > 0))
}
