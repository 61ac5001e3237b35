// Answers what decisions and screens ask, from rows. Owns the way from rows to the domain's types, and a cache of the catalogue; must never
// write, and never let what it remembers outlive a change (`forget`).

import { known } from '../../shared/lib/assert.ts'
import type { Answerers, Asks, Found, ReadingName, Readings } from '../../shared/domain/asks.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import { exchangedOf } from '../../shared/domain/exchange.ts'
import { seatChanges } from '../../shared/domain/seat-changes.ts'
import type { BookingId, PlanId, SeatId, ShowId } from '../../shared/domain/ids.ts'
import { type Plan, isGone } from '../../shared/domain/seat-plan/plan.ts'
import type { FoundSeat, FoundShow } from '../../shared/domain/show.ts'
import type { Terms } from '../../shared/domain/terms.ts'
import * as query from '../store/queries.ts'
import type { ClaimStrategy, Store } from '../store/store.ts'
import { aroundChoice, aroundMoved } from './around.ts'
import { Blocks, whyOffSale } from './blocks.ts'
import { bookingOf } from './booking-rows.ts'
import { changedSeats } from './changed-seats.ts'
import { changingRows, undoingPart } from './changing-rows.ts'
import { revisionOf } from './journal-writer.ts'
import { ticketOfCode } from './door.ts'
import { couponOfBooking, couponWithUses, kindOf, nextIds, planHead } from './catalogue-reader.ts'
import { changesShows, foundShow, offeredShow } from './found-show.ts'
import { kioskEntries } from './kiosk-rows.ts'
import { KeptPlans } from './kept-plans.ts'
import { liveClaims } from './live-claims.ts'
import { Messaging, bookingOfMessage } from './messaging.ts'
import { nearestSeats } from './nearest-seats.ts'
import { placeOf, seriesModel } from './show-facts.ts'
import { PendingBookings } from './pending-bookings.ts'
import { People } from './people.ts'
import type { EngineParts, Signer } from './ports.ts'
import { SeatBoard } from './seat-board.ts'
import { Shifts, atRestOf, foundShift } from './shifts.ts'
import { TouchedSeats } from './touched-seats.ts'
import { walletOfBooking, walletOfCustomer, walletWithBalance } from './wallets.ts'

export class Reader {
  readonly pending: PendingBookings
  readonly people: People
  readonly shifts: Shifts
  readonly messaging: Messaging
  readonly blocks: Blocks
  /** While true, a seat that looked free at the last commit and was not touched since is taken to be free without looking up claims. */
  isTrusting = false
  readonly #touched = new TouchedSeats()
  /** [L4] Shows that the running commit moved to another version of their plan. */
  readonly #replanned = new Set<ShowId>()
  readonly #store: Store
  readonly #signer: Signer
  readonly #houseTerms: Partial<Terms>
  readonly #claims: ClaimStrategy
  readonly #shows = new Map<ShowId, FoundShow>()
  readonly #waiting = new Map<ShowId, Readings['waiting']['answer']>()
  readonly #planIds = new Map<ShowId, PlanId>()
  readonly #plans: KeptPlans
  readonly #boards = new Map<ShowId, SeatBoard>()
  /** Functions that take back what was read into the cache since the last commit. */
  readonly #unsettled: (() => void)[] = []
  /** Bookings read while one decision's asks are answered: all seats of a booking lead to the same one. */
  #met: Map<BookingId, Booking> | null = null

  /** `signer` tells our own tickets from others. `houseTerms`: started with; only the built-in defaults rank below them [H2]. */
  constructor(parts: Pick<EngineParts, 'store' | 'signer' | 'houseTerms' | 'claims'>) {
    const { store, signer, houseTerms, claims } = parts
    this.#store = store
    this.#plans = new KeptPlans(store)
    this.#signer = signer
    this.#claims = claims
    this.pending = new PendingBookings(store)
    this.people = new People(store)
    this.shifts = new Shifts(store)
    this.messaging = new Messaging(store)
    this.blocks = new Blocks(store)
    this.#houseTerms = houseTerms
  }

  /** Applies what was recorded, inside the commit that records it. */
  follow(event: HouseEvent, atMs: number): void {
    if (changesShows.has(event.type)) this.#shows.clear()
    // Its board is of the old plan: later commands in the same commit read a new one.
    if (event.type === 'show-replanned') {
      this.#replanned.add(event.showId)
      this.#boards.delete(event.showId)
    }
    this.blocks.follow(event)
    this.messaging.follow(event)
    if (event.type.startsWith('standby-')) this.#waiting.clear()
    if ('bookingId' in event) this.pending.follow(event, atMs)
    else {
      this.people.follow(event)
      this.shifts.follow(event)
    }
    if (!('showId' in event)) return
    for (const { seatIds } of seatChanges(event)) this.#touched.touch(event.showId, seatIds)
  }

