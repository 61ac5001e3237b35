// Rooms for some nights: a room type is a section of the show's plan, a night one of its rows, a unit one room of one night
// [L6]. Owns the choice of rooms; must never hold them: a stay is booked as any units are.

import { assert, known } from '../lib/assert.ts'
import { DAY_MS } from '../lib/time.ts'
import type { SeatId } from './ids.ts'
import { type Plan, sectionOf } from './seat-plan/plan.ts'
import { seatStateCode } from './seat-state.ts'

export interface StayWish {
  /** Index into the plan's sections. */
  readonly roomType: number
  /** From 0, the show's first. */
  readonly fromNight: number
  readonly nights: number
  readonly rooms: number
}

export interface Stay {
  /** Room by room; within one, night by night. */
  readonly seatIds: readonly SeatId[]
  /** How often somebody has to change rooms between two nights. */
  readonly moves: number
}

/** By night, the free rooms by their number; what is printed on a room's door is its name on every night. */
type FreeRooms = readonly Map<string, SeatId>[]

/**
 * As many rooms as asked on each of the nights, or null where one of them has not so many. Rooms that are free throughout come
 * first; whoever is left over stays in each room as long as it is free, so that nobody moves more often than must be.
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

/** Rows of a room type, in the order of their nights. */
export function nightRows({ rows }: Plan, roomType: number): readonly number[] {
  return [...rows.keys()].filter((row) => rows[row]?.section === roomType)
}

/** Which room of which night a unit is. */
export function nightOf(plan: Plan, unit: SeatId): { readonly night: number; readonly number: string } {
  const night = nightRows(plan, sectionOf(plan, unit)).indexOf(known(plan.row[unit], 'unit of the plan'))
  return { night, number: known(plan.numbers[unit], 'unit of the plan') }
}

/** When a night's guests come: each a day after the one before. */
export function nightAtMs(firstNightAtMs: number, night: number): number {
  return firstNightAtMs + night * DAY_MS
}

function freeRooms(plan: Plan, states: Uint8Array, row: number): Map<string, SeatId> {
  const rooms = new Map<string, SeatId>()
  for (let unit = plan.row.indexOf(row); unit >= 0; unit = plan.row.indexOf(row, unit + 1))
    if (states[unit] === seatStateCode.available)
      rooms.set(known(plan.numbers[unit], 'unit of the plan'), unit as SeatId)
  return rooms
}

/** The room that is free longest from a night on, then on from where it ends; what is taken is free no more. */
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

/** Of equals the first in the order of the plan. */
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
