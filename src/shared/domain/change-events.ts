// What a change to many rows leaves in the journal [A2]. Every part says what was before and what is after, so that it can be undone
// exactly; must never carry what only a screen needs.

import type { CatalogueKind, ListedChange, Patch, RowId, RowsChange, SkippedRow } from './changes/change.ts'
import type { ChangeId, PlanId, SeatId, ShowId } from './ids.ts'

/** Rows of the catalogue that were alike in `before` and are in `after`; the rest of each row is as it was. */
export interface AlikeRows {
  readonly ids: readonly RowId[]
  readonly before: Patch
  readonly after: Patch
}

export interface RowsChanged {
  readonly type: 'rows-changed'
  readonly of: CatalogueKind
  readonly alike: readonly AlikeRows[]
}

/** A change to more rows than one commit takes: which they are. Its parts follow, also after a restart. */
export interface ChangePlanned {
  readonly type: 'change-planned'
  readonly changeId: ChangeId
  readonly change: RowsChange
  /** None where it undoes: its parts are those of what it undoes. */
  readonly rows: readonly RowId[]
  readonly parts: number
}

/** One part of a change is done: what it did stands in the rows of its command before this one. */
export interface ChangeAdvanced {
  readonly type: 'change-advanced'
  readonly changeId: ChangeId
  /** From 0. */
  readonly part: number
  /** Where this is all of it; left out where it was planned. */
  readonly change?: ListedChange
  /** How many rows of the journal right before this one say what it did. */
  readonly events: number
  readonly changed: number
  readonly same: number
  readonly skipped: readonly SkippedRow[]
  readonly isLast: boolean
}

/** Seats of a show taken off sale, and why. */
export interface SeatsBlocked {
  readonly type: 'seats-blocked'
  readonly showId: ShowId
  readonly seatIds: readonly SeatId[]
  readonly reason: string
  /** Why they were off sale already; left out: they were not. */
  readonly insteadOf?: string
}

/** Seats of a show on sale again; `reason`: why they were not. */
export interface SeatsUnblocked {
  readonly type: 'seats-unblocked'
  readonly showId: ShowId
  readonly seatIds: readonly SeatId[]
  readonly reason: string
}

/** [L4] A show on another version of its plan: every id means the seat that it meant. */
export interface ShowReplanned {
  readonly type: 'show-replanned'
  readonly showId: ShowId
  readonly planId: PlanId
  readonly insteadOf: PlanId
}

export type ChangeEvent =
  | RowsChanged
  | ChangePlanned
  | ChangeAdvanced
  | SeatsBlocked
  | SeatsUnblocked
  | ShowReplanned

export function isOfChange<Event extends { readonly type: string }>(
  event: Event,
): event is Extract<Event, ChangeEvent> {
  return kinds.has(event.type)
}

const kinds: ReadonlySet<string> = new Set<ChangeEvent['type']>([
  'rows-changed',
  'change-planned',
  'change-advanced',
  'seats-blocked',
  'seats-unblocked',
  'show-replanned',
])
