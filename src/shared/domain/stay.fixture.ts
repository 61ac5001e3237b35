// A hotel's plan for tests. Plain values only.

import type { PlanId } from './ids.ts'
import { makePlan } from './seat-plan/make-plan.ts'
import type { Plan } from './seat-plan/plan.ts'

/** Two room types with the given numbers of rooms and nights: units by type, then night, then room. */
export function hotel(rooms: number, nights: number): Plan {
  const section = (name: string, floor: number) => ({
    name,
    kind: 'standing' as const,
    areas: [],
    rows: Array.from({ length: nights }, (_, night) => ({
      label: `N${night + 1}`,
      seats: Array.from({ length: rooms }, (__, room) => ({
        uuid: '',
        guid: '',
        number: String(100 * floor + room + 1),
        x: 30 * room + 500 * floor,
        y: 30 * night,
        radius: 10,
        category: name,
        flags: [],
      })),
    })),
  })
  const sections = [section('Single', 0), section('Double', 1)]
  return makePlan({ name: '', width: 2000, height: 2000, categories: [], sections }, 1 as PlanId)
}
