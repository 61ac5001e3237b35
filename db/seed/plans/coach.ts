// Draws the coaches: a 2+2 seater, a 2+2 double-decker and a 2+1 sleeper, both with their decks side by side.
// Owns the coach's measures (L2, one unit = one pixel of the default look); must never know routes.

import type { DraftRow, DraftSection, PlanDraft } from '../../../src/shared/domain/plan-import/draft.ts'
import type { Area, SeatFlag } from '../../../src/shared/domain/seat-plan/plan.ts'
import { alongLine, drawRow, rectangle, seatsSection, word } from './draw.ts'
import type { Point } from './draw.ts'

// L2: seats of 40, a gap of 8 around each, an aisle of 20, decks 20 apart.
const radius = 20
const gap = 8
const pitch = 2 * radius + gap
const acrossAisle = 2 * radius + 20 + 2 * gap
const deckGap = 20
/** Room inside the coach's wall: the rows' numbers stand there. */
const wall = 44
/** From the front wall to the first row: driver, door. */
const cabin = 110

/** 2+2: ten rows of four and a back bench of four, 44 seats. Row 3 is for ladies. */
export function makeCoach(): PlanDraft {
  const width = 2 * wall + 2 * radius + 2 * pitch + acrossAisle
  const rows = Array.from({ length: 10 }, (_, index) =>
    pairsRow(String(index + 1), {
      plan: 'coach',
      section: 'Coach',
      middle: width / 2,
      y: rowY(index),
      category: index < 3 ? 'Front' : 'Standard',
      reserved: index === 2 ? ['ladies'] : [],
    }),
  )
  const benchPitch = (2 * pitch + acrossAisle) / 3
  const bench = drawRow(
    { plan: 'coach', section: 'Coach', label: '11', radius, number: letter, category: 'Standard' },
    across(alongLine([4], benchPitch, 0), width / 2, rowY(10) + gap),
  )
  const height = rowY(10) + gap + radius + wall
  return {
    name: 'Coach 2+2',
    width,
    height,
    categories: [
      { name: 'Front', color: '#8e4aa8' },
      { name: 'Standard', color: '#2f6fb0' },
    ],
    sections: [
      seatsSection('Coach', [...rows.flat(), bench], [...shell(0, width, height), ...driver(width)]),
    ],
  }
}

/** Double-decker 2+2: eight rows below, where stairs and luggage are, twelve above: 80 seats. Row 2 below is for ladies. */
export function makeDoubleDecker(): PlanDraft {
  const deck = 2 * wall + 2 * radius + 2 * pitch + acrossAisle
  const height = rowY(11) + radius + wall
  return {
    name: 'Double-decker coach',
    width: 2 * deck + deckGap,
    height,
    categories: [
      { name: 'Lower deck', color: '#2f6fb0' },
      { name: 'Upper deck', color: '#8e4aa8' },
    ],
    sections: [
      seatDeck('Lower deck', { left: 0, width: deck, height }, 8),
      seatDeck('Upper deck', { left: deck + deckGap, width: deck, height }, 12),
    ],
  }
}

function seatDeck(section: string, { left, width, height }: Deck, rows: number): DraftSection {
  const isLower = left === 0
  // Below, the front is the driver's and the stairs'; both decks end at the back wall.
  const first = 12 - rows
  const drawn = Array.from({ length: rows }, (_, index) =>
    pairsRow(String(index + 1), {
      plan: 'double-decker',
      section,
      middle: left + width / 2,
      y: rowY(first + index),
      category: section,
      reserved: isLower && index === 1 ? ['ladies'] : [],
    }),
  )
  const title = word(section, { x: left + width / 2, y: rowY(first) - radius - 22 })
  const stairs = rectangle({
    x: left + wall,
    y: rowY(1) - radius,
    width: 2 * radius + pitch,
    height: 2 * radius + pitch,
    text: 'Stairs',
    color: '#dde1e8',
  })
  const front = isLower ? [...driver(width), stairs] : []
  return seatsSection(section, drawn.flat(), [...shell(left, width, height), ...front, title])
}

