// Draws any piece of the plan at any level onto any canvas: paper, areas, seats, names, in this order.
// Owns the one way a plan becomes pixels; must never keep the pixels, nor know the camera.

import type { Area } from '../../shared/domain/seat-plan/plan.ts'
import { css, mix, type Rgb } from './color.ts'
import { areaReach, drawArea } from './draw-area.ts'
import { LabelPainter, type Sight } from './draw-labels.ts'
import { type Box, grow, intersects, type Point, scaleBox, union } from './geometry.ts'
import type { PlanLabels } from './plan-labels.ts'
import type { House } from './house.ts'
import { dimmedTheme } from './dimmed-theme.ts'
import { eachIn } from './place-grid.ts'
import type { SeatLevel } from './seat-level.ts'
import { heatColor, isHeat } from './draw-seat.ts'
import { type HeatLook, seatLooks } from './seat-look.ts'
import type { SeatMapTheme } from './seat-map-theme.ts'
import { makeSheet } from './sheet.ts'
import type { SeatSprites } from './seat-sprites.ts'
import { drawSmallSeat, putSeat, type SmallSeat, type TexelColors } from './texels.ts'
import { seatFlag } from '../../shared/domain/seat-plan/plan.ts'
import { isOnSeats } from './word-room.ts'
import { zoneTones } from './zone-tones.ts'
import { known } from '../../shared/lib/assert.ts'

export interface PainterTerms {
  readonly house: House
  readonly labels: PlanLabels
  readonly theme: SeatMapTheme
  /** The price zones' colours, in the plan's order. */
  readonly zones: readonly Rgb[]
  /** Look codes by seat; the owner changes them in place. */
  readonly looks: Uint8Array
}

/** What places of one kind are copied from. */
interface Stencil {
  readonly sprites: SeatSprites
  readonly spriteSize: number
  readonly hasNumbers: boolean
  /** Fonts for a number alone, and for one above marks. */
  readonly full: string
  readonly small: string
}

interface ReachedArea {
  readonly area: Area
  readonly hasWords: boolean
  /** The level's device px. */
  readonly box: Box
}

/**
 * A number's type size as a share of its seat (alone, or above marks), its minimum in CSS px, and the share of the seat's width
 * it may take.
 */
const NUMBER_TYPE = 0.36
const MARKED_TYPE = 0.3
const NUMBER_LEAST_PX = 9
const NUMBER_WIDTH = 0.84
/** From this area on (device px²) a piece is written as pixels: below it, a dozen drawing calls are cheaper than a canvas. */
const SHEET_FROM = 64 * 64
/** Far seats get softer colours: eighty thousand at full strength would be glaring. Available seats stay the strongest. */
const FAR_FILL = 0.2

export class PlanPainter {
  readonly #terms: PainterTerms
  /** Used for measuring only: what a piece covers must be known before the piece exists. */
  readonly #ruler = makeSheet(1, 1)
  readonly #areas = new WeakMap<SeatLevel, readonly ReachedArea[]>()
  readonly #reaches = new WeakMap<SeatLevel, Box>()
  readonly #colors: readonly TexelColors[]
  readonly #ladies: TexelColors
  /** [LOOK] Colours of a free seat too small to show its zone's edge, by category. */
  readonly #free: readonly TexelColors[]
  readonly #names: LabelPainter

  constructor(terms: PainterTerms) {
    this.#terms = terms
    this.#names = new LabelPainter(terms)
    this.#colors = [...texelColors(terms.theme), ...texelColors(dimmedTheme(terms.theme))]
    this.#ladies = outlined(terms.theme.colors.ladies, terms.theme)
    this.#free = zoneTones(terms.zones, terms.theme).map((tone) => outlined(tone, terms.theme))
  }

