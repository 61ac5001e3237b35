// What the audience looks at: the stage, screen or pitch; without one, the front. Owns this guess, made from shapes alone; must never
// read a word or a number, since they differ from house to house.

import { known } from '../../lib/assert.ts'
import { type Box, areaBox, emptyBox, joinBoxes } from './boxes.ts'
import { type Plan, isGone } from './plan.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** A stage takes the space of at least nine seats: a driver's seat, a door or a flight of stairs takes less. */
const stageSeats = 9

/**
 * [H13] The middle of the largest drawn shape of at least a stage's size. Where there is none: the middle of the front edge of all
 * seats, which is the upper one (see `Plan`).
 */
export function focusOf(plan: Plan): Point {
  const least = stageSeats * (2 * plan.seatRadius) ** 2
  let stage: Box | null = null
  for (const area of plan.areas) {
    const box = areaBox(area)
    if (sizeOf(box) < Math.max(least, stage ? sizeOf(stage) + 1 : 0) || isSatOn(plan, box)) continue
    stage = box
  }
  if (stage) return { x: (stage.left + stage.right) / 2, y: (stage.top + stage.bottom) / 2 }
  const seats = seatsBox(plan)
  return { x: (seats.left + seats.right) / 2, y: seats.top }
}

/** The depth with the best view of a screen: cinemas are measured and their sound is set up there. */
const screenDepth = 2 / 3

/** [H13] The best place before a screen: not at the front but some way back, in the middle. */
export function bestBeforeScreen(plan: Plan): Point {
  const { x, y } = focusOf(plan)
  const { left, top, right, bottom } = seatsBox(plan)
  const front = { x: Math.min(Math.max(x, left), right), y: Math.min(Math.max(y, top), bottom) }
  const back = { x: left + right - front.x, y: top + bottom - front.y }
  return {
    x: front.x + screenDepth * (back.x - front.x),
    y: front.y + screenDepth * (back.y - front.y),
  }
}

function sizeOf({ left, top, right, bottom }: Box): number {
  return (right - left) * (bottom - top)
}

function isSatOn(plan: Plan, { left, top, right, bottom }: Box): boolean {
  for (let seat = 0; seat < plan.count; seat += 1) {
    if (isGone(plan, seat)) continue
    const { x, y } = placeOf(plan, seat)
    if (x > left && x < right && y > top && y < bottom) return true
  }
  return false
}

function seatsBox(plan: Plan): Box {
  let box = emptyBox
  let count = 0
  for (let seat = 0; seat < plan.count; seat += 1) {
    if (isGone(plan, seat)) continue
    count += 1
    const { x, y } = placeOf(plan, seat)
    box = joinBoxes(box, { left: x, top: y, right: x, bottom: y })
  }
  return count === 0 ? { left: 0, top: 0, right: plan.width, bottom: 0 } : box
}

export function placeOf({ x, y }: Plan, seat: number): Point {
  return { x: known(x[seat], 'seat of the plan'), y: known(y[seat], 'seat of the plan') }
}

export function middleOf(plan: Plan, seats: readonly number[]): Point {
  const places = seats.map((seat) => placeOf(plan, seat))
  const sum = places.reduce((one, other) => ({ x: one.x + other.x, y: one.y + other.y }), { x: 0, y: 0 })
  return { x: sum.x / places.length, y: sum.y / places.length }
}

/** Distance between the centres of two seats, in plan units. */
export function gap(plan: Plan, a: number, b: number): number {
  const [one, other] = [placeOf(plan, a), placeOf(plan, b)]
  return Math.sqrt((one.x - other.x) ** 2 + (one.y - other.y) ** 2)
}
