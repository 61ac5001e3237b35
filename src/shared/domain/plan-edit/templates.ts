// Starting points of a new plan: blank, a hall, a 2+2 coach, a sleeper with two decks. Owns their measures (L2, one unit is one pixel
// of the default look); must never contain words of its own.

import type { DraftRow, DraftSection, PlanDraft } from '../plan-import/draft.ts'
import { zoneColor } from '../plan-import/zone-colors.ts'
import type { Area, SeatFlag } from '../seat-plan/plan.ts'
import { addRows, addShape, plainArea } from './add-parts.ts'
import { nobody } from './chosen.ts'

export const templates = ['coach', 'sleeper', 'hall', 'blank'] as const
export type Template = (typeof templates)[number]

/** In the language of the person who draws. */
export interface TemplateWords {
  readonly plan: string
  readonly section: string
  readonly upper: string
  readonly zone: string
  readonly driver: string
  readonly stage: string
}

export function makeTemplate(template: Template, words: TemplateWords): PlanDraft {
  const blank: PlanDraft = {
    name: words.plan,
    width: 600,
    height: 400,
    categories: [{ name: words.zone, color: zoneColor(0) }],
    sections: [{ name: words.section, kind: 'seats', rows: [], areas: [] }],
  }
  if (template === 'coach') return coach(blank, words)
  if (template === 'sleeper') return sleeper(blank, words)
  return template === 'hall' ? hall(blank, words) : blank
}

/** Ten rows of twelve before a stage: small enough to be seen at a glance, and close enough to most halls to be changed into them. */
function hall(blank: PlanDraft, { zone, stage }: TemplateWords): PlanDraft {
  const { draft } = addRows(blank, {
    kind: 'add-rows',
    section: 0,
    rows: 10,
    rowPitch: 32,
    shape: { seats: 12, pitch: 24, curve: 0 },
    naming: { style: 'letters', from: 1 },
    numbering: { style: 'numbers', from: 1, order: 'ascending', step: 'all' },
    category: zone,
  })
  const room = { ...draft, sections: draft.sections.map((section) => lowered(section, 80)) }
  return addShape(
    { draft: { ...room, height: room.height + 80 }, chosen: nobody },
    { shape: 'stage', text: stage },
  ).draft
}

function lowered(section: DraftSection, by: number): DraftSection {
  const rows = section.rows.map((row) => ({
    ...row,
    seats: row.seats.map((seat) => ({ ...seat, y: seat.y + by })),
  }))
  return { ...section, rows }
}

// L2: seats of 40, a gap of 8 around each, an aisle of 20, decks 20 apart.
const radius = 20
const pitch = 48
const acrossAisle = 76
const deckGap = 20
/** Space inside the wall, for the rows' numbers. */
const wall = 44
/** From the front wall to the first row, for the driver and the door. */
const cabin = 110
/** A berth is one person long: 88, with the gap of 8 to the next. */
const berthStep = 96

interface Deck {
  readonly name: string
  readonly zone: string
  readonly left: number
  /** Seats left and right of the aisle. */
  readonly sides: readonly [number, number]
  readonly rows: number
  readonly step: number
}

function coach(blank: PlanDraft, words: TemplateWords): PlanDraft {
  const deck = {
    name: words.section,
    zone: words.zone,
    left: 0,
    sides: [2, 2],
    rows: 10,
    step: pitch,
  } as const
  return { ...blank, ...sizeOf(deck), sections: [drawnDeck(deck, [...shell(deck), ...driver(deck, words)])] }
}

/** The upper deck to the right of the lower [L1]. */
function sleeper(blank: PlanDraft, words: TemplateWords): PlanDraft {
  const lower = {
    name: words.section,
    zone: words.zone,
    left: 0,
    sides: [2, 1],
    rows: 6,
    step: berthStep,
  } as const
  const { width, height } = sizeOf(lower)
  const upper = { ...lower, name: words.upper, left: width + deckGap }
  const shapes = [
    ...shell(lower),
    ...driver(lower, words),
    ...shell(upper),
    ...beds(lower),
    ...beds(upper),
    title(lower),
    title(upper),
  ]
  const sections = [drawnDeck(lower, shapes), drawnDeck(upper, [], lower.rows * 3)]
  return { ...blank, width: 2 * width + deckGap, height, sections }
}

function sizeOf({ sides: [left, right], rows, step }: Deck): {
  readonly width: number
  readonly height: number
} {
  return {
    width: 2 * wall + 2 * radius + (left + right - 2) * pitch + acrossAisle,
    height: cabin + rows * step + wall,
  }
}

/** Each row is two draft rows, left and right of the aisle, since seats across the aisle are not neighbours (H14). */
function drawnDeck(deck: Deck, areas: readonly Area[], firstId = 0): DraftSection {
  const { name, zone, sides, rows } = deck
  const aisleBeside = sides[0] - 1
  let id = firstId
  const drawn = Array.from({ length: rows }, (_, index) =>
    placesOf(deck, index).map(
      (side): DraftRow => ({
        label: String(index + 1),
        seats: side.map(({ x, y, place }) => {
          id += 1
          const uuid = `seat-${id}`
          const flags: readonly SeatFlag[] =
            place === aisleBeside || place === aisleBeside + 1 ? ['aisle'] : []
          return { uuid, guid: uuid, number: 'ABCD'.charAt(place), x, y, radius, category: zone, flags }
        }),
      }),
    ),
  )
  return { name, kind: 'seats', rows: drawn.flat(), areas }
}

function placesOf({ left, sides: [before, after], step }: Deck, row: number) {
  const y = cabin + step / 2 + row * step
  const first = left + wall + radius
  const beyond = first + (before - 1) * pitch + acrossAisle
  return [
    Array.from({ length: before }, (_, seat) => ({ x: first + seat * pitch, y, place: seat })),
    Array.from({ length: after }, (_, seat) => ({ x: beyond + seat * pitch, y, place: before + seat })),
  ]
}

function beds(deck: Deck): readonly Area[] {
  const rows = Array.from({ length: deck.rows }, (_, row) => placesOf(deck, row).flat())
  const long = berthStep - 8
  return rows.flat().map(({ x, y }) => ({
    ...plainArea,
    shape: 'rectangle',
    x: x - radius,
    y: y - long / 2,
    width: 2 * radius,
    height: long,
    color: '#f4f5f8',
  }))
}

function shell(deck: Deck): readonly Area[] {
  return [{ ...plainArea, shape: 'rectangle', x: deck.left, y: 0, ...sizeOf(deck), color: '#fafbfc' }]
}

/** Half-way between the driver's place and the first berth: on top of the berths it would be illegible. */
function title(deck: Deck): Area {
  const x = deck.left + sizeOf(deck).width / 2
  return { ...plainArea, x, y: (wall + 2 * radius + cabin) / 2, text: deck.name, color: '#5b6270' }
}

function driver(deck: Deck, words: TemplateWords): readonly Area[] {
  const size = { width: 2 * radius, height: 2 * radius }
  const x = sizeOf(deck).width - wall - 2 * radius
  return [{ ...plainArea, shape: 'rectangle', x, y: wall, ...size, text: words.driver, color: '#dde1e8' }]
}
