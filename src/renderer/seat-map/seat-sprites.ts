// Seats drawn once for a zoom level and then only copied. Owns those pictures.
// Must never depend on a seat's number or place: one picture serves every seat of its kind.

import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { seatFlag } from '../../shared/domain/seat-plan/plan.ts'
import { known } from '../../shared/lib/assert.ts'
import { drawMarks, drawSeat, numberColor, marksOf, numberLine, type SeatStyle } from './draw-seat.ts'
import { css, type Rgb } from './color.ts'
import { dimmedTheme } from './dimmed-theme.ts'
import { isDimmed, lookOfCode } from './seat-look.ts'
import type { SeatMapTheme } from './seat-map-theme.ts'

export interface SeatSprite {
  readonly picture: HTMLCanvasElement
  /** CSS colour; null where no number is written. */
  readonly ink: string | null
  readonly numberLine: number
  /** The number shares its seat with marks, and is set smaller. */
  readonly isMarked: boolean
}

export interface SpriteTerms {
  readonly plan: Plan
  readonly theme: SeatMapTheme
  readonly zones: readonly Rgb[]
  /** Device px, whole. */
  readonly size: number
  readonly hasNumbers: boolean
  /** A standing place, not a seat. */
  readonly isRound: boolean
}

const MARKED = seatFlag.ladies | seatFlag.wheelchair

export class SeatSprites {
  readonly #terms: SpriteTerms
  /** At most looks × marks × zones: 26 × 4 × 256, in practice a dozen. */
  readonly #sprites = new Map<number, SeatSprite>()

  constructor(terms: SpriteTerms) {
    this.#terms = terms
  }

  of(seat: number, lookCode: number): SeatSprite {
    const { plan, zones } = this.#terms
    const flags = (plan.flags[seat] ?? 0) & MARKED
    const zone = lookCode === 0 && zones.length > 1 ? (plan.category[seat] ?? 0) : 0
    const key = (zone << 10) | (flags << 5) | lookCode
    const found = this.#sprites.get(key)
    if (found) return found
    const made = this.#make({ lookCode, flags, zone })
    this.#sprites.set(key, made)
    return made
  }

  #make({ lookCode, flags, zone }: { lookCode: number; flags: number; zone: number }): SeatSprite {
    const { zones, size, hasNumbers, isRound } = this.#terms
    const theme = isDimmed(lookCode) ? dimmedTheme(this.#terms.theme) : this.#terms.theme
    const style: SeatStyle = {
      look: lookOfCode(lookCode),
      isLadies: (flags & seatFlag.ladies) !== 0,
      isWheelchair: (flags & seatFlag.wheelchair) !== 0,
      isRound,
      zone: zones.length > 1 && !theme.isForced ? (zones[zone] ?? null) : null,
    }
    const picture = document.createElement('canvas')
    picture.width = size
    picture.height = size
    const pen = known(picture.getContext('2d'), '2d context')
    drawSeat(pen, size, style, theme)
    drawMarks({ pen, size, theme, style }, hasNumbers)
    const ink = numberColor(style, theme)
    return {
      picture,
      ink: ink && css(ink),
      numberLine: numberLine(style),
      isMarked: marksOf(style).length > 0,
    }
  }
}
