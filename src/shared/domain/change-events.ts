// What a change to many rows leaves in the journal [A2]. Every part says what was there before and after, so that it can be undone
// exactly; must never carry what only a screen needs.

import type { CatalogueKind, ListedChange, Patch, RowId, RowsChange, SkippedRow } from './changes/change.ts'
import type { ChangeId, PlanId, SeatId, ShowId } from './ids.ts'

/** Catalogue rows that all had the fields of `before` and now have those of `after`; the rest of each row is unchanged. */
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

/** Announces a change to more rows than one commit takes, and names the rows. Its parts follow, even across a restart. */
export interface ChangePlanned {
  readonly type: 'change-planned'
  readonly changeId: ChangeId
  readonly change: RowsChange
  /** Empty for an undo, whose parts are those of the change it undoes. */
  readonly rows: readonly RowId[]
  readonly parts: number
}

/** One part of a change is done: what it did is in the journal rows of the same command before this one. */
export interface ChangeAdvanced {
  readonly type: 'change-advanced'
  readonly changeId: ChangeId
  /** From 0. */
  readonly part: number
  /** Given where this one part is the whole change; left out where the change was planned. */
  readonly change?: ListedChange
  /** How many journal rows immediately before this one say what it did. */
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
  /** The reason they were already off sale for; left out: they were on sale. */
  readonly insteadOf?: string
}

/** Seats of a show on sale again; `reason`: why they had been off sale. */
export interface SeatsUnblocked {
  readonly type: 'seats-unblocked'
  readonly showId: ShowId
  readonly seatIds: readonly SeatId[]
  readonly reason: string
}

/** [L4] Moves a show to another version of its plan; every seat id keeps its meaning. */
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