  /** `box` in the level's device px, whole; (0, 0) of the canvas shows `box`'s own (left, top) after the pen's translation. */
  paint(pen: CanvasRenderingContext2D, level: SeatLevel, box: Box): void {
    const { theme } = this.#terms
    const width = box.right - box.left
    const height = box.bottom - box.top
    pen.save()
    pen.beginPath()
    pen.rect(box.left, box.top, width, height)
    pen.clip()
    pen.fillStyle = css(theme.colors.paper)
    pen.fillRect(box.left, box.top, width, height)
    this.#paintAreas(pen, level, box)
    if (level.sprites) this.#paintShapes(pen, level, level.sprites, box)
    else this.#paintSmall(pen, level, box)
    if (level.hasWords) this.#names.paint(pen, level, box)
    pen.restore()
  }

  /** The names at the edge of what the camera sees. */
  paintStuck(pen: CanvasRenderingContext2D, level: SeatLevel, sight: Sight): void {
    this.#names.paintStuck(pen, level, sight)
  }

  /** The extent of everything drawn at this level, including words that stick out over the plan's edge, in the level's device px. */
  reach(level: SeatLevel): Box {
    const known = this.#reaches.get(level)
    if (known) return known
    const content = scaleBox(this.#terms.house.content, level.scale)
    const rows = grow(content, this.#names.overhang(level, this.#ruler))
    const reach = this.#areasOf(level).reduce((around, { box }) => union(around, box), rows)
    this.#reaches.set(level, reach)
    return reach
  }

  #paintAreas(pen: CanvasRenderingContext2D, level: SeatLevel, box: Box): void {
    const { theme, house } = this.#terms
    const { scale, ratio } = level
    const terms = { theme, scale, ratio, seatRadius: house.plan.seatRadius }
    for (const { area, hasWords, box: around } of this.#areasOf(level)) {
      if (intersects(around, box)) drawArea(pen, area, { ...terms, hasWords })
    }
  }

  #areasOf(level: SeatLevel): readonly ReachedArea[] {
    const known = this.#areas.get(level)
    if (known) return known
    const { theme, house } = this.#terms
    const { areas, sections, seatRadius } = house.plan
    const blocks = new Set(sections.map(({ name }) => name))
    const found = areas.map((area) => {
      const box = areaReach(this.#ruler, area, { ...level, theme, seatRadius })
      // Lettering keeps a readable size, so from afar it is wider than its place and would cover the seats beside it.
      // A section's name is allowed as long as its own seats show around it: nearer it is written over or above them
      // (draw-labels.ts).
      const isBetween = blocks.has(area.text) && !level.coversWords
      const isInTheWay = area.shape === 'text' && !isBetween && isOnSeats(box, level, house.grid)
      return { area, box, hasWords: level.hasWords && !isInTheWay }
    })
    this.#areas.set(level, found)
    return found
  }

  #paintShapes(pen: CanvasRenderingContext2D, level: SeatLevel, sprites: SeatSprites, box: Box): void {
    const {
      house: { plan, grid },
    } = this.#terms
    const { scale, spriteSize, hasNumbers, dots } = level
    const seats = this.#stencilOf({ sprites, spriteSize, hasNumbers }, level.ratio)
    const standing = dots?.sprites ? this.#stencilOf({ ...dots, sprites: dots.sprites }, level.ratio) : null
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    eachIn(grid, scaleBox(grow(box, spriteSize), 1 / scale), (seat) => {
      const x = (plan.x[seat] as number) * scale
      const y = (plan.y[seat] as number) * scale
      if (dots?.isDot[seat] !== 1) this.#put(pen, seats, seat, { x, y })
      else if (standing) this.#put(pen, standing, seat, { x, y })
      else drawSmallSeat(pen, { x, y, size: dots.size }, this.#smallColors(seat))
    })
  }

  #stencilOf({ sprites, spriteSize, hasNumbers }: Omit<Stencil, 'full' | 'small'>, ratio: number): Stencil {
    const { font } = this.#terms.theme
    const type = (share: number) => `550 ${Math.max(NUMBER_LEAST_PX * ratio, spriteSize * share)}px ${font}`
    return { sprites, spriteSize, hasNumbers, full: type(NUMBER_TYPE), small: type(MARKED_TYPE) }
  }

