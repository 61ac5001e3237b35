// What should be paid, by whom, and where the money is: the model's second part. Owns its own reading of the rules on purpose;
// must never import a decision, a store or the engine.

import {
  type Coming,
  type Offer,
  type Outcome,
  type Purse,
  type RefundTo,
  type Rescued,
  type Said,
  type Kept,
  type Line,
  type Money,
  become,
  here,
  inFlight,
  paid,
  payEndMs,
  seatsOf,
  total,
  waysBack,
} from './model-booking.fixture.ts'
import { SeatModel } from './seat-model.fixture.ts'

export class MoneyModel extends SeatModel {
  readonly purses: Purse[] = []
  /** What is in each account: drawers, the terminal's bank, wallets, what bookings paid. */
  readonly accounts = new Map<string, number>()
  /** What the terminal has to refund, including payments it took for another sum than asked. */
  givenBackByCard = 0

  balance(account: string): number {
    return this.accounts.get(account) ?? 0
  }

  walletOf(customer: number | null): Purse | null {
    return customer === null ? null : (this.purses.find((purse) => purse.customer === customer) ?? null)
  }

  /** The customer's wallet, or a new one; without a customer always a new one, which belongs to whoever has its slip. */
  openWallet(customer: number | null): Purse {
    const there = this.walletOf(customer)
    if (there) return there
    const purse = { id: this.purses.length + 1, customer }
    this.purses.push(purse)
    return purse
  }

  toppedUp(kiosk: string, wallet: number, amount: number): void {
    this.add(`drawer:${kiosk}`, amount)
    this.add(`wallet:${wallet}`, amount)
  }

  due(one: Kept): number {
    return total(one) - paid(one)
  }

  mayPay(kiosk: string, one: Kept, offer: Offer, nowMs: number): boolean {
    const amount = offer.amount ?? this.due(one)
    const isSum = offer.total === total(one) && amount > 0 && amount <= this.due(one)
    return this.isPayable(kiosk, one, nowMs) && isSum && this.mayTake(one, offer, amount)
  }

  isPayable(kiosk: string, one: Kept, nowMs: number): boolean {
    const isOpen = one.state === 'reserved' && nowMs < payEndMs(one) && !inFlight(one)
    return this.mayTouch(kiosk, one) && isOpen && (!one.isUnheld || this.#areFree(one, nowMs))
  }

  #areFree(one: Kept, nowMs: number): boolean {
    return seatsOf(one).every((seat) => this.isFree(one.show, seat, nowMs, one))
  }

  protected mayTake(one: Kept, offer: Omit<Offer, 'total' | 'amount'>, amount: number): boolean {
    if (offer.mode === 'CASH') return offer.tendered >= amount
    if (offer.mode === 'WALLET') return this.mayDraw(one, offer.wallet, amount)
    return offer.mode !== 'PROOF' || offer.isShown
  }

  mayDraw(one: Kept, wallet: number | null, amount: number): boolean {
    const purse = this.purses.find(({ id }) => id === wallet)
    if (!purse || (purse.customer !== null && purse.customer !== one.customer)) return false
    return this.balance(`wallet:${purse.id}`) >= amount
  }

  /** A payment that was taken, or that the terminal is asked for. */
  paying(one: Kept, offer: Offer, by: { kiosk: string; paymentId: string }, nowMs: number): void {
    const amount = offer.amount ?? this.due(one)
    const from = sourceOf(offer, by.kiosk)
    const isAsked = offer.mode === 'CARD'
    const base = { id: by.paymentId, from, amount, back: 0, failure: null }
    const review = offer.mode === 'PROOF' ? ('open' as const) : null
    const untilMs = isAsked ? nowMs + this.terms.paymentCapMs : 0
    const money: Money = { ...base, review, untilMs, state: isAsked ? 'pending' : 'success' }
    if (isAsked) return void one.money.push(money)
    const isWhole = amount === this.due(one)
    one.money.push(money)
    this.came(one, money)
    if (isWhole) this.confirm(one, nowMs)
  }

