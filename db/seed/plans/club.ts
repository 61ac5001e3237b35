// Draws a concert hall for standing: a floor before the stage, a smaller one on a platform, a seated balcony on three sides.
// Owns its shape and price zones; must never know shows or prices.

import type { DraftRow, DraftSection, PlanDraft } from '../../../src/shared/domain/plan-import/draft.ts'
import { placesIn } from '../../../src/shared/domain/plan-import/standing-places.ts'
import type { Area, SeatFlag } from '../../../src/shared/domain/seat-plan/plan.ts'
import {
  alongLine,
  drawRow,
  isBesideAisle,
  polygon,
  rectangle,
  rowLetters,
  seatsSection,
  tenth,
  word,
} from './draw.ts'
import type { Point } from './draw.ts'

const plan = 'club'
const radius = 10
const pitch = 24
const aisle = 54
const centreX = 420

/** 600 + 120 standing, 100 + 60 seated: 880. */
export function makeClub(): PlanDraft {
  return {
    name: 'Foundry Hall',
    width: 2 * centreX,
    height: 860,
    categories: [
      { name: 'Floor', color: '#2f6fb0' },
      { name: 'Platform', color: '#2e7d6b' },
      { name: 'Balcony', color: '#8e4aa8' },
      { name: 'Side balcony', color: '#a8662a' },
    ],
    sections: [
      standing('Floor', floor(), 600, [...stage(), word('Floor', { x: centreX, y: 143 })]),
      standing('Platform', platform(), 120, [word('Platform', { x: centreX, y: 466 })]),
      balcony(),
      sideBalcony('Left balcony', -1),
      sideBalcony('Right balcony', 1),
    ],
  }
}

function stage(): readonly Area[] {
  const look = { color: '#efe6da', borderColor: '#b7a58c' }
  return [rectangle({ x: centreX - 190, y: 40, width: 380, height: 84, text: 'Stage', ...look })]
}

const ground = { color: '#f1f3f7', borderColor: '#b9bec9' }

/** Narrower before the stage, where the barrier bends. */
function floor(): Area {
  return polygon(
    [
      { x: centreX - 190, y: 160 },
      { x: centreX + 190, y: 160 },
      { x: centreX + 250, y: 220 },
      { x: centreX + 250, y: 430 },
      { x: centreX - 250, y: 430 },
      { x: centreX - 250, y: 220 },
    ],
    ground,
  )
}

function platform(): Area {
  return rectangle({ x: centreX - 250, y: 486, width: 500, height: 74, ...ground })
}

/** Each place is a dot with a number of its own: what is sold is one of them [L6]. */
function standing(name: string, area: Area, places: number, others: readonly Area[] = []): DraftSection {
  let sold = 0
  const rows = placesIn(area, places).map((line): DraftRow => {
    const from = sold
    sold += line.length
    const spec = { plan, section: name, label: '', category: name, radius: tenth(line[0]?.radius ?? 1) }
    return drawRow({ ...spec, number: (place) => String(from + place + 1) }, line)
  })
  return { name, kind: 'standing', rows, areas: [...others, area] }
}

const balconyBlocks = [6, 13, 6]

/** Four rows at the back of the hall, the first with wheelchairs at its aisles. */
function balcony(): DraftSection {
  const rows = Array.from({ length: 4 }, (_, row) => {
    const centres = alongLine(balconyBlocks, pitch, aisle).map((offset) => at(offset, 670 + row * 34))
    const flags = (seat: number): readonly SeatFlag[] => {
      const besideAisle = isBesideAisle(balconyBlocks, seat, true)
      if (row === 0 && (seat === 5 || seat === 19)) return ['wheelchair', 'aisle']
      if (row === 0 && (seat === 4 || seat === 20)) return ['companion']
      return besideAisle ? ['aisle'] : []
    }
    const spec = {
      plan,
      section: 'Balcony',
      label: rowLetters[row] ?? '',
      radius,
      category: 'Balcony',
      flags,
    }
    return drawRow(spec, centres)
  })
  return seatsSection('Balcony', rows, [word('Balcony', { x: centreX, y: 632 })])
}

/** Two rows along the wall, looking across the floor; nearest to the stage a part of it is hidden. */
function sideBalcony(name: string, side: -1 | 1): DraftSection {
  const rows = [0, 1].map((row) => {
    const x = side * (302 + row * 34)
    const centres = Array.from({ length: 15 }, (_, seat) => at(x, 190 + seat * pitch))
    const spec = {
      plan,
      section: name,
      label: rowLetters[row] ?? '',
      radius,
      category: 'Side balcony',
      flags: sideFlags,
    }
    return drawRow(spec, centres)
  })
  return seatsSection(name, rows, [word(name, { x: centreX + side * 319, y: 140 })])
}

function sideFlags(seat: number): readonly SeatFlag[] {
  return seat < 3 ? ['restrictedView'] : []
}

function at(offset: number, y: number): Point {
  return { x: centreX + offset, y }
}
