// Screens that are loaded when somebody first opens them. Owns what is known of one that could not be had: whether the house was away
// then, so that it is worth trying anew.

import { type ComponentType, lazy } from 'react'
import { connection } from '../stores/connection.ts'

/** `wasAway`: its files lie with a house that did not answer; otherwise there is something wrong with them. */
export class NotLoaded extends Error {
  readonly wasAway: boolean

  constructor(cause: unknown) {
    super('a screen could not be loaded', { cause })
    this.wasAway = connection.getState().connection !== 'open' || !navigator.onLine
  }
}

export function lateScreen<Props>(load: () => Promise<{ readonly default: ComponentType<Props> }>) {
  return lazy(() =>
    load().catch((cause: unknown) => {
      throw new NotLoaded(cause)
    }),
  )
}
