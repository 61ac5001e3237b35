// What a row of bookings or holds is a booking of, in words: seats, or a hotel's rooms and nights [L6]. Must never draw.

import type { BookingRow } from '../../../shared/contract/row-operations.ts'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { roomsText } from '../../ui/line-name.ts'
import type { Formats } from '../../ui/words.tsx'
import type { ShowName } from './use-show-names.ts'

export type Names = ReadonlyMap<ShowId, ShowName>
/** What a row is a booking of: a show, and its seats or rooms. */
export type Placed = Pick<BookingRow, 'showId' | 'seats' | 'rooms'>

/** Seats by their names; a hotel's rooms by number, each with its nights [L6]. */
export function unitsText({ showId, seats, rooms }: Placed, names: Names, { day }: Days): string {
  if (!rooms) return seats.join(', ')
  return roomsText(rooms, names.get(showId)?.zone ?? 'UTC', { day })
}

export type Days = Pick<Formats, 'day' | 'clock'>

/** When its guests come: at the start of the show, or of their own first night. */
export function startOf({ showId, rooms }: Placed, names: Names): number {
  if (rooms && rooms.length > 0) return Math.min(...rooms.map(({ startsAtMs }) => startsAtMs))
  return names.get(showId)?.startsAtMs ?? 0
}

export function showText(row: Placed, names: Names, { day, clock }: Days): string {
  const name = names.get(row.showId)
  if (!name || !row.rooms) return name?.text ?? ''
  const startsAtMs = startOf(row, names)
  return `${name.title} · ${day(startsAtMs, name.zone)} ${clock(startsAtMs, name.zone)}`
}
