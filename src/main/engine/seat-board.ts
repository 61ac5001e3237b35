// The seats of one show in memory: what the map shows and what capacity is counted from [K1]. Always equal to a recount of the
// claims; dropped and read again whenever that could be in doubt. Must never decide anything.

import { never } from '../../shared/lib/assert.ts'
import { isOfAlert } from '../../shared/domain/alert-events.ts'
import { type SeatsBlocked, type SeatsUnblocked, isOfChange } from '../../shared/domain/change-events.ts'
import type { BookingConfirmed, HoldDeferred, HouseEvent } from '../../shared/domain/events.ts'
import type { BookingId, SeatId } from '../../shared/domain/ids.ts'
import { type SeatState, isNobodys, seatStateCode, seatStates } from '../../shared/domain/seat-state.ts'
import { type Plan, isGone, presentSections, sectionOf } from '../../shared/domain/seat-plan/plan.ts'
import { type PriceTable, isOnSale } from '../../shared/domain/show.ts'
import type { Counts } from '../../shared/contract/shapes.ts'
import { PassingMap } from '../../shared/lib/passing-map.ts'
import { countsOf } from './counts-of.ts'
import { type LiveClaim, typesOf } from './live-claims.ts'

const KINDS = seatStates.length
const NO_TYPE = 255

/** A booking that holds its seats for a limited time. */
interface Pending {
  lines: ReadonlyMap<SeatId, number>
  state: 'held' | 'reserved'
  expiresAtMs: number
  /** [H6] Set while a terminal is asked for it. */
  payingUntilMs: number | null
}

export class SeatBoard {
  readonly states: Uint8Array
  revision: number
  readonly #plan: Plan
  readonly #prices: PriceTable
  readonly #blocked: Set<number>
  readonly #soldType: Uint8Array
  /** Totals over all sections that its plan still has: every commit asks for them. */
  readonly #inAll = new Int32Array(KINDS)
  readonly #present: number
  readonly #bySection: Int32Array
  readonly #byCategory: Int32Array
  readonly #soldByType = new Map<number, number>()
  readonly #pending = new PassingMap<BookingId, Pending>()
  /** No pending booking ends before this: until then none has to be checked. */
  #soonestEndMs = Number.POSITIVE_INFINITY

  constructor(
    plan: Plan,
    { prices, blocked = [] }: { readonly prices: PriceTable; readonly blocked?: Iterable<SeatId> },
    revision: number,
    claims: Iterable<LiveClaim>,
  ) {
    this.#plan = plan
    this.#prices = prices
    this.#blocked = new Set(blocked)
    this.revision = revision
    this.#present = presentSections(plan).length
    this.states = new Uint8Array(plan.count)
    this.#soldType = new Uint8Array(plan.count).fill(NO_TYPE)
    this.#bySection = new Int32Array(plan.sections.length * KINDS)
    this.#byCategory = new Int32Array(plan.categories.length * KINDS)
    for (let seat = 0; seat < plan.count; seat += 1) this.states[seat] = this.#emptyState(seat)
    for (let seat = 0; seat < plan.count; seat += 1) this.#count(seat, this.states[seat] ?? 0, 1)
    for (const claim of claims) this.#load(claim)
  }

