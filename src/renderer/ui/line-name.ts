import { isolated } from '../messages/isolated.ts'
import type { BookingLine } from '../../shared/domain/booking.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { type FirstNight, type RoomNight, roomNight } from '../../shared/domain/stay.ts'
import type { Formats } from './words.tsx'

/** [L6] A hotel's plan and the first of its nights. */
export interface Rooms extends FirstNight {
  readonly plan: Plan
}

export type NamedLine = Pick<BookingLine, 'seatId' | 'label'>

/** Rooms by number, each with its nights: "101 · Fri 20 Nov, Sat 21 Nov; 204 · Sat 21 Nov". */
export function roomsText(rooms: readonly RoomNight[], zone: string, { day }: Pick<Formats, 'day'>): string {
  return [...Map.groupBy(rooms, ({ number }) => number)]
    .map(([number, own]) => `${number} · ${own.map(({ startsAtMs }) => day(startsAtMs, zone)).join(', ')}`)
    .join('; ')
}

/** A seat by its name; a room by its number and night. */
export function lineName(
  { seatId, label }: NamedLine,
  rooms: Rooms | null,
  { day }: Pick<Formats, 'day'>,
): string {
  if (!rooms) return label
  const { number, startsAtMs } = roomNight(rooms.plan, seatId, rooms)
  return `${isolated(number)} · ${day(startsAtMs, rooms.zone)}`
}
