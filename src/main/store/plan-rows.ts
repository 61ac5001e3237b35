// Converts a plan between its columns and its rows. Owns the digest that the journal carries for it; must never change a plan.

import { createHash } from 'node:crypto'
import type { PlanId, SeatId } from '../../shared/domain/ids.ts'
import { type Plan, seatsIn } from '../../shared/domain/seat-plan/plan.ts'
import { seatsOfPlan } from './plan-queries.ts'
import type { Store } from './store.ts'
import { type Write, put } from './rows.ts'

/** The plan by its id, or null. */
export function planOf(store: Store, planId: PlanId): Plan | null {
  const head = store.get('plan', planId)
  if (!head) return null
  const { name, width, height, seatRadius, sections, rows, categories, areas } = head
  const { x, y, row, category, flags, number } = store.columns(seatsOfPlan, planId)
  return {
    planId,
    name,
    width,
    height,
    seatRadius,
    sections,
    rows,
    categories,
    areas,
    count: x.length,
    x: new Float32Array(x),
    y: new Float32Array(y),
    row: new Uint16Array(row),
    category: new Uint8Array(category),
    flags: new Uint8Array(flags),
    // Frozen, because a plan never changes: this list is packed for every screen, and so it is packed only once.
    numbers: Object.freeze(number),
  }
}

/** [L4] Which version of a plan it is. */
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

/** SHA-256 over the whole plan except its id and name, in column order. */
export function planDigest(plan: Plan): string {
  const { planId: _planId, name: _name, x, y, row, category, flags, ...rest } = plan
  const hash = createHash('sha256').update(JSON.stringify(rest))
  for (const column of [x, y, row, category, flags]) hash.update(column)
  return hash.digest('hex')
}