/** Sleeper 2+1: six rows on each deck, 36 berths of 40 by 88, the upper deck to the right of the lower. */
export function makeSleeperCoach(): PlanDraft {
  const deck = 2 * wall + 2 * radius + pitch + acrossAisle
  const height = cabin + 6 * berthStep + wall
  return {
    name: 'Sleeper coach',
    width: 2 * deck + deckGap,
    height,
    categories: [
      { name: 'Lower berth', color: '#8e4aa8' },
      { name: 'Upper berth', color: '#2f6fb0' },
    ],
    sections: [
      berths('Lower deck', 'Lower berth', { left: 0, width: deck, height }),
      berths('Upper deck', 'Upper berth', { left: deck + deckGap, width: deck, height }),
    ],
  }
}

interface PairsRow {
  readonly plan: string
  readonly section: string
  /** Of the aisle. */
  readonly middle: number
  readonly y: number
  readonly category: string
  readonly reserved: readonly SeatFlag[]
}

/** One row is two draft rows, left and right of the aisle: nobody sits beside somebody across it (H14). */
function pairsRow(
  label: string,
  { plan, section, middle, y, category, reserved }: PairsRow,
): readonly DraftRow[] {
  const centres = across(alongLine([2, 2], pitch, acrossAisle), middle, y)
  return [0, 2].map((first) => {
    const flags = (seat: number): readonly SeatFlag[] =>
      first + seat === 1 || first + seat === 2 ? ['aisle', ...reserved] : reserved
    const number = (seat: number) => letter(first + seat)
    return drawRow({ plan, section, label, radius, category, flags, number }, centres.slice(first, first + 2))
  })
}

function rowY(index: number): number {
  return cabin + radius + index * pitch
}

function letter(index: number): string {
  return 'ABCDEF'.charAt(index)
}

function across(offsets: readonly number[], centreX: number, y: number): readonly Point[] {
  return offsets.map((offset) => ({ x: centreX + offset, y }))
}

/** A berth is one person long: 88, with the gap of 8 to the next. */
const berthLength = 88
const berthStep = berthLength + gap

interface Deck {
  readonly left: number
  readonly width: number
  readonly height: number
}

function berths(section: string, category: string, { left, width, height }: Deck): DraftSection {
  const ys = Array.from({ length: 6 }, (_, index) => cabin + berthLength / 2 + index * berthStep)
  const rows = ys.flatMap((y, index) => {
    const centres = across(alongLine([2, 1], pitch, acrossAisle), left + width / 2, y)
    const spec = { plan: 'sleeper', section, label: String(index + 1), radius, category }
    return [
      drawRow({ ...spec, number: letter }, centres.slice(0, 2)),
      drawRow({ ...spec, number: () => letter(2) }, centres.slice(2)),
    ]
  })
  const beds = rows.flatMap((row) => row.seats.map(bed))
  // Half-way between the driver's place and the first berth: it is wider than the gangway between driver and door.
  const title = word(section, { x: left + width / 2, y: (wall + 2 * radius + cabin) / 2 })
  const front = left === 0 ? driver(width) : []
  return seatsSection(section, rows, [...shell(left, width, height), ...front, title, ...beds])
}

function bed({ x, y }: Point): Area {
  return rectangle({
    x: x - radius,
    y: y - berthLength / 2,
    width: 2 * radius,
    height: berthLength,
    color: '#f4f5f8',
  })
}

function shell(left: number, width: number, height: number): readonly Area[] {
  return [rectangle({ x: left, y: 0, width, height, color: '#fafbfc' })]
}

/** Right-hand drive, as the demo's roads are. */
function driver(width: number): readonly Area[] {
  const x = width - wall - 2 * radius
  return [
    rectangle({ x, y: wall, width: 2 * radius, height: 2 * radius, text: 'Driver', color: '#dde1e8' }),
    rectangle({ x: wall, y: wall, width: 2 * radius, height: 2 * radius, text: 'Door' }),
  ]
}
