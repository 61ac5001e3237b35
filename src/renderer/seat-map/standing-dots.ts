// Which places of a plan are for standing, and how large their dots are. Computed once per plan.

import { dotRadius } from '../../shared/domain/seat-plan/place-radii.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'

export interface StandingDots {
  /** Plan units. */
  readonly radius: number
  /** By seat: 1 for a standing place. */
  readonly isDot: Uint8Array
}

const found = new WeakMap<Plan, StandingDots | null>()

/** Null if the plan has no standing places. */
export function standingDots(plan: Plan): StandingDots | null {
  const known = found.get(plan)
  if (known !== undefined) return known
  const made = findDots(plan)
  found.set(plan, made)
  return made
}

/** The radius drawn for this seat or place, plan units. */
export function drawnRadius(plan: Plan, seat: number): number {
  const dots = standingDots(plan)
  return dots && dots.isDot[seat] === 1 ? dots.radius : plan.seatRadius
}

function findDots(plan: Plan): StandingDots | null {
  const radius = dotRadius(plan)
  if (radius === null) return null
  const isDotRow = plan.rows.map(({ section }) => plan.sections[section]?.kind === 'standing')
  return { radius, isDot: Uint8Array.from(plan.row, (row) => (isDotRow[row] ? 1 : 0)) }
}
