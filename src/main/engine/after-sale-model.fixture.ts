// What should become of a booking after it was paid, or after paying failed: cancelled, moved, reviewed, let in, deleted. The
// model's last part. Owns its own reading of the rules on purpose; must never import a decision, a store or the engine.

import { ExchangeModel } from './exchange-model.fixture.ts'
import {
  type RefundTo,
  type Kept,
  type Line,
  type Money,
  type Pass,
  become,
  here,
  inFlight,
  lineTotal,
  paid,
  seatsOf,
  total,
} from './model-booking.fixture.ts'

export interface Move {
  readonly from: number
  readonly to: number
}

export interface Reseating {
  readonly show: number
  readonly moves: readonly Move[]
  readonly difference: number
  readonly tendered: number
  readonly wallet: number | null
}

export type AtDoor = 'valid' | 'used' | 'wrong-show' | 'void' | 'unknown'

const ends = ['payment_failed', 'expired', 'cancelled', 'completed', 'refunded']
/** Ended otherwise than by a refund: money may wait for its owner. */
const owing = ['payment_failed', 'expired', 'cancelled']

export class EveningModel extends ExchangeModel {
  mayCancel(kiosk: string, one: Kept, to: RefundTo): boolean {
    const isOpen = one.state === 'reserved' || one.state === 'confirmed'
    const amount = this.#ofWhole(one)
    return this.mayTouch(kiosk, one) && isOpen && !inFlight(one) && this.mayGive(kiosk, one, amount, to)
  }

