// One section of a plan as a plan of its own. Owns the way between the two numberings.
// Must never change what the rules find: rows belong to one section, and who sits beside whom is found within a row.

import type { SeatId } from '../../shared/domain/ids.ts'
import { nobody } from '../../shared/domain/seat-plan/adjacency.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { seatRuns } from '../../shared/domain/seat-plan/seat-runs.ts'
import { seatsLeftAlone } from '../../shared/domain/seat-plan/single-seat.ts'
import { sectionOf } from './seat-rows.ts'

/** A stadium's neighbours take a quarter of a second to find, and whoever chooses a seat waits for those of its section alone. */
export interface PlanPart {
  readonly plan: Plan
  /** By the part's numbering, the whole plan's. */
  readonly seatIds: readonly SeatId[]
  readonly placeOf: ReadonlyMap<SeatId, SeatId>
}

const parts = new WeakMap<Plan, Map<number, PlanPart>>()

export function partOf(plan: Plan, section: number): PlanPart {
  const ofPlan = parts.get(plan) ?? new Map<number, PlanPart>()
  parts.set(plan, ofPlan)
  const ready = ofPlan.get(section)
  if (ready) return ready
  const made = makePart(plan, section)
  ofPlan.set(section, made)
  return made
}

/** The seat directly beside, on the side of greater x; none at an aisle. */
export function seatToTheRight(plan: Plan, seatId: SeatId): SeatId | null {
  const { plan: part, seatIds, placeOf } = partOf(plan, sectionOf(plan, seatId))
  const next = seatRuns(part).right[placeOf.get(seatId) ?? 0] ?? nobody
  return next === nobody ? null : (seatIds[next] ?? null)
}

/** [H14] By the house's own rule, the seats that choosing these would leave alone. `isFree`: before the choice. */
export function leftAloneBy(
  plan: Plan,
  chosen: readonly SeatId[],
  isFree: (seatId: SeatId) => boolean,
): SeatId[] {
  const sections = new Set(chosen.map((seatId) => sectionOf(plan, seatId)))
  return [...sections].flatMap((section) => {
    const { plan: part, seatIds, placeOf } = partOf(plan, section)
    const here = chosen.flatMap((seatId) => placeOf.get(seatId) ?? [])
    const alone = seatsLeftAlone(part, here, (seat) => isFree(seatIds[seat] as SeatId))
    return alone.flatMap((seat) => seatIds[seat] ?? [])
  })
}

function makePart(plan: Plan, section: number): PlanPart {
  const seatIds: SeatId[] = []
  for (let seat = 0; seat < plan.count; seat += 1)
    if (sectionOf(plan, seat as SeatId) === section) seatIds.push(seat as SeatId)
  const placeOf = new Map(seatIds.map((seatId, place) => [seatId, place as SeatId]))
  const taken = (column: Float32Array | Uint16Array | Uint8Array) =>
    seatIds.map((seatId) => column[seatId] as number)
  return {
    seatIds,
    placeOf,
    plan: {
      ...plan,
      count: seatIds.length,
      x: Float32Array.from(taken(plan.x)),
      y: Float32Array.from(taken(plan.y)),
      row: Uint16Array.from(taken(plan.row)),
      category: Uint8Array.from(taken(plan.category)),
      flags: Uint8Array.from(taken(plan.flags)),
      numbers: seatIds.map((seatId) => plan.numbers[seatId] ?? ''),
    },
  }
}
