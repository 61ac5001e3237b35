import type { BookingId } from '../../../shared/domain/ids.ts'
import { CHANGE_IDS_MAX } from '../../../shared/contract/limits.ts'
import { boxOffice } from '../../box-office.ts'

interface Follower {
  /** All rows were read once: what changed before that is asked for after it. */
  readonly isReady: () => boolean
  readonly readSome: (bookingIds: readonly BookingId[]) => void
  readonly readAll: () => void
}

/** News of so long are asked for together: a full house sells a hundred times a second, nobody reads that fast. */
const TOGETHER_MS = 300

/** [A1] A table of bookings is as the house is: what changed is asked for, a few times a second at most. */
export function followBookings({ isReady, readSome, readAll }: Follower): () => void {
  const changed = new Set<BookingId>()
  let isFirst = true
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = (): void => {
    timer ??= setTimeout(look, TOGETHER_MS)
  }
  const look = (): void => {
    timer = undefined
    if (!isReady()) return later()
    const bookingIds = [...changed]
    changed.clear()
    if (bookingIds.length > CHANGE_IDS_MAX) readAll()
    else if (bookingIds.length > 0) readSome(bookingIds)
  }
  const stop = boxOffice.subscribe({ kind: 'bookings' }, (news) => {
    if (news.kind !== 'bookings') return
    for (const bookingId of news.bookingIds) changed.add(bookingId)
    // None are named where some were missed; the first time there was nothing to miss.
    if (news.bookingIds.length === 0 && !isFirst) readAll()
    isFirst = false
    if (changed.size > 0) later()
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}
