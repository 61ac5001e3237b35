// A new version of a plan [L4]: every seat with the same name keeps its id; seats that no longer exist keep theirs and are marked gone;
// new ones are appended. So an id means the same seat in all versions of a plan, for all code that counts, sells, draws or stores it.
// Owns the matching; must never know who sits where.

import { known } from '../../lib/assert.ts'
import type { SeatId } from '../ids.ts'
import { planLimits } from '../plan-import/limits.ts'
import { plainDigits } from '../plan-import/plain-digits.ts'
import { type Category, type Plan, type PlanSection, type Row, isGone, sectionOf } from './plan.ts'

/** `made`: the new drawing, with ids of its own. `latest`: the newest version so far. Null: together they exceed a plan's limits. */
export function nextVersion(made: Plan, latest: Plan): Plan | null {
  const madeAt = placesOf(made, latest)
  const categories = joined(latest.categories, made.categories)
  const old = goneRows(madeAt, made, latest)
  const rows = [...made.rows, ...old.rows]
  if (
    madeAt.length > planLimits.seats ||
    rows.length > planLimits.rows ||
    categories.length > planLimits.categories
  )
    return null
  const places = new Map(categories.map(({ name }, index) => [name, index]))
  const categoryIn = (plan: Plan, seat: number) =>
    known(
      places.get(known(plan.categories[known(plan.category[seat], 'seat')], 'category').name),
      'category of a seat',
    )
  const column = (of: (plan: Plan, seat: number) => number) =>
    madeAt.map((seat, seatId) => (seat === null ? of(latest, seatId) : of(made, seat)))
  return {
    ...made,
    sections: [...made.sections, ...old.sections],
    rows,
    categories,
    count: madeAt.length,
    x: Float32Array.from(column((plan, seat) => known(plan.x[seat], 'x'))),
    y: Float32Array.from(column((plan, seat) => known(plan.y[seat], 'y'))),
    row: Uint16Array.from(madeAt, (seat, seatId) =>
      seat === null ? known(old.rowOf.get(seatId), 'row of a gone seat') : known(made.row[seat], 'row'),
    ),
    category: Uint8Array.from(column(categoryIn)),
    flags: Uint8Array.from(column((plan, seat) => known(plan.flags[seat], 'flags'))),
    numbers: madeAt.map((seat, seatId) =>
      known(seat === null ? latest.numbers[seatId] : made.numbers[seat], 'number'),
    ),
  }
}

/** For each id of the new version, the seat's index in `made`; null: it is gone. */
function placesOf(made: Plan, latest: Plan): (number | null)[] {
  const places: (number | null)[] = Array.from({ length: latest.count }, () => null)
  const before = seatsByName(latest)
  for (const [name, seats] of seatsByName(made)) {
    const ids = sameSeats(latest, before.get(name) ?? [], seats.length)
    seats.forEach((seat, index) => {
      const id = ids[index]
      if (id === undefined) places.push(seat)
      else places[id] = seat
    })
  }
  return places
}

function seatsByName(plan: Plan): Map<string, number[]> {
  const byName = new Map<string, number[]>()
  for (let seat = 0; seat < plan.count; seat += 1) {
    const { label } = known(plan.rows[known(plan.row[seat], 'seat')], 'row of a seat')
    const section = known(plan.sections[sectionOf(plan, seat)], 'section').name
    const name = JSON.stringify([section, label, known(plan.numbers[seat], 'number')].map(plainName))
    const seats = byName.get(name)
    if (seats) seats.push(seat)
    else byName.set(name, [seat])
  }
  return byName
}

/** As a drawing that was saved, or a table, names it: some files have other spaces, and digits of other scripts. */
function plainName(text: string): string {
  return plainDigits(text).trim().replaceAll(/\s+/g, ' ')
}

/** Several seats with one name can be matched only while their number stays the same; otherwise none is matched. */
function sameSeats(latest: Plan, seats: readonly number[], count: number): readonly number[] {
  const present = seats.filter((seat) => !isGone(latest, seat))
  return [present, seats].find(({ length }) => length === count) ?? []
}

/** A category keeps its index, which price lists refer to, and takes the newest colour. */
function joined(before: readonly Category[], now: readonly Category[]): readonly Category[] {
  const names = new Set(before.map(({ name }) => name))
  const kept = before.map((category) => now.find(({ name }) => name === category.name) ?? category)
  return [...kept, ...now.filter(({ name }) => !names.has(name))]
}

interface GoneRows {
  readonly sections: readonly PlanSection[]
  readonly rows: readonly Row[]
  readonly rowOf: ReadonlyMap<number, number>
}

/** Rows and sections that keep the names of seats that are gone, after the existing ones. */
function goneRows(madeAt: readonly (number | null)[], made: Plan, latest: Plan): GoneRows {
  const sections = new Map<string, number>()
  const rows = new Map<string, number>()
  const rowOf = new Map<number, number>()
  for (const [seatId, seat] of madeAt.entries()) {
    if (seat !== null) continue
    const { label } = known(latest.rows[known(latest.row[seatId], 'seat')], 'row of a seat')
    const { name } = known(latest.sections[sectionOf(latest, seatId)], 'section of a seat')
    const section = placeIn(sections, name, made.sections.length)
    rowOf.set(seatId, placeIn(rows, JSON.stringify([section, label]), made.rows.length))
  }
  return {
    sections: [...sections.keys()].map((name) => ({ name, kind: 'gone' })),
    rows: [...rows.keys()].map((key) => {
      const [section, label] = JSON.parse(key) as [number, string]
      return { label, section }
    }),
    rowOf,
  }
}

function placeIn(places: Map<string, number>, key: string, from: number): number {
  const place = places.get(key) ?? from + places.size
  places.set(key, place)
  return place
}

/** How the seats of two versions differ; ids are the same in both. */
export interface PlanDifferences {
  readonly added: readonly SeatId[]
  readonly gone: readonly SeatId[]
  /** By more than half a seat relative to the others: shifting the whole drawing moves no seat. */
  readonly moved: readonly SeatId[]
  readonly recategorised: readonly SeatId[]
  /** Seats whose flags differ. */
  readonly reflagged: readonly SeatId[]
}

export function differencesOf(before: Plan, after: Plan): PlanDifferences {
  const all = Array.from({ length: Math.max(before.count, after.count) }, (_, seat) => seat as SeatId)
  const kept = all.filter((seat) => !isGone(before, seat) && !isGone(after, seat))
  const [dx, dy] = [middle(kept, before.x, after.x), middle(kept, before.y, after.y)]
  const isMoved = (seat: number) =>
    Math.hypot(step(seat, before.x, after.x) - dx, step(seat, before.y, after.y) - dy) > before.seatRadius
  return {
    added: all.filter((seat) => isGone(before, seat) && !isGone(after, seat)),
    gone: all.filter((seat) => !isGone(before, seat) && isGone(after, seat)),
    moved: kept.filter(isMoved),
    recategorised: kept.filter((seat) => before.category[seat] !== after.category[seat]),
    reflagged: kept.filter((seat) => before.flags[seat] !== after.flags[seat]),
  }
}

function step(seat: number, before: Float32Array, after: Float32Array): number {
  return known(after[seat], 'place of a seat') - known(before[seat], 'place of a seat')
}

/** The median shift of the seats. */
function middle(seats: readonly SeatId[], before: Float32Array, after: Float32Array): number {
  const steps = Float64Array.from(seats, (seat) => step(seat, before, after)).toSorted()
  return steps[Math.floor(steps.length / 2)] ?? 0
}
