import type { Readings } from '../../shared/domain/asks.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import { seatChanges } from '../../shared/domain/seat-changes.ts'
import { journalOfShow } from '../store/queries.ts'
import type { Store } from '../store/store.ts'

/** Rows looked through, 5 ms at most: a map that is further behind shows nothing that can be trusted. */
const ROWS_MAX = 1000

/** [C2] The journal is what versions seats: which of these seats were changed by the show's rows after `sinceRevision`. */
export function changedSeats(
  store: Store,
  { showId, seatIds, sinceRevision }: Readings['changed']['ask'],
): Readings['changed']['answer'] {
  if (sinceRevision === null) return []
  const rows = store.select(journalOfShow, showId, sinceRevision, ROWS_MAX + 1)
  if (rows.length > ROWS_MAX) return seatIds
  const changed = rows.flatMap(({ body }) =>
    seatChanges(JSON.parse(body) as HouseEvent).flatMap(({ seatIds }) => seatIds),
  )
  return seatIds.filter((seatId) => changed.includes(seatId))
}
