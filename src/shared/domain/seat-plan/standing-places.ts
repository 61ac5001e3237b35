// Places with a number but no position of their own: standing places, rooms by night, places on a departure. Owns the choice among
// them; must never look for neighbours: they have none.

import { known } from '../../lib/assert.ts'
import type { SeatId } from '../ids.ts'
import { seatStateCode } from '../seat-state.ts'
import type { Wish } from './best-available.ts'
import { type Plan, isStanding, sectionOf } from './plan.ts'
import type { Proposal } from './split-party.ts'

/** Any free places of one standing section; one proposal for each section that has enough. */
export function standingPlaces(plan: Plan, states: Uint8Array, wish: Wish): readonly Proposal[] {
  const { count, category, section } = wish
  const free = plan.sections.map((): SeatId[] => [])
  for (let seat = 0; seat < plan.count; seat += 1) {
    if (states[seat] !== seatStateCode.available || !isStanding(plan, seat)) continue
    if (category !== null && plan.category[seat] !== category) continue
    const own = sectionOf(plan, seat)
    if (section === null || section === own) free[own]?.push(seat as SeatId)
  }
  return free
    .filter((places) => places.length >= count)
    .map((places) => ({ seatIds: places.slice(0, count), groups: 1 }))
}

/**
 * [P8] For each of these places: the place itself if it is free, else a free one of its row; a row may be a night [L6], and nobody is
 * moved to another day. Empty where a row has too few.
 */
export function placesLike(
  plan: Plan,
  states: Uint8Array,
  wanted: readonly SeatId[],
): readonly (readonly SeatId[])[] {
  const isFree = (seat: number) => states[seat] === seatStateCode.available
  const chosen = new Set(wanted.filter(isFree))
  const places = wanted.flatMap((seat) => (isFree(seat) ? seat : takeBeside(plan, seat, isFree, chosen)))
  return places.length < wanted.length ? [] : [places]
}

function takeBeside(
  plan: Plan,
  wanted: SeatId,
  isFree: (seat: number) => boolean,
  chosen: Set<SeatId>,
): readonly SeatId[] {
  const row = known(plan.row[wanted], 'seat of the plan')
  // Places of a later version come after all others [L4], so a row's places need not be adjacent.
  for (let seat = plan.row.indexOf(row); seat >= 0; seat = plan.row.indexOf(row, seat + 1)) {
    const place = seat as SeatId
    if (!isFree(place) || chosen.has(place)) continue
    chosen.add(place)
    return [place]
  }
  return []
}
