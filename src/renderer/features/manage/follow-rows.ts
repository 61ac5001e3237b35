// Keeps tables up to date whose rows change by themselves: the news says which rows changed, and their current values are then
// requested together. Owns the collecting; must never ask more often than somebody can read.

import type { News, Topic } from '../../../shared/contract/topics.ts'
import { CHANGE_IDS_MAX } from '../../../shared/contract/limits.ts'
import type { RowId } from '../../../shared/domain/changes/change.ts'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { boxOffice } from '../../box-office.ts'

export interface Follower {
  /** All rows have been read once; rows that changed before that are requested afterwards. */
  readonly isReady: () => boolean
  readonly readSome: (ids: readonly RowId[]) => void
  readonly readAll: () => void
}

/** Subscribes; returns the function that unsubscribes. */
export type Follow = (follower: Follower) => () => void

/** News within this time is answered by one request: a full house sells a hundred times a second, faster than anybody reads. */
const TOGETHER_MS = 500

/** [A1] Which bookings changed. */
export const followBookings: Follow = (follower) =>
  follow({ kind: 'bookings' }, follower, (news) => (news.kind === 'bookings' ? news.bookingIds : []))

/** [A1] Which seats of a show changed. */
export function followSeats(showId: ShowId): Follow {
  const topic = { kind: 'seats', showId, afterRevision: null } as const
  return (follower) => follow(topic, follower, (news) => (news.kind === 'delta' ? news.seatIds : []))
}

/** News without ids means that some was missed: everything is read again. Only the very first news cannot have missed any. */
function follow(
  topic: Topic,
  { isReady, readSome, readAll }: Follower,
  changedIn: (news: News) => readonly RowId[],
): () => void {
  const changed = new Set<RowId>()
  let isFirst = true
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = (): void => {
    timer ??= setTimeout(look, TOGETHER_MS)
  }
  const look = (): void => {
    timer = undefined
    if (!isReady()) return later()
    const ids = [...changed]
    changed.clear()
    if (ids.length > CHANGE_IDS_MAX) readAll()
    else if (ids.length > 0) readSome(ids)
  }
  const stop = boxOffice.subscribe(topic, (news) => {
    const ids = changedIn(news)
    for (const id of ids) changed.add(id)
    if (ids.length === 0 && news.kind !== 'delta' && !isFirst) readAll()
    isFirst = false
    if (changed.size > 0) later()
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}