  /** A part of the running commit was undone: what it may have changed is read again. Plans stay: they never change. */
  forget(): void {
    this.#forgetKept()
    this.pending.forget()
  }

  /** The running commit was undone: what it changed, and what was read inside it, is read again. */
  undo(): void {
    this.#forgetKept()
    this.pending.undo()
    this.#touched.forget()
    for (const takeBack of this.#unsettled.splice(0)) takeBack()
  }

  #forgetKept(): void {
    for (const kept of [this.#shows, this.#waiting]) kept.clear()
    for (const showId of this.#replanned) this.#boards.delete(showId)
    for (const kept of [this.people, this.shifts, this.messaging, this.blocks, this.#plans]) kept.forget()
  }

  /** The commit succeeded: what was read inside it holds. */
  settle(): void {
    this.pending.settle()
    this.#touched.forget()
    this.#replanned.clear()
    this.#unsettled.length = 0
  }

  /** Another process wrote: nothing in memory can be trusted, not even that a plan is there. */
  forgetAll(): void {
    this.forget()
    this.#plans.forgetAll()
    this.#boards.clear()
  }

  /** Seats of a show that the running commit held or freed. */
  touchedSeats(showId: ShowId): ReadonlySet<SeatId> {
    return this.#touched.of(showId)
  }

  read<Name extends ReadingName>(asks: Asks<Name>): Found<Name> {
    // Created with all its property names: an object that grows name by name is slow to build and to read from.
    const found: Record<Name, unknown> = { ...asks }
    this.#met = new Map()
    try {
      for (const name in asks) found[name] = this.#answers[name](asks[name])
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
    const categories = this.#plans.categoriesOf(row.planId)
    const show = foundShow(this.#store, row, { houseTerms: this.#houseTerms, priceVersion, categories })
    if (priceVersion === undefined) this.#shows.set(showId, show)
    return show
  }

  plan(planId: PlanId): Plan | null {
    return this.#plans.plan(planId, (takeBack) => this.#unsettled.push(takeBack))
  }

  planOfShow(showId: ShowId): Plan {
    // Set whenever the show is read; moving it to another version makes that happen again.
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

  /** The seats of a show as they stand, built from its live claims when first asked for. */
  board(showId: ShowId): SeatBoard {
    const ready = this.#boards.get(showId)
    if (ready) return ready
    const show = known(this.show(showId), 'show of board')
    const claims = liveClaims(this.#store, this.pending, showId)
    const offer = { prices: show.prices, blocked: this.blocks.in(showId).keys() }
    const board = new SeatBoard(this.planOfShow(showId), offer, revisionOf(this.#store, showId), claims)
    this.#boards.set(showId, board)
    this.#unsettled.push(() => this.#boards.delete(showId))
    return board
  }

  /** The board, if it is in memory already. */
  boardIfOpen(showId: ShowId): SeatBoard | undefined {
    return this.#boards.get(showId)
  }

  forgetBoard(showId: ShowId): void {
    this.#boards.delete(showId)
  }

  readonly #answers: Answerers = {
    show: (showId) => this.show(showId),
    showOf: (bookingId) => this.#showOf(bookingId),
    seats: ({ showId, seatIds }) => this.seatsOf(showId, seatIds, this.claimantsIn(showId)),
    around: (ask) => aroundChoice(this, ask),
    aroundMoved: (ask) => aroundMoved(this, ask),
    seatsOf: (bookingId) => this.#seatsOf(bookingId),
    booking: (bookingId) => this.booking(bookingId),
    cart: (cartId) => this.pending.ofCart(cartId),
    waiting: (showId) => this.#waitingFor(showId),
    customer: (id) => kindOf('customer', id === null ? undefined : this.#store.get('customer', id)),
    wallet: (walletId) => walletWithBalance(this.#store, walletId),
    walletOf: (bookingId) => walletOfBooking(this.#store, this.booking(bookingId)),
    walletOfCustomer: ({ customerId, currency }) => walletOfCustomer(this.#store, customerId, currency),
    offered: (bookingId) => offeredShow(this.#store, this, bookingId),
    nearest: (ask) => nearestSeats(this, ask),
    couponOf: (ask) => couponOfBooking(this.#store, this, ask),
    exchanged: (bookingId) => exchangedOf(this.booking(bookingId), this.#showOf(bookingId)),
    taskOpen: (taskKey) => this.#store.get('terminalTask', taskKey) !== undefined,
    ticketsRow: (bookingId) => this.#store.get('booking', bookingId)?.ticketsSequence ?? null,
    ticket: (code) =>
      ticketOfCode({ store: this.#store, signer: this.#signer, booking: (id) => this.booking(id) }, code),
    coupon: (ask) => couponWithUses(this.#store, this.pending, ask),
    freeSeats: ({ showId, nowMs }) => (this.show(showId) ? this.board(showId).freeAt(nowMs) : 0),
    changed: (ask) => (this.#claims === 'optimistic' ? changedSeats(this.#store, ask) : []),
    due: ({ nowMs, limit }) => this.pending.due(nowMs, limit),
    copies: (bookingId) => this.#store.select(query.copiesOfBooking, bookingId).length,
    shift: (kioskId) => foundShift(this.shifts.newestOf(kioskId)),
    drawer: (kioskId) => this.shifts.balances(kioskId),
    shiftReport: (kioskId) => this.shifts.reportOf(kioskId),
    holds: (filter) => this.pending.matching(filter),
    changing: (ask) => changingRows(this.#store, this, ask),
    undoing: (ask) => undoingPart(this.#store, this, ask),
    model: (showId) => seriesModel(this.#store, this.show(showId)),
    plan: (planId) => planHead(planId, this.plan(planId)),
    venue: (id) => kindOf('venue', id === null ? undefined : this.#store.get('venue', id)),
    nextIds: () => nextIds(this.#store),
    kiosks: () => kioskEntries(this.#store),
    atRest: ({ nowMs }) => atRestOf(this.#store, nowMs),
    messaging: () => this.messaging.entry,
    message: (messageId) => this.#store.get('message', messageId) ?? null,
    bookingOfMessage: (messageId) => bookingOfMessage(this.#store, (id) => this.booking(id), messageId),
  }

  /** Cached: every hold asks whether anybody waits. */
  #waitingFor(showId: ShowId): Readings['waiting']['answer'] {
    const waiting = this.#waiting.get(showId) ?? this.#store.select(query.waitingForShow, showId)
    this.#waiting.set(showId, waiting)
    return waiting
  }

  #showOf(bookingId: BookingId): FoundShow | null {
    const booking = this.booking(bookingId)
    return booking && this.show(booking.showId, booking.priceVersion)
  }

  /** In the order asked; seats that the show does not have are left out. */
  seatsOf(
    showId: ShowId,
    seatIds: readonly SeatId[],
    claimantOf: (seatId: SeatId) => Booking | null,
  ): FoundSeat[] {
    const show = this.show(showId)
    if (!show) return []
    const plan = this.planOfShow(showId)
    const blocked = this.blocks.in(showId)
    return [...new Set(seatIds)]
      .filter((seatId) => !isGone(plan, seatId))
      .map((seatId) => ({
        ...placeOf(plan, seatId, show.sort),
        claimedBy: claimantOf(seatId),
        ...whyOffSale(blocked, seatId),
      }))
  }

  #seatsOf(bookingId: BookingId): FoundSeat[] {
    const booking = this.booking(bookingId)
    if (!booking) return []
    const seatIds = booking.lines.map((line) => line.seatId)
    // A pending booking's claims live exactly as long as it is pending: nobody else can have its seats.
    const { showId, state, claimsAtPayment } = booking
    const isClaimant = state === 'reserved' && !claimsAtPayment
    return this.seatsOf(showId, seatIds, (seatId) => (isClaimant ? booking : this.claimant(showId, seatId)))
  }

  claimantsIn(showId: ShowId): (seatId: SeatId) => Booking | null {
    const board = this.isTrusting ? this.#boards.get(showId) : undefined
    const touched = this.#touched.of(showId)
    const looksFree = (seatId: SeatId) => board?.looksFree(seatId) === true && !touched.has(seatId)
    return (seatId) => (looksFree(seatId) ? null : this.claimant(showId, seatId))
  }

  claimant(showId: ShowId, seatId: SeatId): Booking | null {
    const claim = this.#store.get('claim', showId, seatId)
    return claim ? known(this.booking(claim.bookingId), 'claiming booking') : null
  }
}
