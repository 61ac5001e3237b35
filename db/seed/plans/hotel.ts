// Lays out what is sold by number and not by place [L6]: hotels as rooms by night, departures as places. Owns their sizes; must
// never know dates or prices. Drawn as blocks of dots, a line a night, so that whoever looks at the plan sees a calendar.

import type { DraftSection, PlanDraft } from '../../../src/shared/domain/plan-import/draft.ts'
import { drawRow, word } from './draw.ts'

/** Two weeks from the first night. */
export const hotelNights = 14
const radius = 10
const pitch = 26
const left = 80
const head = 60

interface RoomType {
  readonly name: string
  readonly color: string
  /** On one floor, numbered from its hundred. */
  readonly floor: number
  readonly rooms: number
}

/** 14 nights in 6 double, 4 deluxe rooms and 2 suites: 168 room-nights. */
export function makeLargeHotel(): PlanDraft {
  return makeHotel('Large hotel', [
    { name: 'Double', color: '#2f6fb0', floor: 1, rooms: 6 },
    { name: 'Deluxe', color: '#2e7d6b', floor: 2, rooms: 4 },
    { name: 'Suite', color: '#8e4aa8', floor: 3, rooms: 2 },
  ])
}

/** 14 nights in 4 single and 6 double rooms: 140 room-nights. */
export function makeSmallHotel(): PlanDraft {
  return makeHotel('Small hotel', [
    { name: 'Single', color: '#a8662a', floor: 1, rooms: 4 },
    { name: 'Double', color: '#2f6fb0', floor: 2, rooms: 6 },
  ])
}

/** 24 places of one departure. */
export function makeDeparture(): PlanDraft {
  const section = 'Places'
  const rows = Array.from({ length: 3 }, (_, line) =>
    drawRow(
      {
        plan: 'departure',
        section,
        label: '',
        radius,
        category: section,
        number: (index) => String(line * 8 + index + 1),
      },
      Array.from({ length: 8 }, (_, index) => ({ x: left + index * pitch, y: head + line * pitch })),
    ),
  )
  return {
    name: 'Departure',
    width: 2 * left + 7 * pitch,
    height: 2 * head + 2 * pitch,
    categories: [{ name: section, color: '#2f6fb0' }],
    sections: [{ name: section, kind: 'standing', rows, areas: [] }],
  }
}

function makeHotel(name: string, types: readonly RoomType[]): PlanDraft {
  let x = left
  const sections = types.map((type) => {
    const section = roomType(name, type, x)
    x += (type.rooms + 1) * pitch
    return section
  })
  return {
    name,
    width: x + left - pitch,
    height: head + hotelNights * pitch + left / 2,
    categories: types.map((type) => ({ name: type.name, color: type.color })),
    sections,
  }
}

/** Its rows are nights, named N1 to N14: which dates they are, the show says. */
function roomType(plan: string, { name, floor, rooms }: RoomType, fromX: number): DraftSection {
  const nights = Array.from({ length: hotelNights }, (_, night) =>
    drawRow(
      {
        plan,
        section: name,
        label: `N${night + 1}`,
        radius,
        category: name,
        number: (index) => String(100 * floor + index + 1),
      },
      Array.from({ length: rooms }, (_, index) => ({ x: fromX + index * pitch, y: head + night * pitch })),
    ),
  )
  const title = word(name, { x: fromX + ((rooms - 1) * pitch) / 2, y: head - 30 })
  return { name, kind: 'standing', rows: nights, areas: [title] }
}
