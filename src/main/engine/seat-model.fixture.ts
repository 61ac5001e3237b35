// Who should own which seat, and until when: a small model to compare the engine with in the property test. Owns its own reading
// of the rules on purpose; must never import a decision, a store or the engine.

import {
  type Hall,
  type Kept,
  type Line,
  type ModelTerms,
  type Wish,
  become,
  endMs,
  hasSeat,
  inFlight,
  paid,
  payEndMs,
  seatsOf,
} from './model-booking.fixture.ts'

export class SeatModel {
  readonly kept: Kept[] = []
  readonly terms: ModelTerms
  readonly hall: Hall

  constructor(hall: Hall, terms: ModelTerms) {
    this.hall = hall
    this.terms = terms
  }

  /** Who has the seat at an instant; a lapsed selection has no seats. */
  ownerOf(show: number, seat: number, nowMs: number): Kept | null {
    const owns = (one: Kept) => one.show === show && hasSeat(one, seat) && stands(one, nowMs)
    return this.kept.find(owns) ?? null
  }

  isOnSale(seat: number): boolean {
    return (this.hall.prices[seat] ?? []).some((price) => price !== null)
  }

  isFree(show: number, seat: number, nowMs: number, mine: Kept | null = null): boolean {
    const owner = this.ownerOf(show, seat, nowMs)
    return this.isOnSale(seat) && (owner === null || owner === mine)
  }

  mayTouch(kiosk: string, one: Kept): boolean {
    return kiosk === one.kiosk || kiosk === 'manager'
  }

  /** The cart's selection, until something ends it. */
  ofCart(cart: string): Kept | null {
    return this.kept.find((one) => one.cart === cart && one.state === 'reserved') ?? null
  }

  mayHold(wish: Wish, nowMs: number): boolean {
    const mine = this.ofCart(wish.cart)
    if (mine && (inFlight(mine) || paid(mine) > 0)) return false
    const { seats, show } = wish
    const areFree = seats.every((seat) => this.isFree(show, seat, nowMs, mine))
    return new Set(seats).size === seats.length && areFree && this.mayUse(wish.coupon, mine, nowMs)
  }

  held(id: string, wish: Wish, nowMs: number): Kept {
    const { show, kiosk, cart, customer, coupon } = wish
    const mine = this.ofCart(cart)
    this.giveWay(show, wish.seats, nowMs, mine)
    if (mine && nowMs < endMs(mine)) become(mine, 'cancelled')
    else if (mine) this.expire(mine)
    const { vipHoldMs, holdMs: plainMs, graceMs } = this.terms
    const holdMs = customer !== null && this.hall.vips.includes(customer) ? vipHoldMs : plainMs
    const lines = this.linesOf(wish.seats, 0, coupon)
    const isUnheld = this.hall.unheldShows.includes(show)
    const ends = { holdMs, untilMs: nowMs + holdMs, graceUntilMs: nowMs + holdMs + graceMs }
    const given = { id, show, kiosk, cart, customer, isUnheld, bornMs: nowMs, lines, coupon, ...ends }
    return this.keep(given)
  }

  keep(
    given: Omit<
      Kept,
      'state' | 'path' | 'isReservation' | 'isExtended' | 'money' | 'passes' | 'keptOfReturns' | 'given'
    >,
  ): Kept {
    const fresh = {
      isReservation: false,
      isExtended: false,
      money: [],
      passes: [],
      keptOfReturns: 0,
      given: 0,
    }
    const one: Kept = { ...given, ...fresh, state: 'reserved', path: ['reserved'] }
    this.kept.push(one)
    return one
  }

  /** Lapsed selections on these seats end as soon as somebody takes one of the seats. */
  giveWay(show: number, seats: readonly number[], nowMs: number, mine: Kept | null): void {
    for (const one of this.kept) {
      const isUnder = one.show === show && !one.isUnheld && seats.some((seat) => hasSeat(one, seat))
      if (one !== mine && isUnder && one.state === 'reserved' && nowMs >= endMs(one)) this.expire(one)
    }
  }

  /** Overridden where there is money. */
  expire(one: Kept): void {
    become(one, 'expired')
  }

  mayExtend(kiosk: string, one: Kept, nowMs: number): boolean {
    return this.mayTouch(kiosk, one) && isAtRest(one, nowMs) && !one.isExtended
  }

  extended(one: Kept): void {
    one.isExtended = true
    one.untilMs += one.holdMs
    one.graceUntilMs += one.holdMs
  }

