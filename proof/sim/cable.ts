// The cable between one kiosk and the hub, and what happens on it: delay, silence in one direction or both, cuts after which an
// unknown part is still delivered, ends that nobody is told of. Owns what is under way; must never lose a piece from the middle,
// since TCP does not.

import type { Dice } from '../dice.ts'
import type { World } from './world.ts'

/** After this `ws` gives up. */
const CONNECT_MS = 5000
/** Delays in the LAN of one building. */
const CALM_MS = { least: 0.2, most: 4 }

export interface End {
  hear(piece: Piece): void
  /** The other side is gone, or the network reported so. */
  ended(): void
}

export type Piece =
  | { readonly t: 'knock' | 'open' | 'ping' | 'pong' }
  /** `isOther`: another machine has the line. */
  | { readonly t: 'refuse'; readonly isOther: boolean }
  | { readonly t: 'close'; readonly code: number }
  | { readonly t: 'frame'; readonly bytes: string | Uint8Array }

interface UnderWay {
  atMs: number
  readonly piece: Piece | null
}

/** One direction of one connection: everything in order, and once. */
class Lane {
  readonly #world: World
  readonly #cable: () => Direction
  readonly #dice: Dice
  readonly #under: UnderWay[] = []
  readonly #deliver: (piece: Piece | null) => void
  #lastMs = 0
  #isOver = false
  #callOff: (() => void) | null = null

  constructor(world: World, cable: () => Direction, dice: Dice, deliver: (piece: Piece | null) => void) {
    this.#world = world
    this.#cable = cable
    this.#dice = dice
    this.#deliver = deliver
  }

  /** Null: the end of the stream. */
  send(piece: Piece | null): void {
    if (this.#isOver) return
    if (piece === null) this.#isOver = true
    const { least, most } = this.#cable().delayMs
    this.#lastMs = Math.max(this.#lastMs, this.#world.nowMs + least + this.#dice.roll() * (most - least))
    this.#under.push({ atMs: this.#lastMs, piece })
    this.pump()
  }

  /** A random part of what is under way still arrives, and nothing more; `isTold`: the other side is told of the end. */
  cut(isTold: boolean): void {
    if (this.#isOver) return
    this.#under.splice(this.#dice.below(this.#under.length + 1))
    if (isTold) this.send(null)
    this.#isOver = true
  }

  /** Everything under way arrives now. */
  hurry(): void {
    this.#lastMs = this.#world.nowMs
    for (const one of this.#under) one.atMs = this.#lastMs
    this.#callOff?.()
    this.#callOff = null
    this.pump()
  }

  pump(): void {
    if (this.#callOff || this.#under.length === 0 || this.#cable().isSilent) return
    this.#callOff = this.#world.after((this.#under[0]?.atMs ?? 0) - this.#world.nowMs, () => {
      this.#callOff = null
      if (this.#cable().isSilent) return
      const next = this.#under.shift()
      if (next) this.#deliver(next.piece)
      this.pump()
    })
  }
}

export interface Direction {
  delayMs: { readonly least: number; readonly most: number }
  isSilent: boolean
}

/** Both directions of one attempt to connect. */
export class Connection {
  readonly up: Lane
  readonly down: Lane
  /** The hub's end; null: not connected, or no longer. */
  hub: End | null = null
  kiosk: End | null

  constructor(world: World, cable: Cable, dice: Dice, kiosk: End) {
    this.kiosk = kiosk
    const give = (end: () => End | null) => (piece: Piece | null) => {
      if (piece === null) end()?.ended()
      else end()?.hear(piece)
    }
    this.up = new Lane(
      world,
      () => cable.up,
      dice,
      (piece) => {
        // The caller has to identify itself: the hub never hears of one that gave up meanwhile.
        if (piece?.t !== 'knock') give(() => this.hub)(piece)
        else if (this.kiosk) cable.onKnock(this)
      },
    )
    this.down = new Lane(
      world,
      () => cable.down,
      dice,
      give(() => this.kiosk),
    )
  }
}

export class Cable {
  readonly up: Direction = { delayMs: CALM_MS, isSilent: false }
  readonly down: Direction = { delayMs: CALM_MS, isSilent: false }
  readonly #world: World
  readonly #dice: Dice
  #connections: Connection[] = []
  /** Called when somebody wants to connect to the hub. */
  onKnock: (connection: Connection) => void = () => {}

  constructor(world: World, dice: Dice) {
    this.#world = world
    this.#dice = dice
  }

  /** `onLate`: nobody answered in time. */
  connect(kiosk: End, onLate: () => void): Connection {
    const connection = new Connection(this.#world, this, this.#dice, kiosk)
    this.#connections = [...this.#connections.slice(-4), connection]
    connection.up.send({ t: 'knock' })
    this.#world.after(CONNECT_MS, onLate)
    return connection
  }

  cut(): void {
    for (const { up, down } of this.#connections) {
      up.cut(this.#dice.isLucky(0.6))
      down.cut(this.#dice.isLucky(0.6))
    }
  }

  slow(mostMs: number): void {
    for (const way of [this.up, this.down]) way.delayMs = { least: 0.2, most: mostMs }
  }

  silence(ways: readonly Direction[]): void {
    for (const way of ways) way.isSilent = true
  }

  heal(): void {
    for (const way of [this.up, this.down]) {
      way.delayMs = CALM_MS
      way.isSilent = false
    }
    for (const { up, down } of this.#connections) {
      up.hurry()
      down.hurry()
    }
  }
}
