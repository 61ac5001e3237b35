// Hotel stays [L6]: a room type is a section of the show's plan, a night one of its rows, a unit one room on one night. Owns the
// choice of rooms; must never hold them: a stay is booked like any other seats.

import { assert, known } from '../lib/assert.ts'
import { DAY_MS, HOUR_MS } from '../lib/time.ts'
import { instantsOnWall, wallText } from '../lib/zone-clock.ts'
import { daysOn } from '../lib/zone-day.ts'
import type { SeatId } from './ids.ts'
import { type Plan, sectionOf } from './seat-plan/plan.ts'
import { seatStateCode } from './seat-state.ts'

export interface StayWish {
  /** Index into the plan's sections. */
  readonly roomType: number
  /** From 0, the show's first night. */
  readonly fromNight: number
  readonly nights: number
  readonly rooms: number
}

export interface Stay {
  /** Room by room; within one, night by night. */
  readonly seatIds: readonly SeatId[]
  /** How many times somebody has to change rooms between two nights. */
  readonly moves: number
}

/** Somebody comes at midnight for the last night. */
export const LATE_ARRIVAL_MS = 10 * HOUR_MS

/** For each night, the free rooms by number; a room has the same number on every night. */
type FreeRooms = readonly Map<string, SeatId>[]

/**
 * The wanted number of rooms on each of the nights, or null where some night has too few. Rooms that are free throughout come first;
 * the other guests stay in each room as long as it is free, so that nobody moves more often than necessary.
 */
export function stayUnits(plan: Plan, states: Uint8Array, wish: StayWish): Stay | null {
  assert(wish.nights > 0 && wish.rooms > 0, 'a stay has nights and rooms')
  const rows = nightRows(plan, wish.roomType).slice(wish.fromNight, wish.fromNight + wish.nights)
  const free: FreeRooms = rows.map((row) => freeRooms(plan, states, row))
  if (rows.length < wish.nights || free.some(({ size }) => size < wish.rooms)) return null
  const stays = Array.from({ length: wish.rooms }, () => takeRoom(free))
  return {
    seatIds: stays.flatMap(({ seatIds }) => seatIds),
    moves: stays.reduce((sum, { moves }) => sum + moves, 0),
  }
}

/** The rows of a room type, one per night, in order. */
export function nightRows({ rows }: Plan, roomType: number): readonly number[] {
  return [...rows.keys()].filter((row) => rows[row]?.section === roomType)
}

/** The night and the room number of a unit. */
export function nightOf(plan: Plan, unit: SeatId): { readonly night: number; readonly number: string } {
  const night = nightRows(plan, sectionOf(plan, unit)).indexOf(known(plan.row[unit], 'unit of the plan'))
  return { night, number: known(plan.numbers[unit], 'unit of the plan') }
}

/** The first night of a hotel's calendar, and the zone of its clock. */
export interface FirstNight {
  readonly startsAtMs: number
  readonly zone: string
}

/**
 * When the guests of a night arrive: at the first night's time of day by the hotel's clock, also after that was put forward or back
 * [E3].
 */
export function nightAtMs({ startsAtMs, zone }: FirstNight, night: number): number {
  const wall = wallText(startsAtMs, zone)
  const [day, clock] = [wall.slice(0, 10), wall.slice(10, 16)]
  const found = known(instantsOnWall(`${daysOn(day, night)}${clock}`, zone), 'a day and time')
  return found[0] ?? startsAtMs + night * DAY_MS
}

/** A night is sold until it is over, a day after its guests may arrive. */
export function isNightOver(first: FirstNight, night: number, nowMs: number): boolean {
  return nowMs >= nightAtMs(first, night) + DAY_MS
}

/** The rows of all nights that are over, whatever the room type. */
export function rowsOver(plan: Plan, first: FirstNight, nowMs: number): ReadonlySet<number> {
  const over = [...plan.sections.keys()].flatMap((roomType) =>
    nightRows(plan, roomType).filter((_, night) => isNightOver(first, night, nowMs)),
  )
  return new Set(over)
}

/** How many nights a hotel's calendar has: those of the room type with the most. */
export function nightsOf(plan: Plan): number {
  return Math.max(0, ...[...plan.sections.keys()].map((roomType) => nightRows(plan, roomType).length))
}

/** A unit as its guest knows it: the number on the door, and when they may have it. */
export interface RoomNight {
  readonly number: string
  readonly startsAtMs: number
}

export function roomNight(plan: Plan, unit: SeatId, first: FirstNight): RoomNight {
  const { night, number } = nightOf(plan, unit)
  return { number, startsAtMs: nightAtMs(first, night) }
}

function freeRooms(plan: Plan, states: Uint8Array, row: number): Map<string, SeatId> {
  const rooms = new Map<string, SeatId>()
  for (let unit = plan.row.indexOf(row); unit >= 0; unit = plan.row.indexOf(row, unit + 1))
    if (states[unit] === seatStateCode.available)
      rooms.set(known(plan.numbers[unit], 'unit of the plan'), unit as SeatId)
  return rooms
}

/** Takes the room that is free longest from the first night on, then the next from where that ends. Removes what it takes from `free`. */
function takeRoom(free: FreeRooms): Stay {
  const seatIds: SeatId[] = []
  let moves = -1
  while (seatIds.length < free.length) {
    const room = longestFree(free, seatIds.length)
    moves += 1
    for (const rooms of free.slice(seatIds.length)) {
      const unit = rooms.get(room)
      if (unit === undefined) break
      rooms.delete(room)
      seatIds.push(unit)
    }
  }
  return { seatIds, moves }
}

/** Of equally long ones, the first in plan order. */
function longestFree(free: FreeRooms, fromNight: number): string {
  let [longest, best] = [0, '']
  for (const room of known(free[fromNight], 'night').keys()) {
    const taken = free.findIndex((rooms, night) => night >= fromNight && !rooms.has(room))
    const length = (taken < 0 ? free.length : taken) - fromNight
    if (length > longest) [longest, best] = [length, room]
  }
  assert(longest > 0, 'every night has a room left')
  return best
}
