import type { Readings } from '../../shared/domain/asks.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import type { SeatId } from '../../shared/domain/ids.ts'
import { type Plan, seatLabel, sectionOf } from '../../shared/domain/seat-plan/plan.ts'
import type { FoundSeat, FoundShow } from '../../shared/domain/show.ts'
import { type RoomNight, nightOf, roomNight } from '../../shared/domain/stay.ts'
import { known } from '../../shared/lib/assert.ts'
import * as query from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'
import type { Reader } from './reader.ts'

/** A show, with the starts of all shows of the same plan in the same venue. */
export function seriesModel(store: Store, show: FoundShow | null): Readings['model']['answer'] {
  const row = show && store.get('show', show.showId)
  if (!show || !row || row.withdrawn) return null
  const isBeside = (other: Row<'show'>) =>
    other.planId === row.planId && other.venueId === row.venueId && !other.withdrawn
  const others = store.select(query.allShows).filter(isBeside)
  return { entry: { kind: 'show', ...row }, show, startsMs: others.map(({ startsAtMs }) => startsAtMs) }
}

/** The place of a seat in its plan; a hotel's room has a night besides [L6]. */
export function placeOf(
  plan: Plan,
  seatId: SeatId,
  sort: FoundShow['sort'],
): Omit<FoundSeat, 'claimedBy' | 'blockedFor'> {
  return {
    seatId,
    label: seatLabel(plan, seatId),
    section: known(plan.sections[sectionOf(plan, seatId)], 'section').name,
    category: plan.category[seatId] ?? 0,
    ...(sort === 'hotel' && { night: nightOf(plan, seatId).night }),
  }
}

/** [L6] The rooms and nights of a hotel's booking, in the order of its lines; nothing for any other. */
export function roomsIn(
  reader: Reader,
  { showId, lines }: Pick<Booking, 'showId' | 'lines'>,
): { readonly rooms?: RoomNight[] } {
  const show = reader.show(showId)
  if (show?.sort !== 'hotel') return {}
  const plan = reader.planOfShow(showId)
  return { rooms: lines.map(({ seatId }) => roomNight(plan, seatId, show)) }
}