  mayDefer(kiosk: string, one: Kept, nowMs: number): boolean {
    return this.mayTouch(kiosk, one) && isAtRest(one, nowMs)
  }

  deferred(one: Kept): void {
    if (one.isReservation) return
    const { reservationMs, graceMs } = this.terms
    one.isReservation = true
    one.isExtended = false
    one.untilMs = Math.max(one.untilMs, one.bornMs + reservationMs)
    one.holdMs = one.untilMs - one.bornMs
    one.graceUntilMs = Math.max(one.graceUntilMs, one.untilMs + graceMs)
  }

  mayChoose(kiosk: string, one: Kept, choice: { type: number; coupon: string | null }, nowMs: number) {
    const areAdmitted = one.lines.every(({ seat }) => this.priceOf(seat, choice.type) !== null)
    const isOpen = this.mayTouch(kiosk, one) && isAtRest(one, nowMs) && paid(one) === 0
    return isOpen && areAdmitted && this.mayUse(choice.coupon, one, nowMs)
  }

  chosen(one: Kept, { type, coupon }: { type: number; coupon: string | null }): void {
    one.lines = this.linesOf(seatsOf(one), type, coupon)
    one.coupon = coupon
  }

  /** Its owner may change; but a booking that one customer paid towards does not become another's. */
  mayChooseCustomer(kiosk: string, one: Kept, customer: number | null, nowMs: number): boolean {
    const isNobodys = one.customer === null || one.customer === customer
    return this.mayTouch(kiosk, one) && isAtRest(one, nowMs) && (isNobodys || paid(one) === 0)
  }

  /** A selection becomes as long as if it had been made for that customer, never shorter. */
  customerChosen(one: Kept, customer: number | null): void {
    const isLonger = one.customer !== customer && customer !== null && this.hall.vips.includes(customer)
    one.customer = customer
    if (!isLonger || one.isReservation) return
    const gain = Math.max(0, this.terms.vipHoldMs - one.holdMs)
    one.holdMs += gain
    one.untilMs += gain
    one.graceUntilMs += gain
  }

  /** Those that a manager releases in bulk: holds that no money has touched. */
  releasable(kiosk: string | null): Kept[] {
    return this.kept.filter((one) => {
      const isIdle = one.state === 'reserved' && !one.isReservation && !inFlight(one) && paid(one) === 0
      return isIdle && (kiosk === null || one.kiosk === kiosk)
    })
  }

  /** Time as the sweeper records it: what can no longer be paid has ended. */
  swept(nowMs: number): void {
    for (const one of this.kept) if (one.state === 'reserved' && nowMs >= payEndMs(one)) this.expire(one)
  }

  /** Every instant at which something ends, from `nowMs` on. */
  deadlines(nowMs: number): number[] {
    const pending = this.kept.filter((one) => one.state === 'reserved')
    const all = pending.flatMap((one) => [one.untilMs, one.graceUntilMs, inFlight(one)?.untilMs ?? 0])
    return all.filter((atMs) => atMs >= nowMs)
  }

  /** The coupon may be used once here: by a booking that is paid, or can still be. */
  mayUse(coupon: string | null, mine: Kept | null, nowMs: number): boolean {
    if (coupon === null) return true
    const isUsing = (one: Kept) => isSold(one) || (one.state === 'reserved' && nowMs < payEndMs(one))
    return !this.kept.some((one) => one !== mine && one.coupon === coupon && isUsing(one))
  }

  priceOf(seat: number, type: number): number | null {
    return this.hall.prices[seat]?.[type] ?? null
  }

  /** The coupon takes off a tenth, which every price of the hall divides by. */
  linesOf(seats: readonly number[], type: number, coupon: string | null): Line[] {
    return seats.map((seat) => {
      const price = this.priceOf(seat, type) ?? 0
      return { seat, type, price, off: coupon === null ? 0 : price / 10, fee: this.terms.feeMinor }
    })
  }
}

function isSold({ state }: Kept): boolean {
  return state === 'confirmed' || state === 'completed'
}

function stands(one: Kept, nowMs: number): boolean {
  if (isSold(one)) return true
  return one.state === 'reserved' && !one.isUnheld && nowMs < endMs(one)
}

/** Still held, and no payment is in flight. */
function isAtRest(one: Kept, nowMs: number): boolean {
  return one.state === 'reserved' && nowMs < endMs(one) && !inFlight(one)
}