  #ofWhole(one: Kept): number {
    return one.state === 'confirmed' ? sum(one.lines.map((line) => this.#backOf(line))) : paid(one)
  }

  cancelled(one: Kept, by: { kiosk: string; to: RefundTo }): void {
    const wasSold = one.state === 'confirmed'
    const amount = this.#ofWhole(one)
    become(one, 'cancelled')
    this.refund(one, amount, by)
    if (wasSold || amount > 0) become(one, 'refunded')
  }

  mayReturn(kiosk: string, one: Kept, seats: readonly number[], to: RefundTo): boolean {
    const own = seatsOf(one)
    const areOwn = seats.every((seat) => own.includes(seat)) && new Set(seats).size === seats.length
    const isPart = one.state === 'confirmed' && areOwn && seats.length < own.length
    const gone = one.lines.filter(({ seat }) => seats.includes(seat))
    const amount = sum(gone.map((line) => this.#backOf(line)))
    return this.mayTouch(kiosk, one) && isPart && this.mayGive(kiosk, one, amount, to)
  }

  returned(one: Kept, seats: readonly number[], by: { kiosk: string; to: RefundTo }): void {
    const gone = one.lines.filter(({ seat }) => seats.includes(seat))
    const amount = sum(gone.map((line) => this.#backOf(line)))
    one.keptOfReturns += sum(gone.map(lineTotal)) - amount
    one.lines = one.lines.filter((line) => !gone.includes(line))
    one.passes = one.passes.filter(({ seat }) => !seats.includes(seat))
    this.refund(one, amount, by)
  }

  #backOf({ price, off, fee }: Line): number {
    const { refundPercent, feeRefundPercent } = this.terms
    return Math.round(((price - off) * refundPercent) / 100) + Math.round((fee * feeRefundPercent) / 100)
  }

  mayReturnMoney(kiosk: string, one: Kept, to: RefundTo): boolean {
    if (!this.mayTouch(kiosk, one) || !this.mayGive(kiosk, one, paid(one), to)) return false
    return one.state === 'cancelled' ? paid(one) > 0 : owing.includes(one.state)
  }

  moneyReturned(one: Kept, by: { kiosk: string; to: RefundTo }): void {
    this.refund(one, paid(one), by)
    if (one.state === 'cancelled') become(one, 'refunded')
  }

  mayDelete(kiosk: string, one: Kept): boolean {
    const isOwed = owing.includes(one.state) && paid(one) > 0
    // In this test an evening ends before its sales close: guests who came in stay to its end.
    const isSatIn = one.state === 'completed'
    return kiosk === 'manager' && ends.includes(one.state) && !isOwed && !isSatIn
  }

  released(one: Kept): void {
    become(one, 'cancelled')
  }

  deleted(one: Kept): void {
    become(one, 'deleted')
  }

  /** Rejecting a picture cancels the booking; one that can no longer be cancelled cannot be rejected, unless nobody has its seats. */
  mayReview(kiosk: string, one: Kept, money: Money | null, isAccepted: boolean): boolean {
    const isOpen = kiosk === 'manager' && money?.review === 'open' && !inFlight(one)
    return isOpen && (isAccepted || one.state !== 'completed')
  }

  reviewed(one: Kept, money: Money, isAccepted: boolean): void {
    one.money = [...one.money.filter((other) => other !== money), money]
    money.review = isAccepted ? 'accepted' : 'rejected'
    if (isAccepted) return
    this.unproven(one, money)
    money.state = 'failed'
    money.failure = 'rejected'
    if (one.state === 'confirmed' || one.state === 'reserved') become(one, 'cancelled')
  }

  /** The lines after the moves; null if a seat does not admit its new ticket type. */
  movedLines(one: Kept, moves: readonly Move[]): Line[] | null {
    const lines = one.lines.map((line) => {
      const move = moves.find(({ from }) => from === line.seat)
      const price = move ? this.priceOf(move.to, line.type) : line.price
      if (price === null) return null
      return move ? { ...line, seat: move.to, price, off: Math.min(line.off, price) } : line
    })
    return lines.every((line) => line !== null) ? lines : null
  }

  mayReseat(kiosk: string, one: Kept, wish: Reseating & { readonly to: RefundTo }, nowMs: number): boolean {
    const { moves, show, difference } = wish
    const froms = moves.map(({ from }) => from)
    const tos = moves.map(({ to }) => to)
    const areOnce = new Set(froms).size === froms.length && new Set(tos).size === tos.length
    const areOwn = show === one.show && froms.every((seat) => seatsOf(one).includes(seat))
    const areFree = tos.every((seat) => this.isFree(one.show, seat, nowMs))
    const lines = this.movedLines(one, moves)
    const isOpen = this.mayTouch(kiosk, one) && one.state === 'confirmed'
    if (!isOpen || !areOnce || !areOwn || !areFree || !lines) return false
    if (difference !== total({ lines }) - total(one)) return false
    if (difference <= 0) return this.mayGive(kiosk, one, -difference, wish.to)
    const isCash = wish.wallet === null
    return isCash
      ? wish.tendered >= difference && this.maySpill(kiosk)
      : this.mayDraw(one, wish.wallet, difference)
  }

  reseated(
    one: Kept,
    wish: Reseating,
    by: { kiosk: string; to: RefundTo; paymentId: string | null },
    nowMs: number,
  ) {
    const { moves, difference, wallet } = wish
    const tos = moves.map(({ to }) => to)
    this.giveWay(one.show, tos, nowMs, null)
    this.refund(one, Math.max(0, -difference), by)
    one.lines = this.movedLines(one, moves) ?? []
    one.passes = one.passes.map((pass) => {
      const move = moves.find(({ from }) => from === pass.seat)
      return move ? { of: one, seat: move.to, code: null, isIn: false } : pass
    })
    if (difference <= 0) return
    const from = wallet === null ? `drawer:${by.kiosk}` : `wallet:${wallet}`
    const rest = { untilMs: 0, review: null, failure: null }
    const money: Money = {
      id: by.paymentId ?? '',
      from,
      amount: difference,
      back: 0,
      state: 'success',
      ...rest,
    }
    one.money.push(money)
    this.came(one, money)
  }

  mayReprint(kiosk: string, one: Kept): boolean {
    return this.mayTouch(kiosk, one) && (one.state === 'confirmed' || one.state === 'completed')
  }

  /** New papers for all its tickets; the earlier ones no longer let anybody in. */
  reprinted(one: Kept): void {
    one.passes = one.passes.map((pass) => ({ ...pass, code: null }))
  }

  /** A door's answer to a ticket; null: a paper of another house. */
  atDoor(pass: Pass | null, show: number): AtDoor {
    if (!pass) return 'unknown'
    const { of } = pass
    const isSold = of.state === 'confirmed' || of.state === 'completed'
    if (!isSold || !of.passes.includes(pass)) return 'void'
    if (of.show !== show) return 'wrong-show'
    return pass.isIn ? 'used' : 'valid'
  }

  /** The last guest to come in completes the booking. */
  letIn(pass: Pass): void {
    pass.isIn = true
    const { of } = pass
    if (of.state === 'confirmed' && of.passes.every(({ isIn }) => isIn)) become(of, 'completed')
  }

  openPicture({ money }: Kept): Money | null {
    return money.find(({ review }) => review === 'open') ?? null
  }

  /** It has money that somebody has to come for. */
  isOwed(one: Kept): boolean {
    return owing.includes(one.state) && one.money.some((money) => here(money) > 0)
  }
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, amount) => all + amount, 0)
}
