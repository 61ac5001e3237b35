// A plan between its columns and its rows. Owns the digest that the journal carries for it; must never change a plan.

import { createHash } from 'node:crypto'
import type { PlanId, SeatId } from '../../shared/domain/ids.ts'
import { type Plan, seatsIn } from '../../shared/domain/seat-plan/plan.ts'
import { seatsOfPlan } from './plan-queries.ts'
import type { Store } from './store.ts'
import { type Row, type Write, put } from './rows.ts'

/** The plan by its id, or null. */
export function planOf(store: Store, planId: PlanId): Plan | null {
  const head = store.get('plan', planId)
  if (!head) return null
  const { name, width, height, seatRadius, sections, rows, categories, areas } = head
  const seats = columnsOf(store.select(seatsOfPlan, planId))
  return { planId, name, width, height, seatRadius, sections, rows, categories, areas, ...seats }
}

type Columns = Pick<Plan, 'count' | 'x' | 'y' | 'row' | 'category' | 'flags' | 'numbers'>
type SeatRow = Pick<Row<'seat'>, (typeof seatsOfPlan.only)[number]>

/** In one walk: the first map of a start waits for it, and a walk for each column took ten times as long. */
function columnsOf(seats: readonly SeatRow[]): Columns {
  const count = seats.length
  const [x, y] = [new Float32Array(count), new Float32Array(count)]
  const [row, category, flags] = [new Uint16Array(count), new Uint8Array(count), new Uint8Array(count)]
  const numbers: string[] = []
  for (const [at, seat] of seats.entries()) {
    x[at] = seat.x
    y[at] = seat.y
    row[at] = seat.row
    category[at] = seat.category
    flags[at] = seat.flags
    numbers.push(seat.number)
  }
  // A plan never changes: said of the one list that is packed for every screen, so that it is packed once.
  return { count, x, y, row, category, flags, numbers: Object.freeze(numbers) }
}

/** [L4] Which of a plan's versions it is. */
export interface PlanVersion {
  /** Null: it is the first. */
  readonly versionOf: PlanId | null
  readonly version: number
}

const firstVersion: PlanVersion = { versionOf: null, version: 1 }

export function writesOfPlan(plan: Plan, { versionOf, version }: PlanVersion = firstVersion): Write[] {
  const { count, x, y, row, category, flags, numbers, ...head } = plan
  const seats = Array.from({ length: count }, (_, index) =>
    put('seat', {
      planId: plan.planId,
      seatId: index as SeatId,
      row: row[index] ?? 0,
      number: numbers[index] ?? '',
      x: x[index] ?? 0,
      y: y[index] ?? 0,
      category: category[index] ?? 0,
      flags: flags[index] ?? 0,
    }),
  )
  return [
    put('plan', { ...head, seats: seatsIn(plan), digest: planDigest(plan), versionOf, version }),
    ...seats,
  ]
}

/** SHA-256 over everything of the plan but its id and name, in column order. */
export function planDigest(plan: Plan): string {
  const { planId: _planId, name: _name, x, y, row, category, flags, ...rest } = plan
  const hash = createHash('sha256').update(JSON.stringify(rest))
  for (const column of [x, y, row, category, flags]) hash.update(column)
  return hash.digest('hex')
}
