// The bowl's geometry: a rounded rectangle around the pitch, its blocks, and where a place in a block lies.
// Owns all measures; must never know seats' names or price zones.

import type { Area } from '../../../src/shared/domain/seat-plan/plan.ts'
import { ellipse, rectangle, tenth } from './draw.ts'
import type { Point } from './draw.ts'

/** 48 units are a metre. */
const metre = 48
const pitchLength = 105 * metre
const pitchWidth = 68 * metre

export interface Tier {
  readonly number: number
  /** From the first row's line to this tier's front row. */
  readonly front: number
  readonly rows: number
  readonly rowStep: number
}

/** Rows every 0.75 m; 3 m of gangway and wall between tiers. */
const rowStep = 0.75 * metre
const gangway = 3 * metre
const lowerRows = 31
const clubRows = 12
const upperRows = 32
const clubFront = (lowerRows - 1) * rowStep + gangway
const upperFront = clubFront + (clubRows - 1) * rowStep + gangway

export const tiers: readonly Tier[] = [
  { number: 1, front: 0, rows: lowerRows, rowStep },
  { number: 2, front: clubFront, rows: clubRows, rowStep },
  { number: 3, front: upperFront, rows: upperRows, rowStep },
]

/**
 * The first row: 8 m off the touchlines and goal lines, with rounded corners. Half sizes of the straight
 * parts.
 */
export const inner = {
  corner: 16 * metre,
  halfLong: pitchLength / 2 + 8 * metre - 16 * metre,
  halfShort: pitchWidth / 2 + 8 * metre - 16 * metre,
}

/** From the first row out to the wall behind the last, and a margin for the picture. */
const depthOfBowl = upperFront + upperRows * rowStep + 6 * metre

export const centre: Point = {
  x: inner.halfLong + inner.corner + depthOfBowl,
  y: inner.halfShort + inner.corner + depthOfBowl,
}

/** Along the long sides, behind a goal, or in a corner. */
export type Side = 'long' | 'goal' | 'corner'

/**
 * `at`: a straight block's middle on the first row, a corner's centre; `facing`: radians outwards, 0 is
 * right.
 */
export type Block =
  | {
      readonly kind: 'straight'
      readonly side: Side
      readonly at: Point
      readonly facing: number
      readonly length: number
    }
  | {
      readonly kind: 'corner'
      readonly side: Side
      readonly at: Point
      readonly facing: number
      readonly angle: number
    }

const longBlocks = 6
const goalBlocks = 4
const cornerBlocks = 4
const quarter = Math.PI / 2

/** Clockwise from the left end of the far side (the top of the picture). */
export const ring: readonly Block[] = [0, 1, 2, 3].flatMap((turn) => {
  const facing = -quarter + turn * quarter
  return [...straightBlocks(turn % 2 === 0 ? 'long' : 'goal', facing), ...cornerAfter(turn, facing)]
})

/** A place `depth` behind the first row, `along` from the block's middle, clockwise. */
export function placeAt(block: Block, depth: number, along: number): Point {
  if (block.kind === 'straight')
    return step(step(block.at, block.facing, depth), block.facing + quarter, along)
  const radius = inner.corner + depth
  return step(block.at, block.facing + along / radius, radius)
}

function straightBlocks(side: 'long' | 'goal', facing: number): readonly Block[] {
  const [half, other, blocks] =
    side === 'long'
      ? [inner.halfLong, inner.halfShort, longBlocks]
      : [inner.halfShort, inner.halfLong, goalBlocks]
  const length = (2 * half) / blocks
  const middle = step(centre, facing, other + inner.corner)
  return Array.from({ length: blocks }, (_, index) => {
    const along = (index + 0.5) * length - half
    return { kind: 'straight', side, facing, length, at: step(middle, facing + quarter, along) }
  })
}

function cornerAfter(turn: number, facing: number): readonly Block[] {
  const alongLong = turn % 2 === 0 ? inner.halfShort : inner.halfLong
  const alongNext = turn % 2 === 0 ? inner.halfLong : inner.halfShort
  const at = step(step(centre, facing, alongLong), facing + quarter, alongNext)
  const angle = quarter / cornerBlocks
  return Array.from({ length: cornerBlocks }, (_, index) => ({
    kind: 'corner',
    side: 'corner',
    at,
    angle,
    facing: facing + (index + 0.5) * angle,
  }))
}

function step({ x, y }: Point, angle: number, length: number): Point {
  return { x: x + length * Math.cos(angle), y: y + length * Math.sin(angle) }
}

/** The grass with its halfway line, centre circle and penalty areas (laws of the game, in metres). */
export function field(): readonly Area[] {
  const chalk = { color: '#cfe8d2', borderColor: '#ffffff' }
  const box = (length: number, width: number, side: -1 | 1): Area =>
    rectangle({
      ...chalk,
      x: tenth(side < 0 ? centre.x - pitchLength / 2 : centre.x + pitchLength / 2 - length * metre),
      y: tenth(centre.y - (width * metre) / 2),
      width: length * metre,
      height: width * metre,
    })
  const [x, y] = [tenth(centre.x - pitchLength / 2), tenth(centre.y - pitchWidth / 2)]
  const circle = 9.15 * metre
  return [
    rectangle({ ...chalk, x, y, width: pitchLength, height: pitchWidth }),
    rectangle({ ...chalk, x, y, width: pitchLength / 2, height: pitchWidth }),
    ...([-1, 1] as const).flatMap((side) => [box(16.5, 40.32, side), box(5.5, 18.32, side)]),
    ellipse({
      ...chalk,
      x: tenth(centre.x),
      y: tenth(centre.y),
      width: circle,
      height: circle,
      text: 'Pitch',
    }),
  ]
}
