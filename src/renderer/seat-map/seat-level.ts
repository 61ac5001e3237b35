// How a plan is drawn at one zoom: how large a seat is in device pixels, and in which detail.
// Owns the thresholds between details; must never know where the camera is.

import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import type { Rgb } from './color.ts'
import type { SeatMapTheme } from './seat-map-theme.ts'
import { SeatSprites } from './seat-sprites.ts'
import { type StandingDots, standingDots } from './standing-dots.ts'

/** CSS px. Below, dashes and ticks would be specks: a seat is a small box in two colours. */
const SHAPES_FROM_PX = 10
/** CSS px. From here on seats cover the words beneath them. */
const COVERING_FROM_PX = 4
/** CSS px. Below, there is no room for a letter at the ends of rows. */
const ROW_LABELS_FROM_PX = 11
/** CSS px. A two-digit number at 9 px type fits from here. */
const NUMBERS_FROM_PX = 22

/** How one kind of place is drawn: seats, or dots for standing places. */
export interface PlaceLook {
  /** Width in device px; not whole. */
  readonly size: number
  /** Null if the place is too small for shapes. */
  readonly sprites: SeatSprites | null
  /** Device px, whole; 0 without sprites. */
  readonly spriteSize: number
  readonly hasNumbers: boolean
}

export interface SeatLevel {
  /** Device px per plan unit. */
  readonly scale: number
  /** Device px per CSS px. */
  readonly ratio: number
  /** A seat's width in device px; not whole. */
  readonly seatSize: number
  /** Null if seats are too small for shapes. */
  readonly sprites: SeatSprites | null
  /** Device px, whole; 0 without sprites. */
  readonly spriteSize: number
  readonly hasNumbers: boolean
  /** Standing places, if the plan has any: smaller than seats. */
  readonly dots: (PlaceLook & Pick<StandingDots, 'isDot'>) | null
  readonly hasRowLabels: boolean
  /** Words beneath seats cannot be read. */
  readonly coversWords: boolean
  /** Whether names and words are drawn at all; a thumbnail has none. */
  readonly hasWords: boolean
}

export interface LevelTerms {
  readonly plan: Plan
  readonly theme: SeatMapTheme
  readonly zones: readonly Rgb[]
  readonly scale: number
  readonly ratio: number
  readonly hasWords?: boolean
}

export function makeSeatLevel(terms: LevelTerms): SeatLevel {
  const { plan, scale, ratio, hasWords = true } = terms
  const { size, ...seats } = lookOf(terms, plan.seatRadius, false)
  const dots = standingDots(plan)
  return {
    scale,
    ratio,
    seatSize: size,
    ...seats,
    dots: dots && { ...lookOf(terms, dots.radius, true), isDot: dots.isDot },
    hasRowLabels: size / ratio >= ROW_LABELS_FROM_PX,
    coversWords: size / ratio >= COVERING_FROM_PX,
    hasWords,
  }
}

function lookOf(
  { plan, theme, zones, scale, ratio }: LevelTerms,
  radius: number,
  isRound: boolean,
): PlaceLook {
  const size = 2 * radius * scale
  const hasShapes = size / ratio >= SHAPES_FROM_PX
  const hasNumbers = size / ratio >= NUMBERS_FROM_PX
  const spriteSize = Math.max(1, Math.round(size))
  return {
    size,
    sprites: hasShapes
      ? new SeatSprites({ plan, theme, zones, size: spriteSize, hasNumbers, isRound })
      : null,
    spriteSize: hasShapes ? spriteSize : 0,
    hasNumbers,
  }
}
