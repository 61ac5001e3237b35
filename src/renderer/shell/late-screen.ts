// Screens that are loaded when first opened. Owns what is known of one that failed to load: whether the house was away then, so
// that a retry is worthwhile.

import { type ComponentType, lazy } from 'react'
import { connection } from '../stores/connection.ts'

/** `wasAway`: its files come from a house that did not answer; otherwise something is wrong with the files. */
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