  /** `at`: the seat's centre, device px. */
  #put(pen: CanvasRenderingContext2D, stencil: Stencil, seat: number, at: Point): void {
    const { sprites, spriteSize, hasNumbers, full, small } = stencil
    const { house, looks } = this.#terms
    const sprite = sprites.of(seat, looks[seat] ?? 0)
    const left = Math.round(at.x - spriteSize / 2)
    const top = Math.round(at.y - spriteSize / 2)
    pen.drawImage(sprite.picture, left, top)
    if (!hasNumbers || sprite.ink === null) return
    pen.font = sprite.isMarked ? small : full
    pen.fillStyle = sprite.ink
    const line = top + spriteSize * sprite.numberLine
    pen.fillText(house.plan.numbers[seat] ?? '', left + spriteSize / 2, line, spriteSize * NUMBER_WIDTH)
  }

  #paintSmall(pen: CanvasRenderingContext2D, level: SeatLevel, box: Box): void {
    // A view that has no size yet (a hidden window) has no pixels either: then this is false, as it must be.
    const isMany = (box.right - box.left) * (box.bottom - box.top) >= SHEET_FROM
    if (isMany) return this.#paintTexels(pen, level, box)
    this.#eachSmall(level, box, (at, colors) => drawSmallSeat(pen, at, colors))
  }

  /** Pixels written directly ignore the clip, so they go through a sheet of the piece's own size. */
  #paintTexels(pen: CanvasRenderingContext2D, level: SeatLevel, box: Box): void {
    const { left, top } = box
    const sheet = new ImageData(box.right - left, box.bottom - top)
    this.#eachSmall(level, box, ({ x, y, size }, colors) => {
      putSeat(sheet, { x: x - left, y: y - top, size }, colors)
    })
    pen.drawImage(pictureOf(sheet), left, top)
  }

  #eachSmall(level: SeatLevel, box: Box, visit: (at: SmallSeat, colors: TexelColors) => void): void {
    const { plan, grid } = this.#terms.house
    const { scale, seatSize, dots } = level
    eachIn(grid, scaleBox(grow(box, seatSize), 1 / scale), (seat) => {
      const size = dots?.isDot[seat] === 1 ? dots.size : seatSize
      const at = { x: (plan.x[seat] as number) * scale, y: (plan.y[seat] as number) * scale, size }
      visit(at, this.#smallColors(seat))
    })
  }

  #smallColors(seat: number): TexelColors {
    const { house, looks } = this.#terms
    const { flags, category } = house.plan
    const look = looks[seat] ?? 0
    if (look !== 0) return known(this.#colors[look], 'look')
    const isLadies = ((flags[seat] as number) & seatFlag.ladies) !== 0
    return isLadies ? this.#ladies : known(this.#free[category[seat] ?? 0] ?? this.#colors[0], 'free')
  }
}

/** A new canvas each time: reusing one would first have to wait for what was copied from it. */
function pictureOf(sheet: ImageData): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = sheet.width
  canvas.height = sheet.height
  known(canvas.getContext('2d', { willReadFrequently: true }), '2d context').putImageData(sheet, 0, 0)
  return canvas
}

function texelColors(theme: SeatMapTheme): TexelColors[] {
  const { free, mine, held, sold, blocked } = theme.colors
  const of: Readonly<Record<Exclude<(typeof seatLooks)[number], HeatLook>, TexelColors>> = {
    free: outlined(free, theme),
    mine: solid(mine),
    asking: solid(mine),
    aside: solid(mine),
    held: outlined(held, theme),
    reserved: outlined(held, theme),
    paying: outlined(held, theme),
    sold: solid(sold),
    blocked: outlined(blocked, theme),
  }
  return seatLooks.map((look) => (isHeat(look) ? heatColors(look, theme) : of[look]))
}

/** [A6] The lowest step is an outline, so that a house nobody went to is still visible. */
function heatColors(look: HeatLook, theme: SeatMapTheme): TexelColors {
  const fill = heatColor(look, theme)
  return { edge: look === 'heat-0' ? theme.colors.blocked : fill, fill }
}

function solid(color: Rgb): TexelColors {
  return { edge: color, fill: color }
}

function outlined(color: Rgb, { colors }: SeatMapTheme): TexelColors {
  return { edge: color, fill: mix(color, colors.panel, FAR_FILL) }
}
