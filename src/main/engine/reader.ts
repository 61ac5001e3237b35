// Answers what decisions and screens ask, from rows. Owns the way from rows to the domain's types and a memory of the catalogue;
// must never write, and never let what it remembers outlive a change (`forget`).

import { assert, known } from '../../shared/lib/assert.ts'
import type { Asks, Found, ReadingName, Readings, ShowRecord } from '../../shared/domain/asks.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { type HouseEvent, seatChange } from '../../shared/domain/events.ts'
import type { BookingId, PlanId, SeatId, ShowId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { seatLabel } from '../../shared/domain/seat-plan/plan.ts'
import { nothingAround, seatsAround } from '../../shared/domain/seat-plan/seats-around.ts'
import type { FoundSeat, FoundShow } from '../../shared/domain/show.ts'
import { claimStateAt } from '../../shared/domain/show.ts'
import { resolveTerms, type Terms } from '../../shared/domain/terms.ts'
import * as query from '../store/queries.ts'
import { planOf } from '../store/plan-rows.ts'
import type { Row, Store } from '../store/store.ts'
import { bookingOf } from './booking-rows.ts'
import { kindOf, nextIds } from './catalogue-rows.ts'
import { revisionOf } from './journal-writer.ts'
import { PendingBookings } from './pending-bookings.ts'
import { type LiveClaim, SeatBoard } from './seat-board.ts'

export class Reader {
  readonly pending: PendingBookings
  /** A seat that looked free at the last commit, and that nobody touched since, is taken to be free without asking for claims. */
  isTrusting = false
  /** Seats of shows that the running commit held or freed. */
  readonly #touched = new Map<ShowId, Set<SeatId>>()
  readonly #store: Store
  readonly #houseTerms: Partial<Terms>
  readonly #shows = new Map<ShowId, FoundShow>()
  readonly #planIds = new Map<ShowId, PlanId>()
  readonly #plans = new Map<PlanId, Plan>()
  readonly #boards = new Map<ShowId, SeatBoard>()
  /** Takes back what was read since the last commit: it may show what is being undone. */
  readonly #unsettled: (() => void)[] = []
  /** Bookings met while one decision's asks are answered: seats of one booking all lead to it. */
  #met: Map<BookingId, Booking> | null = null

  /** `houseTerms`: what this house was started with, nearest to the built-in defaults [H2]. */
  constructor(store: Store, houseTerms: Partial<Terms>) {
    this.#store = store
    this.pending = new PendingBookings(store)
    this.#houseTerms = houseTerms
  }

  /** What was recorded, inside the commit that records it. */
  follow(event: HouseEvent, atMs: number): void {
    if (event.type === 'entry-saved' || event.type === 'prices-set') this.#shows.clear()
    if ('bookingId' in event) this.pending.follow(event, atMs)
    const change = seatChange(event)
    if (change && 'showId' in event) this.#touch(event.showId, change.seatIds)
  }

  /** A part of the running commit was undone: read again what it may have changed. Plans stay: they never change. */
  forget(): void {
    this.#shows.clear()
    this.pending.forget()
  }

  /** The running commit was undone: read again what it changed, and what was read inside it. */
  undo(): void {
    this.#shows.clear()
    this.pending.undo()
    this.#touched.clear()
    for (const takeBack of this.#unsettled) takeBack()
    this.#unsettled.length = 0
  }

  /** The commit holds: what was read inside it is true. */
  settle(): void {
    this.pending.settle()
    this.#touched.clear()
    this.#unsettled.length = 0
  }

  /** Another process wrote: nothing in memory can be trusted, not even that a plan is there. */
  forgetAll(): void {
    this.forget()
    this.#plans.clear()
    this.#boards.clear()
  }

  /** Seats of a show that the running commit held or freed. */
  touchedSeats(showId: ShowId): readonly SeatId[] {
    return [...(this.#touched.get(showId) ?? [])]
  }

  forgetBoard(showId: ShowId): void {
    this.#boards.delete(showId)
  }

  read<Name extends ReadingName>(asks: Asks<Name>): Found<Name> {
    const found: Partial<Record<ReadingName, unknown>> = {}
    this.#met = new Map()
    try {
      for (const name of Object.keys(asks) as Name[]) found[name] = this.#answers[name](asks[name])
      return found as Found<Name>
    } finally {
      this.#met = null
    }
  }

  show(showId: ShowId, priceVersion?: number): FoundShow | null {
    const ready = this.#shows.get(showId)
    if (ready && (priceVersion ?? ready.priceVersion) === ready.priceVersion) return ready
    const row = this.#store.get('show', showId)
    if (!row) return null
    this.#planIds.set(showId, row.planId)
    const show = this.#makeShow(row, priceVersion)
    if (priceVersion === undefined) this.#shows.set(showId, show)
    return show
  }

  plan(planId: PlanId): Plan | null {
    const ready = this.#plans.get(planId)
    if (ready) return ready
    const plan = planOf(this.#store, planId)
    if (!plan) return null
    this.#plans.set(planId, plan)
    this.#unsettled.push(() => this.#plans.delete(planId))
    return plan
  }

  planOfShow(showId: ShowId): Plan {
    // Noted whenever the show is read; a show never moves to another plan.
    const planId = this.show(showId) && this.#planIds.get(showId)
    return known(this.plan(known(planId, 'show of plan')), 'plan of show')
  }

  booking(bookingId: BookingId): Booking | null {
    const met = this.pending.get(bookingId) ?? this.#met?.get(bookingId)
    if (met) return met
    const row = this.#store.get('booking', bookingId)
    const booking = row ? bookingOf(this.#store, row) : null
    if (booking) this.#met?.set(bookingId, booking)
    return booking
  }

  /** The seats of a show as they stand, built from its live claims at the first ask. */
  board(showId: ShowId): SeatBoard {
    const ready = this.#boards.get(showId)
    if (ready) return ready
    const show = known(this.show(showId), 'show of board')
    const revision = revisionOf(this.#store, showId)
    const board = new SeatBoard(this.planOfShow(showId), show.prices, revision, this.#liveClaims(showId))
    this.#boards.set(showId, board)
    this.#unsettled.push(() => this.#boards.delete(showId))
    return board
  }

  /** The board where one is in memory already: nobody looks at the others. */
  boardIfOpen(showId: ShowId): SeatBoard | undefined {
    return this.#boards.get(showId)
  }

  readonly #answers: {
    readonly [Name in ReadingName]: (ask: Readings[Name]['ask']) => Readings[Name]['answer']
  } = {
    show: (showId) => this.show(showId),
    showOf: (bookingId) => this.#showOf(bookingId),
    seats: ({ showId, seatIds }) => this.#seats(showId, seatIds, this.#claimants(showId)),
    around: (ask) => this.#around(ask),
    seatsOf: (bookingId) => this.#seatsOf(bookingId),
    booking: (bookingId) => this.booking(bookingId),
    cart: (cartId) => this.pending.ofCart(cartId),
    waiting: (showId) => this.#store.select(query.waitingForShow, showId),
    customer: (id) => kindOf('customer', id === null ? undefined : this.#store.get('customer', id)),
    coupon: ({ code, nowMs }) => this.#coupon(code, nowMs),
    freeSeats: ({ showId, nowMs }) => (this.show(showId) ? this.board(showId).freeAt(nowMs) : 0),
    due: ({ nowMs, limit }) => this.pending.due(nowMs, limit),
    copies: (bookingId) => this.#store.select(query.copiesOfBooking, bookingId).length,
    holds: (filter) => this.pending.matching(filter),
    shows: (showIds) => showIds.flatMap((showId) => this.#showRecord(showId) ?? []),
    plan: (planId) => this.#planHead(planId),
    venue: (id) => kindOf('venue', id === null ? undefined : this.#store.get('venue', id)),
    nextIds: () => nextIds(this.#store),
  }

  #makeShow(row: Row<'show'>, priceVersion: number | undefined): FoundShow {
    const venue = known(this.#store.get('venue', row.venueId), 'venue of show')
    const listing = known(this.#store.get('listing', row.listingId), 'listing of show')
    const list =
      priceVersion === undefined
        ? this.#store.select(query.pricesOfShow, row.showId, 1)[0]
        : this.#store.get('priceList', row.showId, priceVersion)
    return {
      showId: row.showId,
      active: row.active && listing.active,
      startsAtMs: row.startsAtMs,
      salesCloseAtMs: row.salesCloseAtMs,
      zone: venue.zone,
      currency: venue.currency,
      terms: resolveTerms(this.#houseTerms, venue.terms, listing.terms, row.terms),
      ticketTypes: row.ticketTypes,
      priceVersion: list?.version ?? 0,
      prices: list?.prices ?? [],
    }
  }

  #showOf(bookingId: BookingId): FoundShow | null {
    const booking = this.booking(bookingId)
    return booking && this.show(booking.showId, booking.priceVersion)
  }

  #seats(
    showId: ShowId,
    seatIds: readonly SeatId[],
    claimantOf: (seatId: SeatId) => Booking | null,
  ): FoundSeat[] {
    if (!this.show(showId)) return []
    const plan = this.planOfShow(showId)
    return [...new Set(seatIds)]
      .filter((seatId) => seatId < plan.count)
      .map((seatId) => ({
        seatId,
        label: seatLabel(plan, seatId),
        section: plan.sections[plan.rows[plan.row[seatId] ?? 0]?.section ?? 0]?.name ?? '',
        category: plan.category[seatId] ?? 0,
        claimedBy: claimantOf(seatId),
      }))
  }

  #around({ showId, cartId, seatIds, nowMs }: Readings['around']['ask']): Readings['around']['answer'] {
    const show = this.show(showId)
    if (!show) return nothingAround
    const plan = this.planOfShow(showId)
    return seatsAround({ plan, ...show, claimantOf: this.#claimants(showId), nowMs }, seatIds, cartId)
  }

  #seatsOf(bookingId: BookingId): FoundSeat[] {
    const booking = this.booking(bookingId)
    if (!booking) return []
    const seatIds = booking.lines.map((line) => line.seatId)
    // A pending booking's claims live exactly as long as it is pending: nobody else can stand on its seats.
    const { showId, state } = booking
    return this.#seats(showId, seatIds, (seatId) =>
      state === 'reserved' ? booking : this.#claimant(showId, seatId),
    )
  }

  #claimants(showId: ShowId): (seatId: SeatId) => Booking | null {
    const board = this.isTrusting ? this.#boards.get(showId) : undefined
    const touched = this.#touched.get(showId)
    const looksFree = (seatId: SeatId) => board?.looksFree(seatId) === true && touched?.has(seatId) !== true
    return (seatId) => (looksFree(seatId) ? null : this.#claimant(showId, seatId))
  }

  #touch(showId: ShowId, seatIds: readonly SeatId[]): void {
    const touched = this.#touched.get(showId) ?? new Set()
    for (const seatId of seatIds) touched.add(seatId)
    this.#touched.set(showId, touched)
  }

  #claimant(showId: ShowId, seatId: SeatId): Booking | null {
    const claims = this.#store.select(query.liveClaimOnSeat, showId, seatId)
    assert(claims.length <= 1, `seat ${seatId} of show ${showId} is claimed ${claims.length} times`)
    return claims[0] ? known(this.booking(claims[0].bookingId), 'claiming booking') : null
  }

  /** [H4] A pending booking past its grace has given its coupon back, whether or not anybody has noticed yet. */
  #coupon(code: string | null, nowMs: number): Readings['coupon']['answer'] {
    const row = code === null ? undefined : this.#store.get('coupon', code)
    if (!row) return null
    const carrying = this.#store.select(query.liveWithCoupon, row.code)
    const counting = carrying.filter(
      (booking) => booking.state !== 'reserved' || nowMs < booking.graceEndsAtMs,
    )
    return { kind: 'coupon', ...row, uses: counting.length }
  }

  #showRecord(showId: ShowId): ShowRecord | null {
    const row = this.#store.get('show', showId)
    const show = this.show(showId)
    if (!row || !show) return null
    return { entry: { kind: 'show', ...row }, show, liveHolds: this.pending.matching({ showId }).length }
  }

  #planHead(planId: PlanId): Readings['plan']['answer'] {
    const plan = this.plan(planId)
    return plan && { planId, name: plan.name, categories: plan.categories.map((category) => category.name) }
  }

  /** A live claim whose booking is not pending is paid for. */
  #liveClaims(showId: ShowId): LiveClaim[] {
    return this.#store.select(query.liveClaimsOfShow, showId).map((claim) => {
      const booking = this.pending.get(claim.bookingId)
      if (!booking) return { ...claim, state: 'sold', expiresAtMs: 0 }
      const { expiresAtMs } = booking
      return { ...claim, state: claimStateAt(booking, expiresAtMs - 1), expiresAtMs }
    })
  }
}
