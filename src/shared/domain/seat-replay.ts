// A show's life, replayed from the steps of its journal: what each seat was at any instant [A6], and what happened to one of them.
// Owns the ends that no row records [H4]; must never ask a clock: the caller says what time it is.

import { known } from '../lib/assert.ts'
import type { BookingId, PlanId, SeatId } from './ids.ts'
import { SeatFrames, type Turnover } from './seat-frames.ts'
import { type Plan, isGone } from './seat-plan/plan.ts'
import { type SeatState, isNobodys, seatStateCode } from './seat-state.ts'
import type { SeatStep } from './seat-steps.ts'

/** A booking that has seats for a limited time. */
interface Pending {
  readonly bookingId: BookingId
  readonly seatIds: readonly SeatId[]
  readonly state: 'held' | 'reserved'
  untilMs: number
  /** [H6] Until when a terminal is asked for it; null: none is. */
  payingUntilMs: number | null
  /** Its end has passed; it may still be paid during its grace period. */
  isOver: boolean
}

/** Something that happened to a seat. `revision`: the row that records it; null: its hold ended by the clock. */
export interface SeatMoment {
  readonly atMs: number
  readonly revision: number | null
  readonly bookingId: BookingId | null
}

interface End {
  readonly atMs: number
  readonly pending: Pending
}

/** The part of a plan version that says which seats it has, and which price zones they are in. */
export type PlanOfLife = Pick<Plan, 'planId' | 'count' | 'category' | 'row' | 'rows' | 'sections'>

export class SeatReplay {
  readonly #plans: readonly PlanOfLife[]
  #plan: PlanOfLife
  readonly #frames: SeatFrames
  readonly #steps: SeatStep[] = []
  readonly #ends: End[] = []
  readonly #pending = new Map<BookingId, Pending>()
  /** No booking ends before this, so that none has to be checked until then. */
  #soonestEndMs = Number.POSITIVE_INFINITY
  /** [A2] Taken off sale one by one. */
  readonly #blocked = new Set<SeatId>()
  #onSale: readonly boolean[] = []

  /** `plans`: every plan version that the steps move the show to; the first is the one that it began on. */
  constructor(plans: readonly PlanOfLife[]) {
    this.#plans = plans
    this.#plan = known(plans[0], 'first plan of a show')
    this.#frames = new SeatFrames(new Uint8Array(this.#count).fill(seatStateCode.blocked))
  }

  /** [L4] The seats of all versions together: an id means the same seat in all of them. */
  get #count(): number {
    return Math.max(...this.#plans.map(({ count }) => count))
  }

  /** [L4] The version that the show was on at that instant. */
  planAt(atMs: number): PlanId {
    const move = this.#steps.findLast((step) => step.planId !== null && step.atMs <= atMs)
    return move?.planId ?? known(this.#plans[0], 'first plan of a show').planId
  }

  /** The journal row to continue after; 0: from the first. */
  get revision(): number {
    return this.#steps.at(-1)?.revision ?? 0
  }

  /** When the show was put on sale; null: nothing was added yet. */
  get fromMs(): number | null {
    return this.#steps[0]?.atMs ?? null
  }

  /** Adds the show's next step, in journal order. */
  add(step: SeatStep): void {
    this.passTo(step.atMs)
    this.#steps.push(step)
    if (step.planId !== null) this.#replan(step.planId, step.atMs)
    else if (step.onSale) this.#reprice(step.onSale, step.atMs)
    else if (step.bookingId !== null) this.#follow(step, step.bookingId)
    else if (step.state !== null) this.#block(step, step.state)
  }

  /** Advances to this time: ends the bookings whose end has passed, in the order of their ends. */
  passTo(nowMs: number): void {
    if (nowMs < this.#soonestEndMs) return
    const alive = [...this.#pending.values()].filter(({ isOver }) => !isOver)
    const over = alive.filter((one) => endMs(one) <= nowMs).toSorted((a, b) => endMs(a) - endMs(b))
    for (const one of over) this.#end(one, endMs(one))
    this.#soonestEndMs = Math.min(...alive.filter(({ isOver }) => !isOver).map(endMs))
  }

  /**
   * A fresh replay up to its newest step, undoing `passTo`: rows may arrive later than the clock says. `plans`: those that the show
   * has been on by now.
   */
  again(plans: readonly PlanOfLife[] = this.#plans): SeatReplay {
    const again = new SeatReplay(plans)
    for (const step of this.#steps) again.add(step)
    return again
  }

  statesAt(atMs: number): Uint8Array<ArrayBuffer> {
    return this.#frames.statesAt(atMs)
  }

  after(atMs: number): number | null {
    return this.#frames.after(atMs)
  }

  before(atMs: number): number | null {
    return this.#frames.before(atMs)
  }

  turnover(fromMs: number, toMs: number, parts: number): Turnover {
    return this.#frames.turnover(fromMs, toMs, parts)
  }

  /** All that happened to a seat, and to bookings while they had it; earliest first. */
  storyOf(seatId: SeatId): SeatMoment[] {
    const moments: SeatMoment[] = []
    const ends = this.#ends.filter(({ pending }) => pending.seatIds.includes(seatId))
    let onSale: readonly boolean[] = []
    let plan = known(this.#plans[0], 'first plan of a show')
    let holder: BookingId | null = null
    let told = 0
    for (const { atMs, revision, bookingId, seatIds, state, onSale: next, planId } of this.#steps) {
      for (let end = ends[told]; end && end.atMs <= atMs; end = ends[told]) {
        moments.push(momentOf(end))
        holder = null
        told += 1
      }
      const after = planId === null ? plan : this.#planOf(planId)
      const isReplanned = isGone(plan, seatId) !== isGone(after, seatId)
      const isRepriced = next !== null && isIn(plan, seatId, next) !== isIn(plan, seatId, onSale)
      const isNamed = seatIds.includes(seatId)
      const isHolders = bookingId !== null && bookingId === holder
      if (isReplanned || isRepriced || isNamed || isHolders) moments.push({ atMs, revision, bookingId })
      if (isNamed && bookingId !== null) holder = state === 'available' ? null : bookingId
      onSale = next ?? onSale
      plan = after
    }
    return [...moments, ...ends.slice(told).map(momentOf)]
  }

  #follow({ atMs, seatIds, state, untilMs }: SeatStep, bookingId: BookingId): void {
    if (state === 'held' || state === 'reserved')
      this.#begin(
        { bookingId, seatIds, state, untilMs: untilMs ?? 0, payingUntilMs: null, isOver: false },
        atMs,
      )
    else if (state === 'sold' || state === 'available') {
      this.#pending.delete(bookingId)
      this.#set(seatIds, state, atMs)
    } else this.#turn(bookingId, { state, untilMs }, atMs)
  }

  #begin(pending: Pending, atMs: number): void {
    this.#pending.set(pending.bookingId, pending)
    this.#show(pending, atMs)
  }

  /** A pending booking gets another end, or a terminal is asked for it, or has answered. */
  #turn(bookingId: BookingId, { state, untilMs }: Pick<SeatStep, 'state' | 'untilMs'>, atMs: number): void {
    const pending = this.#pending.get(bookingId)
    if (!pending) return
    if (state === 'paying') pending.payingUntilMs = untilMs
    else if (state === 'pending') pending.payingUntilMs = null
    else pending.untilMs = untilMs ?? pending.untilMs
    this.#show(pending, atMs)
  }

  #show(pending: Pending, atMs: number): void {
    if (endMs(pending) <= atMs) return this.#end(pending, atMs)
    pending.isOver = false
    this.#soonestEndMs = Math.min(this.#soonestEndMs, endMs(pending))
    this.#set(pending.seatIds, pending.payingUntilMs === null ? pending.state : 'paying', atMs)
  }

