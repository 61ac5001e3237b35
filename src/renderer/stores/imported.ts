// The outcome of plan imports that somebody left before they were over. Owns that it is shown until it was seen; must never
// navigate anywhere.

import { createStore } from 'zustand/vanilla'
import type { ShowId } from '../../shared/domain/ids.ts'

export interface Imported {
  readonly title: string
  /** Null if nothing was put on sale by it, for this reason. */
  readonly showId: ShowId | null
  readonly problem: string
}

export const imported = createStore<{ readonly all: readonly Imported[] }>(() => ({ all: [] }))

export function tellImported(one: Imported): void {
  imported.setState({ all: [...imported.getState().all, one] })
}

export function dropImported(one: Imported): void {
  imported.setState({ all: imported.getState().all.filter((other) => other !== one) })
}
