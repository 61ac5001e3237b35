// Draws the stadium: exactly 80,000 seats in three tiers of blocks around a pitch.
// Owns the bowl's measures, block numbers and price zones; must never know shows or prices.

import type { DraftRow, DraftSection, PlanDraft } from '../../../src/shared/domain/plan-import/draft.ts'
import type { SeatFlag } from '../../../src/shared/domain/seat-plan/plan.ts'
import { drawRow, seatsSection, word } from './draw.ts'
import type { Point } from './draw.ts'
import { centre, field, inner, placeAt, ring, tiers } from './stadium-bowl.ts'
import type { Block, Tier } from './stadium-bowl.ts'

const plan = 'stadium'
const radius = 10
/** 48 units are a metre: seats every half metre. */
const pitch = 24
/** Stairs of 1.2 m between blocks. */
const stairs = 58
const seatsWanted = 80_000

/** A block's rows as seat counts, before the seats themselves are made. */
interface Planned {
  readonly tier: Tier
  readonly block: Block
  readonly name: string
  readonly counts: number[]
}

/** Blocks 101 to 136, 201 … and 301 …, clockwise from the left end of the far side. */
export function makeStadium(): PlanDraft {
  const planned = tiers.flatMap((tier) => ring.map((block, index) => planBlock(tier, block, index)))
  trimTo(seatsWanted, planned)
  const [first, ...rest] = planned.map(drawBlock)
  const sections = first ? [{ ...first, areas: [...field(), ...first.areas] }, ...rest] : []
  return {
    name: 'National Stadium',
    width: 2 * centre.x,
    height: 2 * centre.y,
    categories: [
      { name: 'Club', color: '#8e4aa8' },
      { name: 'Category 1', color: '#2f6fb0' },
      { name: 'Category 2', color: '#2e7d6b' },
      { name: 'Category 3', color: '#a8662a' },
      { name: 'Behind the goal', color: '#b3446c' },
    ],
    sections,
  }
}

function planBlock(tier: Tier, block: Block, index: number): Planned {
  const counts = Array.from({ length: tier.rows }, (_, row) => {
    const length = block.kind === 'straight' ? block.length : block.angle * (inner.corner + depth(tier, row))
    return 1 + Math.floor((length - stairs) / pitch)
  })
  return { tier, block, name: String(tier.number * 100 + index + 1), counts }
}

function depth(tier: Tier, row: number): number {
  return tier.front + row * tier.rowStep
}

/** The back rows of the top tier give up single seats, block after block, until the house has its number. */
function trimTo(wanted: number, planned: readonly Planned[]): void {
  let surplus = planned.reduce((sum, { counts }) => sum + counts.reduce((a, b) => a + b, 0), 0) - wanted
  const top = planned.filter(({ tier }) => tier.number === tiers.length)
  for (let row = (top[0]?.counts.length ?? 0) - 1; row >= 0; row--)
    for (const { counts } of top)
      for (let given = 0; given < seatsGivenPerRow && surplus > 0; given++, surplus--)
        counts[row] = (counts[row] ?? 0) - 1
}

/** Less than a sixth of a block's row, so that a back row still looks like one. */
const seatsGivenPerRow = 4

function drawBlock(planned: Planned): DraftSection {
  const { tier, block, name, counts } = planned
  const rows = counts.map((count, row) => drawBlockRow(planned, row, count))
  const title = word(name, placeAt(block, depth(tier, (counts.length - 1) / 2), 0))
  return seatsSection(name, rows, [title])
}

function drawBlockRow({ tier, block, name }: Planned, row: number, count: number): DraftRow {
  const label = String(row + 1)
  const spec = {
    plan,
    section: name,
    label,
    radius,
    category: zoneOf(tier, block),
    flags: (seat: number) => flagsOf(tier, row, seat, count),
  }
  const centres: readonly Point[] = Array.from({ length: count }, (_, seat) =>
    placeAt(block, depth(tier, row), (seat - (count - 1) / 2) * pitch),
  )
  return drawRow(spec, centres)
}

function zoneOf(tier: Tier, block: Block): string {
  if (tier.number === 2) return block.side === 'long' ? 'Club' : 'Category 1'
  if (block.side === 'goal') return 'Behind the goal'
  if (tier.number === 1) return block.side === 'long' ? 'Category 1' : 'Category 2'
  return block.side === 'long' ? 'Category 2' : 'Category 3'
}

/**
 * The lower tier's last row is level with the concourse: wheelchair bays at both stairs, companions beside.
 */
function flagsOf(tier: Tier, row: number, seat: number, count: number): readonly SeatFlag[] {
  const fromEnd = Math.min(seat, count - 1 - seat)
  const aisles: readonly SeatFlag[] = fromEnd === 0 ? ['aisle'] : []
  const isLevel = tier.number === 1 && row === tier.rows - 1
  if (isLevel && fromEnd === 0) return ['wheelchair', ...aisles]
  if (isLevel && fromEnd === 1) return ['companion']
  // Under the roof's edge beams the scoreboard is cut off.
  if (tier.number === 3 && row >= tier.rows - 2) return ['restrictedView', ...aisles]
  return aisles
}
