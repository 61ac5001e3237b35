// Answers what screens ask without changing anything. Owns the shapes of those answers; must never write a row.

import type { Actor } from '../../shared/domain/catalogue.ts'
import { refusalOfCoupon } from '../../shared/domain/hold.ts'
import { priceLines } from '../../shared/domain/pricing.ts'
import { quoteReseat, reseatReads } from '../../shared/domain/reseat.ts'
import { type Refusal, isRefusal } from '../../shared/domain/refusal.ts'
import { refusalIfNotYours } from '../../shared/domain/rights.ts'
import { type Booking, holdEndMs } from '../../shared/domain/booking.ts'
import type { BookingId, ShowId } from '../../shared/domain/ids.ts'
import type { Input, Output, QueryName } from '../../shared/contract/operations.ts'
import type { Answer } from '../../shared/contract/port.ts'
import { known } from '../../shared/lib/assert.ts'
import * as query from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import { alertsOf } from './alert-views.ts'
import { auditLog } from './audit-log.ts'
import { bestSeats, bestStay, nearestLike } from './best-seats.ts'
import { bookingsPage } from './bookings-page.ts'
import { bookingStory } from './booking-story.ts'
import { changedRows } from './changed-rows.ts'
import { changeStory, newestChanges, previewChange } from './change-views.ts'
import { findBookings, moneyDue, reservations } from './find-bookings.ts'
import type { FrontDesk } from './front-desk.ts'
import { customerWithWallet, customersLike } from './customers.ts'
import { proveJournal } from './journal-proof.ts'
import { holdRows } from './hold-rows.ts'
import { lateMoney } from './late-money.ts'
import type { KioskDesk } from './kiosk-desk.ts'
import type { PictureDesk } from './picture-desk.ts'
import type { PlanUploads } from './plan-uploads.ts'
import { previewReplan } from './replan-preview.ts'
import type { PrintDesk } from './print-desk.ts'
import { allMessages, keepPassword, messagesOf } from './message-queries.ts'
import type { EngineParts, Post, Signer, Terminal } from './ports.ts'
import type { Publisher } from './publisher.ts'
import type { Reader } from './reader.ts'
import { reportFacts } from './report-facts.ts'
import { reportRefusals } from './report-refusals.ts'
import { seatMoments, seatStepsAfter } from './seat-past.ts'
import { seatRows } from './seat-rows.ts'
import { seatStory } from './seat-story.ts'
import { previewSheet } from './sheet-desk.ts'
import { exportSheet } from './sheet-rows.ts'
import { shiftCash, shiftList, shiftNow, shiftReport } from './shift-views.ts'
import { signInNames, staffRows } from './staff-rows.ts'
import { couponRows, customerRows, listingRows } from './table-rows.ts'
import { previewTerms, termsOf } from './terms-views.ts'
import { ticketViews } from './ticket-views.ts'
import { walletStatement } from './wallets.ts'

interface QueryParts extends Pick<EngineParts, 'houseTerms' | 'backups' | 'updates'> {
  readonly store: Store
  readonly reader: Reader
  readonly uploads: PlanUploads
  readonly pictures: PictureDesk
  readonly post: Post | null
  readonly signer: Signer
  readonly terminal: Terminal | null
  readonly front: FrontDesk
  readonly printDesk: PrintDesk
  readonly publisher: Pick<Publisher, 'proofs'>
  readonly kiosks: KioskDesk
  readonly version: string
  readonly nowMs: () => number
}

export const sellsAlready: Refusal = { code: 'INVALID_INPUT', field: 'house', problem: 'over', detail: '' }

type Handlers = { readonly [Name in QueryName]: (input: Input<Name>, actor: Actor) => Output<Name> | Refusal }

export class Queries {
  readonly #parts: QueryParts

  constructor(parts: QueryParts) {
    this.#parts = parts
  }