  /** Enters it in the books: the house now owes it to the booking's customer. */
  came(one: Kept, { from, amount }: Pick<Money, 'from' | 'amount'>): void {
    this.add(from, from.startsWith('wallet:') ? -amount : amount)
    this.add(`booking:${one.id}`, amount)
  }

  confirm(one: Kept, nowMs: number): void {
    if (one.isUnheld) this.giveWay(one.show, seatsOf(one), nowMs, one)
    become(one, 'confirmed')
    one.passes = seatsOf(one).map((seat) => ({ of: one, seat, code: null, isIn: false }))
  }

  paymentOf(id: string): { one: Kept; money: Money } | null {
    for (const one of this.kept) {
      const money = one.money.find((payment) => payment.id === id)
      if (money) return { one, money }
    }
    return null
  }

  /** What an answer of the terminal should lead to. */
  foretell({ one, money }: { one: Kept; money: Money }, said: Said, nowMs: number): Outcome {
    if (!isUnheard(money)) return 'ignored'
    if (said === 'no') return 'declined'
    if (said !== money.amount) return 'mismatch'
    const isInTime = one.state === 'reserved' && nowMs < payEndMs(one) && money.state === 'pending'
    if (isInTime && (!one.isUnheld || this.#areFree(one, nowMs)))
      return money.amount === this.due(one) ? 'confirmed' : 'taken'
    const isWhole = money.amount === total(one) && paid(one) === 0
    // If somebody else has used up the coupon meanwhile, it cannot discount a second booking.
    if (!isWhole || !this.mayUse(one.coupon, one, nowMs)) return 'wallet'
    if (this.#areFree(one, nowMs)) return 'same-seats'
    return this.#hasBlockLike(one, nowMs) ? 'other-seats' : 'wallet'
  }

  /** As many free seats side by side, each at the price of every line. */
  #hasBlockLike(one: Kept, nowMs: number): boolean {
    const fits = (seat: number) =>
      one.lines.every(({ type, price }) => this.priceOf(seat, type) === price) &&
      this.isFree(one.show, seat, nowMs)
    return this.hall.rows.some((_, first) => this.isBlock(first, one.lines.length, fits))
  }

  isBlock(first: number, count: number, fits: (seat: number) => boolean): boolean {
    const seats = Array.from({ length: count }, (_, index) => first + index)
    return seats.every((seat) => this.hall.rows[seat] === this.hall.rows[first] && fits(seat))
  }

  settle(
    { one, money }: { one: Kept; money: Money },
    outcome: Outcome,
    { rescued, said, nowMs }: Coming,
  ): void {
    if (outcome === 'ignored') return
    const wasGivenUp = money.state !== 'pending'
    // The payment last heard of is the first to be refunded.
    one.money = [...one.money.filter((other) => other !== money), money]
    if (outcome === 'declined' || outcome === 'mismatch') {
      money.state = 'failed'
      money.failure = outcome
      if (outcome === 'mismatch' && said !== 'no') this.givenBackByCard += said
      const declines = one.money.filter(({ failure }) => failure === 'declined').length
      const isLast = outcome === 'declined' && !wasGivenUp && declines >= this.terms.declinesMax
      if (isLast && one.state === 'reserved') become(one, 'payment_failed')
      return
    }
    money.failure = null
    money.state = 'success'
    if (outcome === 'confirmed') this.confirm(one, nowMs)
    if (outcome !== 'confirmed' && outcome !== 'taken') this.#late(one, money, rescued, nowMs)
    else this.came(one, money)
  }

  #late(one: Kept, money: Money, rescued: Rescued | null, nowMs: number): void {
    if (one.state === 'reserved') this.expire(one)
    this.add(money.from, money.amount)
    money.state = 'refunded'
    money.back = money.amount
    if (!rescued) one.given += money.amount
    if (!rescued) return this.add(`wallet:${this.openWallet(one.customer).id}`, money.amount)
    this.giveWay(one.show, rescued.seats, nowMs, null)
    const { show, kiosk, customer, coupon, holdMs } = one
    const { id, cart } = rescued
    const lines = one.lines.map((line, index): Line => ({ ...line, seat: rescued.seats[index] ?? -1 }))
    const ends = { holdMs, untilMs: nowMs + holdMs, graceUntilMs: nowMs + holdMs + this.terms.graceMs }
    const given = { id, show, kiosk, cart, customer, coupon, lines, bornMs: nowMs, isUnheld: false, ...ends }
    const fresh = this.keep(given)
    this.add(`booking:${id}`, money.amount)
    const from = `booking:${one.id}`
    fresh.money = [{ ...money, id: rescued.paymentId, from, state: 'success', back: 0, untilMs: 0 }]
    this.confirm(fresh, nowMs)
  }

  mayGiveUp(kiosk: string, one: Kept): boolean {
    return this.mayTouch(kiosk, one) && one.state === 'reserved'
  }

  gaveUp(one: Kept): void {
    const money = inFlight(one)
    if (money) {
      money.state = 'failed'
      money.failure = 'given-up'
      one.money = [...one.money.filter((other) => other !== money), money]
    }
    become(one, 'payment_failed')
  }

  /** What a wallet gave towards a booking that ran out goes back by itself; cash waits for its owner. */
  override expire(one: Kept): void {
    super.expire(one)
    for (const money of one.money)
      if (money.from.startsWith('wallet:')) this.giveBack(one, money, here(money), money.from)
  }

  /** Newest payments first. */
  refund(one: Kept, amount: number, { kiosk, to }: { kiosk: string; to: RefundTo }): void {
    if (amount === 0 || paid(one) === 0) return
    const purse = to === 'wallet' ? `wallet:${this.openWallet(one.customer).id}` : null
    let left = amount
    for (const money of one.money.toReversed()) {
      const part = Math.min(left, here(money))
      left -= part
      const ways = purse ? [{ account: purse, amount: part }] : waysBack(money, part, kiosk)
      for (const way of ways) this.giveBack(one, money, way.amount, way.account)
    }
  }

  protected giveBack(one: Kept, money: Money, part: number, account: string): void {
    if (part === 0) return
    money.back += part
    if (!account.startsWith('booking:')) one.given += part
    if (money.back === money.amount) money.state = 'refunded'
    if (account.startsWith('terminal:')) this.givenBackByCard += part
    this.add(account, isTheirs(account) ? part : -part)
    this.add(`booking:${one.id}`, -part)
  }

  /** A rejected picture: what is left of its payment was never here. */
  unproven(one: Kept, money: Money): void {
    const part = here(money)
    this.add(money.from, -part)
    this.add(`booking:${one.id}`, -part)
  }

  /** Its booking has ended, and the terminal may still approve it. */
  mayComeLate(paymentId: string): boolean {
    const found = this.paymentOf(paymentId)
    return found !== null && isOver(found.one) && isUnheard(found.money)
  }

  /** A booking that has ended and whose money may still come. */
  seatsOfLate(): Kept | null {
    return this.kept.findLast((one) => isOver(one) && one.money.some(isUnheard)) ?? null
  }

  protected add(account: string, amount: number): void {
    this.accounts.set(account, this.balance(account) + amount)
  }
}

/** Accounts of what the house owes to somebody. */
function isTheirs(account: string): boolean {
  return account.startsWith('wallet:') || account.startsWith('booking:')
}

function isOver({ state }: Kept): boolean {
  return state === 'expired' || state === 'payment_failed'
}

function isUnheard({ state, failure }: Money): boolean {
  return state === 'pending' || failure === 'given-up'
}

export function sourceOf({ mode, wallet }: Pick<Offer, 'mode' | 'wallet'>, kiosk: string): string {
  if (mode === 'CASH') return `drawer:${kiosk}`
  if (mode === 'WALLET') return `wallet:${wallet}`
  return mode === 'PROOF' ? 'bank:proof' : 'terminal:CARD'
}
