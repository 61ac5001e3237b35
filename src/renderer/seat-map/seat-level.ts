// How a plan is drawn at one zoom: how large a seat is in device pixels, and in which detail.
// Owns the thresholds between details; must never know where the camera is.

import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import type { Rgb } from './color.ts'
import type { SeatMapTheme } from './seat-map-theme.ts'
import { SeatSprites } from './seat-sprites.ts'

/** CSS px. Below, dashes and ticks would be specks: a seat is a small box in two colours. */
const SHAPES_FROM_PX = 10
/** CSS px. Below, the ends of rows have no room for a letter. */
const ROW_LABELS_FROM_PX = 11
/** CSS px. A two-digit number at 9 px type fits from here. */
const NUMBERS_FROM_PX = 22

export interface SeatLevel {
  /** Device px per plan unit. */
  readonly scale: number
  /** Device px per CSS px. */
  readonly ratio: number
  /** A seat's width in device px; not whole. */
  readonly seatSize: number
  /** None where seats are too small for shapes. */
  readonly sprites: SeatSprites | null
  /** Device px, whole; 0 without sprites. */
  readonly spriteSize: number
  readonly hasNumbers: boolean
  readonly hasRowLabels: boolean
  /** Names and words at all; a thumbnail has none. */
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

export function makeSeatLevel({ plan, theme, zones, scale, ratio, hasWords = true }: LevelTerms): SeatLevel {
  const seatSize = 2 * plan.seatRadius * scale
  const seatPx = seatSize / ratio
  const hasShapes = seatPx >= SHAPES_FROM_PX
  const hasNumbers = seatPx >= NUMBERS_FROM_PX
  const size = Math.max(1, Math.round(seatSize))
  return {
    scale,
    ratio,
    seatSize,
    sprites: hasShapes ? new SeatSprites({ plan, theme, zones, size, hasNumbers }) : null,
    spriteSize: hasShapes ? size : 0,
    hasNumbers,
    hasRowLabels: seatPx >= ROW_LABELS_FROM_PX,
    hasWords,
  }
}