  answer<Name extends QueryName>(actor: Actor, name: Name, input: Input<Name>): Answer<Output<Name>> {
    const result = this.#handlers[name](input, actor)
    return 'code' in result ? { kind: 'refused', refusal: result } : { kind: 'done', value: result }
  }

  readonly #handlers: Handlers = {
    house: (_input, { staffId, name, role, kioskId }) => {
      const { store, version, reader, front, terminal } = this.#parts
      const isIn = staffId !== 0
      const venues = isIn ? store.select(query.allVenues) : []
      return {
        version,
        kioskId,
        actor: isIn ? { staffId, name, role, lockAtMs: front.lockAtMs(kioskId) } : null,
        isOpen: reader.people.isOpen,
        hasTerminal: terminal !== null,
        kiosks: isIn ? this.#parts.kiosks.names() : [],
        venues: venues.map(({ terms: _terms, ...venue }) => venue),
      }
    },
    plan: ({ planId }) => {
      const plan = this.#parts.reader.plan(planId)
      return plan ?? { code: 'NOT_FOUND', what: 'plan', id: String(planId) }
    },
    kiosks: () => this.#parts.kiosks.rows(),
    'find-hubs': () => this.#parts.kiosks.found(),
    'join-hub': (input) => this.#parts.kiosks.join(input),
    'share-house': ({ isShared }) => this.#parts.kiosks.share(isShared),
    'offer-pairing': () => this.#parts.kiosks.offer(),
    'withdraw-pairing': () => this.#parts.kiosks.withdraw(),
    backups: () => ({ state: this.#parts.backups?.state() ?? null }),
    'back-up': () => {
      this.#parts.backups?.makeNow()
      return { isAsked: this.#parts.backups !== null }
    },
    updates: () => ({ state: this.#parts.updates?.state() ?? null, houseVersion: this.#parts.version }),
    'look-for-updates': ({ from }) => {
      this.#parts.updates?.look(from)
      return { isAsked: this.#parts.updates !== null }
    },
    // [SYNC 4.7] This house is selling: it is in no recovery, so there is nothing to hand in or to open.
    'hand-in-rows': () => sellsAlready,
    'hand-in-receipts': () => sellsAlready,
    'settle-lost-sales': () => sellsAlready,
    'open-restored': () => sellsAlready,
    plans: () => ({
      plans: this.#parts.store
        .select(query.allPlans)
        .map(({ planId, name, seats, versionOf, version }) => ({ planId, name, seats, versionOf, version })),
    }),
    'door-key': () => ({ publicKey: this.#parts.signer.publicKeyText() }),
    quote: (input) => this.#quote(input),
    'best-seats': (input) => bestSeats(this.#parts.reader, input, this.#parts.nowMs()),
    'seat-story': (input, actor) =>
      seatStory(this.#parts.reader, input, { actor, nowMs: this.#parts.nowMs() }),
    'seat-steps': (input) => seatStepsAfter(this.#parts, input),
    alerts: (input) => alertsOf(this.#parts.store, input),
    'report-refusals': (input) => reportRefusals(this.#parts.store, input),
    'report-facts': (input) => reportFacts(this.#parts.store, input),
    'seat-moments': (input) => seatMoments(this.#parts, input),
    'nearest-seats': (input) => nearestLike(this.#parts.reader, input, this.#parts.nowMs()),
    'best-stay': (input) => bestStay(this.#parts.reader, input, this.#parts.nowMs()),
    booking: ({ bookingId }, actor) => {
      const booking = this.#bookingFor(bookingId, actor)
      return 'code' in booking ? booking : { booking }
    },
    'find-bookings': (input, actor) => findBookings(this.#parts, input, actor),
    'booking-story': ({ bookingId }, actor) => {
      const booking = this.#bookingFor(bookingId, actor)
      if ('code' in booking) return booking
      const { store, reader } = this.#parts
      return bookingStory(store, booking, known(reader.show(booking.showId), 'show of a booking'))
    },
    'quote-reseat': (input, actor) => {
      const nowMs = this.#parts.nowMs()
      const { booking, showOf, seats, aroundMoved } = reseatReads(input, nowMs)
      const found = this.#parts.reader.read({ booking, showOf, seats, aroundMoved })
      return quoteReseat(found, input, { actor, nowMs })
    },
    'open-carts': (_input, actor) => {
      const { holds } = this.#parts.reader.read({ holds: { kioskId: actor.kioskId } })
      const open = holds.filter(
        (booking) => booking.purpose === 'hold' && this.#parts.nowMs() < holdEndMs(booking),
      )
      return { bookings: open }
    },
    wallet: ({ walletId }) => {
      const statement = walletStatement(this.#parts.store, walletId)
      return statement ?? { code: 'NOT_FOUND', what: 'wallet', id: String(walletId) }
    },
    'money-due': (_input, actor) => ({ bookings: moneyDue(this.#parts, actor) }),
    reservations: (_input, actor) => ({ bookings: reservations(this.#parts, actor) }),
    'late-money': (_input, actor) => ({ slips: lateMoney(this.#parts, actor) }),
    customers: ({ text }) => ({ customers: customersLike(this.#parts.store, text) }),
    customer: ({ customerId, currency }) => {
      const found = customerWithWallet(this.#parts.store, customerId, currency)
      return found ?? { code: 'NOT_FOUND', what: 'customer', id: String(customerId) }
    },
    'open-proofs': () => this.#parts.publisher.proofs.answer(),
    'put-picture': (input, { kioskId }) => this.#parts.pictures.put(kioskId, input),
    picture: (input, actor) => this.#picture(input, actor),
    tickets: ({ bookingId }, actor) => {
      const booking = this.#bookingFor(bookingId, actor)
      if ('code' in booking) return booking
      const planOfShow = (showId: ShowId) => this.#parts.reader.planOfShow(showId)
      return { tickets: ticketViews({ ...this.#parts, planOfShow }, booking) }
    },
    capacity: ({ showId }) => {
      const { reader, nowMs } = this.#parts
      const show = reader.show(showId)
      if (!show) return { code: 'NOT_FOUND', what: 'show', id: String(showId) }
      const board = reader.board(showId)
      return {
        counts: board.countsAt(nowMs()),
        sections: board.sectionCountsAt(nowMs()),
        ticketTypes: board.typeCountsAt(show.ticketTypes, nowMs()),
      }
    },
    papers: () => ({ papers: this.#parts.store.all('paper') }),
    print: (input, actor) => this.#parts.printDesk.put(actor, input),
    'print-again': (input, { kioskId }) => this.#parts.printDesk.again(kioskId, input),
    'drop-print': (input, { kioskId }) => this.#parts.printDesk.drop(kioskId, input),
    'messages-of': ({ bookingId }, actor) => {
      const booking = this.#bookingFor(bookingId, actor)
      return 'code' in booking ? booking : messagesOf(this.#parts, booking)
    },
    messages: () => allMessages(this.#parts),
    'keep-message-password': (input) => keepPassword(this.#parts, input),
    'sign-in-names': () => ({ staff: signInNames(this.#parts.reader.people) }),
    shift: (input, actor) => shiftNow(this.#parts, input, actor),
    'shift-report': (input, actor) => shiftReport(this.#parts, input, actor),
    shifts: (input, actor) => shiftList(this.#parts, input, actor),
    'shift-cash': (input, actor) => shiftCash(this.#parts, input, actor),
    'stay-signed-in': (_input, { kioskId }) => {
      this.#parts.front.touch(kioskId)
      return { lockAtMs: this.#parts.front.lockAtMs(kioskId) }
    },
    staff: () => ({ staff: staffRows(this.#parts.store, this.#parts.reader.people) }),
    'audit-log': (input) => auditLog(this.#parts.store, input),
    'prove-journal': (input) => proveJournal(this.#parts.store, input),
    'put-chunk': (input, actor) => this.#parts.uploads.put(actor.kioskId, input, this.#parts.nowMs()),
    'check-plan': (input, actor) => this.#parts.uploads.check(actor.kioskId, input),
    'preview-replan': (input, actor) => previewReplan(this.#parts, actor.kioskId, input),
    'preview-change': ({ change, ids }) => previewChange(this.#parts, change, ids),
    'preview-sheet': (input, actor) => previewSheet(this.#parts, actor.kioskId, input),
    'export-sheet': (input) => exportSheet(this.#parts, input),
    'changed-rows': (input) => changedRows(this.#parts, input),
    changes: ({ before }) => newestChanges(this.#parts.store, before),
    'listing-rows': (input) => listingRows(this.#parts.store, input),
    'customer-rows': (input) => customerRows(this.#parts.store, input),
    'coupon-rows': (input) => couponRows(this.#parts, input),
    'booking-rows': (input) => bookingsPage(this.#parts, input),
    'seat-rows': (input) => seatRows(this.#parts, input),
    'hold-rows': (input) => holdRows(this.#parts, input),
    'listing-images': ({ listingId }) => ({
      images: [...(this.#parts.store.get('listing', listingId)?.images ?? [])],
    }),
    'listing-picture': (input) => this.#listingPicture(input),
    'terms-of': (input) => termsOf(this.#parts, input),
    'preview-terms': (input) => previewTerms(this.#parts, input),
    change: ({ changeId }) => changeStory(this.#parts.store, changeId),
  }

  #quote({ showId, cartId, lines, couponCode }: Input<'quote'>): Output<'quote'> | Refusal {
    const seatIds = lines.map((line) => line.seatId)
    const nowMs = this.#parts.nowMs()
    const coupon = { code: couponCode, nowMs }
    const found = this.#parts.reader.read({ show: showId, seats: { showId, seatIds }, coupon, cart: cartId })
    if (!found.show) return { code: 'NOT_FOUND', what: 'show', id: String(showId) }
    const unknown = lines.find((line) => !found.seats.some((seat) => seat.seatId === line.seatId))
    if (unknown) {
      return {
        code: 'INVALID_INPUT',
        field: 'lines',
        problem: 'unknown-seat',
        detail: String(unknown.seatId),
      }
    }
    const badCoupon = refusalOfCoupon(found, { couponCode }, found.cart, nowMs)
    if (badCoupon) return badCoupon
    const priced = priceLines(found.show, found.seats, lines, found.coupon)
    return isRefusal(priced) ? priced : { lines: priced.lines, totals: priced.totals }
  }

  #picture({ bookingId, paymentId }: Input<'picture'>, actor: Actor): Output<'picture'> | Refusal {
    const booking = this.#bookingFor(bookingId, actor)
    if ('code' in booking) return booking
    const proof = booking.payments.find((payment) => payment.paymentId === paymentId)?.proof
    const picture = proof === undefined ? null : this.#parts.pictures.picture(proof)
    return picture ?? { code: 'NOT_FOUND', what: 'payment', id: paymentId }
  }

  /** Only pictures of this listing: other pictures in the house prove payments. */
  #listingPicture({ listingId, digest }: Input<'listing-picture'>): Output<'listing-picture'> | Refusal {
    const images = this.#parts.store.get('listing', listingId)?.images ?? []
    const isOwn = images.some((image) => image.digest === digest)
    const picture = isOwn ? this.#parts.pictures.picture(digest) : null
    return picture ?? { code: 'NOT_FOUND', what: 'picture', id: digest }
  }

  /** [P11] The booking, if this actor may see it. */
  #bookingFor(bookingId: BookingId, actor: Actor): Booking | Refusal {
    const booking = this.#parts.reader.booking(bookingId)
    if (!booking) return { code: 'NOT_FOUND', what: 'booking', id: bookingId }
    return refusalIfNotYours(booking, actor) ?? booking
  }
}
