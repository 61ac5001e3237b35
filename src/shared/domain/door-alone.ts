// What a door says of a ticket while it has nobody to ask [T3]: genuine and of this show it can tell, and whether it was here before.
// Owns those answers; must never say more than a door by itself can know.

import type { ShowId } from './ids.ts'

/** `alone`: genuine, of this show, and the first time at this door; whether another let it in, nobody here knows. */
export type AloneAnswer = 'alone' | 'used' | 'wrong-show' | 'unknown'

interface AloneFacts {
  /** Of a code that this house signed; null: it did not. */
  readonly ticket: { readonly showId: ShowId } | null
  /** When this door last saw it let in; null: never. */
  readonly seenAtMs: number | null
}

export function judgeAlone({ ticket, seenAtMs }: AloneFacts, showId: ShowId): AloneAnswer {
  if (!ticket) return 'unknown'
  if (ticket.showId !== showId) return 'wrong-show'
  return seenAtMs === null ? 'alone' : 'used'
}
