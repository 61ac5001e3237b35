// Adds new parts to a plan: rows, sections, tables, standing places, shapes. Owns where they go: below everything that is there; must
// never move what is there.

import { known } from '../../lib/assert.ts'
import type { DraftRow, DraftSeat, DraftSection, PlanDraft } from '../plan-import/draft.ts'
import type { Offset } from '../plan-import/pretix-parts.ts'
import { usualCategory } from '../plan-import/listed-seat.ts'
import { placesIn } from '../plan-import/standing-places.ts'
import type { Area } from '../seat-plan/plan.ts'
import { areasOf, boxOfAll, type Chosen, freshIds, nobody, seatsOf, withAreas } from './chosen.ts'
import { type Numbering, nextName, type RowNaming, rowNames, seatNames } from './row-names.ts'
import { outlineAround } from './outline.ts'
import { layRow, type RowShape } from './row-shape.ts'
import { shapeTones } from './shape-tones.ts'

export interface NewRows {
  readonly kind: 'add-rows'
  readonly section: number
  readonly rows: number
  /** Distance from row to row. */
  readonly rowPitch: number
  readonly shape: RowShape
  readonly naming: RowNaming
  readonly numbering: Numbering
  readonly category: string
}

export interface Added {
  readonly draft: PlanDraft
  readonly chosen: Chosen
}

/** The usual seat radius, and space enough for a row's letter. */
const seatRadius = 10
const roomy = 48

export function addRows(draft: PlanDraft, added: NewRows): Added {
  const { rows, rowPitch, shape, naming, numbering } = added
  const names = rowNames(naming, rows)
  const numbers = seatNames(numbering, shape.seats)
  const make = seatMaker(draft, added.category, seatRadius)
  const { middle, top } = placeBelow(draft, (shape.seats * shape.pitch) / 2)
  const low = Math.min(0, ...layRow({ x: 0, y: 0 }, shape).map(({ y }) => y))
  const made = names.map((label, index) => {
    const places = layRow({ x: middle, y: top - low + index * rowPitch }, shape)
    return { label, seats: places.map((at, seat) => make(at, known(numbers[seat], 'number of a new seat'))) }
  })
  return withNewRows(draft, added.section, made)
}

/** A round table with its chairs. */
export function addTable(draft: PlanDraft, { section, seats }: { section: number; seats: number }): Added {
  const radius = Math.max(tableRadius, (seats * tablePitch) / (2 * Math.PI) - seatRadius)
  const reach = radius + seatRadius + 2
  const { middle, top } = placeBelow(draft, reach + seatRadius)
  const centre = { x: middle, y: top + reach }
  const labels = new Set(draft.sections[section]?.rows.map(({ label }) => label))
  const make = seatMaker(draft, draft.categories[0]?.name ?? usualCategory, seatRadius)
  const chairs = Array.from({ length: seats }, (_, index) => {
    const angle = (index / seats) * 2 * Math.PI
    const at = { x: centre.x + reach * Math.sin(angle), y: centre.y - reach * Math.cos(angle) }
    return make(at, String(index + 1))
  })
  const row = { label: labels.has('T1') ? nextName('T1', labels) : 'T1', seats: chairs }
  const { draft: seated, chosen } = withNewRows(draft, section, [row])
  const round = { ...plainArea, shape: 'circle', ...centre, width: radius, height: radius } as const
  const drawn = addArea(seated, { ...round, text: row.label })
  return { draft: drawn.draft, chosen: { ...chosen, areas: drawn.chosen.areas } }
}

/** Distance between chairs around a table. */
const tablePitch = 24
/** The smallest table, for two or three. */
const tableRadius = 16

/** Adds standing places, as a section of its own with its outline. */
export function addPlaces(draft: PlanDraft, { name, places }: { name: string; places: number }): Added {
  const width = Math.sqrt(places * areaOfPlace * 2)
  const { middle, top } = placeBelow(draft, width / 2)
  const outline: Area = {
    ...plainArea,
    shape: 'rectangle',
    x: middle - width / 2,
    y: top,
    width,
    height: width / 2,
  }
  const category = draft.categories[0]?.name ?? usualCategory
  const lines = placesIn(outline, places)
  const make = seatMaker(draft, category, known(lines[0]?.[0], 'first place').radius)
  let number = 0
  const named = lines.map(
    (line): DraftRow => ({
      label: '',
      seats: line.map((at) => {
        number += 1
        return make(at, String(number))
      }),
    }),
  )
  // Two sections with one name would be read back from a file as one.
  const names = new Set(draft.sections.map((section) => section.name))
  const own = names.has(name) ? nextName(name, names) : name
  const section: DraftSection = { name: own, kind: 'standing', rows: named, areas: [] }
  const drawn = addArea({ ...draft, sections: [...draft.sections, section] }, outline)
  return { draft: drawn.draft, chosen: { ...chosenOf(named), areas: drawn.chosen.areas } }
}