  /** Follows one event of this show; returns the seats that look different now. */
  apply(event: HouseEvent): readonly SeatId[] {
    if (!('showId' in event) || isOfAlert(event)) return []
    // On another version of its plan the show gets another board.
    if (event.type === 'show-replanned') return []
    if (isOfChange(event)) return this.#offSale(event)
    switch (event.type) {
      case 'seats-held': {
        if (event.claimsAtPayment) return []
        const lines = typesOf(event.lines)
        const state = event.purpose === 'hold' ? 'held' : 'reserved'
        const { expiresAtMs } = event
        this.#pending.set(event.bookingId, { lines, state, expiresAtMs, payingUntilMs: null })
        this.#soonestEndMs = Math.min(this.#soonestEndMs, expiresAtMs)
        return this.#set([...lines.keys()], state)
      }
      case 'hold-extended':
      case 'customer-chosen': {
        const pending = this.#pending.get(event.bookingId)
        if (pending) pending.expiresAtMs = event.expiresAtMs
        return []
      }
      case 'hold-deferred':
        return this.#defer(event)
      case 'tickets-chosen': {
        const pending = this.#pending.get(event.bookingId)
        if (pending) pending.lines = typesOf(event.lines)
        return []
      }
      case 'payment-begun':
        return this.#pay(event.bookingId, event.payment.untilMs ?? null)
      case 'payment-taken':
      case 'payment-failed':
        return this.#pay(event.bookingId, null)
      case 'booking-confirmed':
        return this.#sell(event)
      case 'hold-lapsed':
        return this.#set(event.seatIds, 'available')
      case 'booking-expired':
      case 'booking-cancelled':
      case 'booking-failed':
      case 'seats-returned':
      case 'booking-deleted':
        this.#pending.delete(event.bookingId)
        return this.#set(event.seatIds ?? [], 'available')
      case 'booking-reseated': {
        const types = typesOf(event.lines)
        this.#set(event.freed, 'available')
        this.#set(event.taken, 'sold')
        for (const seat of event.taken) this.#markSold(seat, types.get(seat) ?? NO_TYPE)
        return [...event.freed, ...event.taken]
      }
      case 'payment-late':
      case 'proof-reviewed':
      case 'money-returned':
      case 'booking-refunded':
      case 'tickets-reprinted':
      case 'refund-settled':
      case 'ticket-checked-in':
      case 'prices-set':
      case 'standby-joined':
      case 'standby-left':
      case 'standby-served':
        return []
      default:
        return never(event)
    }
  }

