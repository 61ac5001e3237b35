// What a door says of a ticket while it cannot reach the house [T3]: it can tell whether the ticket is genuine and for this show, and
// whether this door has seen it before. Owns those answers; must never say more than a door by itself can know.

import type { ShowId } from './ids.ts'

/** `alone`: genuine, for this show, and new to this door; another door may have let it in, which this one cannot know. */
export type AloneAnswer = 'alone' | 'used' | 'wrong-show' | 'unknown'

interface AloneFacts {
  /** From a code that this house signed; null: it did not. */
  readonly ticket: { readonly showId: ShowId } | null
  /** When this door knows it was let in; null: never. */
  readonly seenAtMs: number | null
}

export function judgeAlone({ ticket, seenAtMs }: AloneFacts, showId: ShowId): AloneAnswer {
  if (!ticket) return 'unknown'
  if (ticket.showId !== showId) return 'wrong-show'
  return seenAtMs === null ? 'alone' : 'used'
}