  #end(pending: Pending, atMs: number): void {
    if (!pending.isOver) this.#ends.push({ atMs, pending })
    pending.isOver = true
    this.#set(pending.seatIds, 'available', atMs)
  }

  #set(seatIds: readonly SeatId[], state: SeatState, atMs: number): void {
    for (const seatId of seatIds) this.#frames.change(seatId, this.#codeFor(seatId, state), atMs)
  }

  #codeFor(seatId: SeatId, state: SeatState): number {
    const isFree = state === 'available'
    return seatStateCode[isFree && !this.#mayBeSold(seatId) ? 'blocked' : state]
  }

  #mayBeSold(seatId: SeatId): boolean {
    return !this.#blocked.has(seatId) && isIn(this.#plan, seatId, this.#onSale)
  }

  /** [A2] The office takes seats off sale, or puts them back. Whoever has a seat keeps it. */
  #block({ seatIds, atMs }: SeatStep, state: SeatStep['state']): void {
    for (const seatId of seatIds) this.#blocked[state === 'blocked' ? 'add' : 'delete'](seatId)
    const nobodys = seatIds.filter((seatId) => isNobodys(this.#frames.codeOf(seatId)))
    this.#set(nobodys, 'available', atMs)
  }

  /** A new price list puts seats on or off sale, as far as nobody has them. */
  #reprice(onSale: readonly boolean[], atMs: number): void {
    const before = this.#onSale
    this.#onSale = onSale
    if (onSale.every((isSold, category) => isSold === (before[category] ?? false))) return
    this.#lookAnew(atMs)
  }

  /** [L4] Seats come and go; somebody's seat never goes, or the move would have been refused. */
  #replan(planId: PlanId, atMs: number): void {
    this.#plan = this.#planOf(planId)
    this.#lookAnew(atMs)
  }

  #planOf(planId: PlanId): PlanOfLife {
    return known(
      this.#plans.find((plan) => plan.planId === planId),
      'plan of a show',
    )
  }

  #lookAnew(atMs: number): void {
    const count = this.#count
    for (let seat = 0; seat < count; seat += 1)
      if (isNobodys(this.#frames.codeOf(seat as SeatId))) this.#set([seat as SeatId], 'available', atMs)
  }
}

/** Whether the plan has the seat and its category is on sale. */
function isIn(plan: PlanOfLife, seatId: SeatId, onSale: readonly boolean[]): boolean {
  return !isGone(plan, seatId) && onSale[known(plan.category[seatId], 'category of a seat')] === true
}

function endMs({ untilMs, payingUntilMs }: Pending): number {
  return Math.max(untilMs, payingUntilMs ?? 0)
}

function momentOf({ atMs, pending }: End): SeatMoment {
  return { atMs, revision: null, bookingId: pending.bookingId }
}