  /** [A2] A seat that somebody has stays theirs [SYNC 4.7]: it goes off sale once they give it up. */
  #offSale({ type, seatIds }: SeatsBlocked | SeatsUnblocked): readonly SeatId[] {
    for (const seat of seatIds) this.#blocked[type === 'seats-blocked' ? 'add' : 'delete'](seat)
    const nobodys = seatIds.filter((seat) => isNobodys(this.states[seat]))
    return this.#set(nobodys, 'available')
  }

  #defer({ bookingId, expiresAtMs, seatIds }: HoldDeferred): readonly SeatId[] {
    const pending = this.#pending.get(bookingId)
    if (!pending) return []
    pending.expiresAtMs = expiresAtMs
    pending.state = 'reserved'
    this.#soonestEndMs = Math.min(this.#soonestEndMs, expiresAtMs)
    return this.#set(seatIds, 'reserved')
  }

  /** Only the available count of `countsAt`: every hold asks for it. */
  freeAt(nowMs: number): number {
    const free = this.#inAll[seatStateCode.available] ?? 0
    const stale = this.#stale(nowMs).filter((seat) => this.#emptyState(seat) === seatStateCode.available)
    return free + stale.length
  }

  /** [K1] [K2] A hold past its end counts as available, whether or not that was recorded yet. */
  countsAt(nowMs: number): Counts {
    return this.#countsOf(this.#inAll, this.#stale(nowMs))
  }

  sectionCountsAt(nowMs: number): { name: string; counts: Counts }[] {
    const stale = this.#stale(nowMs)
    return presentSections(this.#plan).map(({ name }, section) => {
      const own = stale.filter((seat) => sectionOf(this.#plan, seat) === section)
      const sums = this.#bySection.subarray(section * KINDS, (section + 1) * KINDS)
      return { name, counts: this.#countsOf(sums, own) }
    })
  }

  /** [K1] Available counts the seats that admit a type; sold counts the type bought. */
  typeCountsAt(ticketTypes: readonly string[], nowMs: number) {
    const stale = this.#stale(nowMs)
    return ticketTypes.map((name, type) => {
      const admits = (category: number) => typeof this.#prices[category]?.[type] === 'number'
      let available = stale.filter((seat) => admits(this.#plan.category[seat] ?? 0)).length
      this.#plan.categories.forEach((_, category) => {
        if (admits(category)) available += this.#byCategory[category * KINDS + seatStateCode.available] ?? 0
      })
      return { name, available, sold: this.#soldByType.get(type) ?? 0 }
    })
  }

  /** Every seat's code at an instant, with holds past their end shown as free. A copy. */
  statesAt(nowMs: number): Uint8Array<ArrayBuffer> {
    const states = new Uint8Array(this.states)
    for (const seat of this.#stale(nowMs)) states[seat] = this.#emptyState(seat)
    return states
  }

  /** As of the last commit: nobody held or had it. */
  looksFree(seatId: SeatId): boolean {
    return this.states[seatId] === this.#emptyState(seatId)
  }

  #load(claim: LiveClaim): void {
    const { seatId, ticketTypeId } = claim
    if (claim.state === 'sold') {
      this.#set([seatId], 'sold')
      return this.#markSold(seatId, ticketTypeId)
    }
    const { bookingId, state, expiresAtMs, payingUntilMs, isLapsed } = claim
    const shown = payingUntilMs === null ? state : 'paying'
    this.#set([seatId], isLapsed ? 'available' : shown)
    const lines = new Map(this.#pending.get(bookingId)?.lines).set(seatId, ticketTypeId)
    this.#pending.set(bookingId, { lines, state, expiresAtMs, payingUntilMs })
    this.#soonestEndMs = Math.min(this.#soonestEndMs, expiresAtMs)
  }

  /** [H6] A terminal is asked, or has answered: the seats of a pending booking are being paid for, or go back to their former state. */
  #pay(bookingId: BookingId, untilMs: number | null): readonly SeatId[] {
    const pending = this.#pending.get(bookingId)
    if (!pending) return []
    pending.payingUntilMs = untilMs
    this.#soonestEndMs = Math.min(this.#soonestEndMs, pending.expiresAtMs)
    return this.#set([...pending.lines.keys()], untilMs === null ? pending.state : 'paying')
  }

  #sell({ bookingId, seatIds, tickets, ticketTypeIds }: BookingConfirmed): readonly SeatId[] {
    const lines = this.#pending.get(bookingId)?.lines
    this.#pending.delete(bookingId)
    const changed = this.#set(seatIds, 'sold')
    if (tickets.length === 0) return changed
    seatIds.forEach((seat, index) =>
      this.#markSold(seat, ticketTypeIds?.[index] ?? lines?.get(seat) ?? NO_TYPE),
    )
    return changed
  }

  #markSold(seat: number, type: number): void {
    this.#soldType[seat] = type
    this.#soldByType.set(type, (this.#soldByType.get(type) ?? 0) + 1)
  }

  #set(seatIds: readonly SeatId[], state: SeatState): readonly SeatId[] {
    for (const seat of seatIds) {
      const before = this.states[seat] ?? 0
      const after = state === 'available' ? this.#emptyState(seat) : seatStateCode[state]
      if (before === seatStateCode.sold && after !== before) this.#unsell(seat)
      this.#count(seat, before, -1)
      this.#count(seat, after, 1)
      this.states[seat] = after
    }
    return seatIds
  }

  #unsell(seat: number): void {
    const type = this.#soldType[seat] ?? NO_TYPE
    this.#soldByType.set(type, (this.#soldByType.get(type) ?? 0) - 1)
    this.#soldType[seat] = NO_TYPE
  }

  #count(seat: number, code: number, by: 1 | -1): void {
    const section = sectionOf(this.#plan, seat)
    const inSection = section * KINDS + code
    const category = (this.#plan.category[seat] ?? 0) * KINDS + code
    this.#bySection[inSection] = (this.#bySection[inSection] ?? 0) + by
    // Sections that are gone come after all others.
    if (section < this.#present) this.#inAll[code] = (this.#inAll[code] ?? 0) + by
    this.#byCategory[category] = (this.#byCategory[category] ?? 0) + by
  }

  #emptyState(seat: number): number {
    return !this.#blocked.has(seat) &&
      !isGone(this.#plan, seat) &&
      isOnSale(this.#plan.category[seat] ?? 0, this.#prices)
      ? seatStateCode.available
      : seatStateCode.blocked
  }

  /** Seats that still look held but whose hold has ended. */
  #stale(nowMs: number): number[] {
    const stale: number[] = []
    if (nowMs < this.#soonestEndMs) return stale
    this.#soonestEndMs = Number.POSITIVE_INFINITY
    for (const { lines, state, expiresAtMs, payingUntilMs } of this.#pending.values()) {
      const endMs = Math.max(expiresAtMs, payingUntilMs ?? 0)
      this.#soonestEndMs = Math.min(this.#soonestEndMs, endMs)
      if (endMs > nowMs) continue
      const code = seatStateCode[payingUntilMs === null ? state : 'paying']
      for (const seat of lines.keys()) if (this.states[seat] === code) stale.push(seat)
    }
    return stale
  }

  #countsOf(counted: Int32Array, stale: readonly number[]): Counts {
    const sums = new Int32Array(counted)
    for (const seat of stale) {
      const held = this.states[seat] ?? 0
      sums[held] = (sums[held] ?? 0) - 1
      sums[this.#emptyState(seat)] = (sums[this.#emptyState(seat)] ?? 0) + 1
    }
    return countsOf(sums)
  }
}