/** Square plan units of one standing place: 12 by 12, half the usual distance of seats each way. */
const areaOfPlace = 144

export function addArea(draft: PlanDraft, area: Area): Added {
  const index = areasOf(draft).length
  const drawn = withAreas(draft, (areas) => [...areas, area])
  return { draft: withRoom(drawn), chosen: { ...nobody, areas: new Set([index]) } }
}

export const newShapes = ['stage', 'rectangle', 'ellipse', 'wall', 'aisle', 'outline', 'word'] as const
export type NewShape = (typeof newShapes)[number]

/** A stage goes above the middle of everything, an outline around what is chosen (else everything), all other shapes below. */
export function addShape(
  state: Added,
  { shape, text }: { readonly shape: NewShape; readonly text: string },
): Added {
  const { draft } = state
  if (shape === 'outline') return addOutline(state, text)
  const { middle: x, top: y } = placeBelow(draft, 100)
  const box = boxOfAll(draft)
  const stageTop = box.right < box.left ? y : box.top - 80
  const drawn: Readonly<Record<Exclude<NewShape, 'outline'>, Partial<Area>>> = {
    stage: { shape: 'rectangle', x: x - 100, y: stageTop, width: 200, height: 40 },
    rectangle: { shape: 'rectangle', x: x - 60, y, width: 120, height: 60 },
    ellipse: { shape: 'ellipse', x, y: y + 40, width: 60, height: 40 },
    wall: { shape: 'rectangle', x: x - 100, y, width: 200, height: 6, ...shapeTones.dark },
    aisle: { shape: 'rectangle', x: x - 100, y, width: 200, height: 20, ...shapeTones.paper },
    word: { color: wordInk, x, y },
  }
  return addArea(draft, { ...plainArea, ...drawn[shape], text })
}

/** Drawn under the seats, as a line without fill. */
function addOutline({ draft, chosen }: Added, text: string): Added {
  const all = [...seatsOf(draft)]
  const own = all.filter(({ uuid }) => chosen.seats.has(uuid))
  const corners = outlineAround(own.length > 0 ? own : all)
  const [first] = corners
  if (!first) return { draft, chosen }
  const [x, y] = first
  const points = corners.flatMap((corner) => [corner[0] - x, corner[1] - y])
  return addArea(draft, { ...plainArea, ...shapeTones.paper, shape: 'polygon', x, y, points, text })
}

const wordInk = '#5b6270'
/** The default look of shapes that nobody sits on. */
export const plainArea: Area = {
  shape: 'text',
  x: 0,
  y: 0,
  width: 0,
  height: 0,
  rotation: 0,
  points: [],
  color: '#e9ebf0',
  borderColor: '#b9bec9',
  text: '',
}

function withNewRows(draft: PlanDraft, section: number, rows: readonly DraftRow[]): Added {
  const sections = draft.sections.map((one, index) =>
    index === section ? { ...one, rows: [...one.rows, ...rows] } : one,
  )
  return { draft: withRoom({ ...draft, sections }), chosen: chosenOf(rows) }
}

function chosenOf(rows: readonly DraftRow[]): Chosen {
  return { ...nobody, seats: new Set(rows.flatMap(({ seats }) => seats.map(({ uuid }) => uuid))) }
}

function seatMaker(draft: PlanDraft, category: string, radius: number) {
  const fresh = freshIds(draft)
  return ({ x, y }: Offset, number: string): DraftSeat => {
    const uuid = fresh()
    return { uuid, guid: uuid, number, x, y, radius, category, flags: [] }
  }
}

/** A place below everything, under its middle, but far enough from the left edge for a part of half width `half`. */
function placeBelow(draft: PlanDraft, half: number): { readonly middle: number; readonly top: number } {
  const { left, right, bottom } = boxOfAll(draft)
  if (right < left) return { middle: half + roomy, top: roomy }
  return { middle: Math.max((left + right) / 2, half + roomy), top: bottom + roomy }
}

/** Enlarges the paper to the right and below to fit what is drawn on it. */
export function withRoom(draft: PlanDraft): PlanDraft {
  const { right, bottom } = boxOfAll(draft)
  return {
    ...draft,
    width: Math.max(draft.width, right + roomy),
    height: Math.max(draft.height, bottom + roomy),
  }
}
