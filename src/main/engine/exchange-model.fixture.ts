// What should become of a booking whose seats are exchanged for others [T4]: which seats, for how much, and where the money goes.
// A part of the model. Owns its own reading of the rules on purpose; must never import a decision, a store or the engine.

import {
  type Kept,
  type Money,
  type Offer,
  type RefundTo,
  type Way,
  become,
  cameBy,
  here,
  lineTotal,
  seatsOf,
} from './model-booking.fixture.ts'
import { sourceOf } from './money-model.fixture.ts'
import { ShiftModel } from './shift-model.fixture.ts'

export interface Exchanging {
  /** The sold booking, and which of its seats are given up. */
  readonly old: Kept
  readonly seats: readonly number[]
  /** The held booking that they pay for. */
  readonly fresh: Kept
  readonly difference: number
  readonly offer: Omit<Offer, 'total' | 'amount'>
  readonly to: RefundTo
}

export class ExchangeModel extends ShiftModel {
  /** Everything that was paid for the old seats counts, fee included. */
  differenceOf({ old, seats, fresh }: Pick<Exchanging, 'old' | 'seats' | 'fresh'>): number {
    return this.due(fresh) - worth(old, seats)
  }

  mayExchange(kiosk: string, wish: Exchanging, nowMs: number): boolean {
    const { old, seats, fresh, difference, offer, to } = wish
    const own = seatsOf(old)
    const areOwn = seats.every((seat) => own.includes(seat)) && new Set(seats).size === seats.length
    const isSold = this.mayTouch(kiosk, old) && old.state === 'confirmed' && areOwn
    if (!isSold || !this.isPayable(kiosk, fresh, nowMs)) return false
    if (difference !== this.differenceOf(wish) || !isSeen(old, worth(old, seats))) return false
    if (difference <= 0) return this.mayGive(kiosk, old, -difference, to)
    return this.mayTake(fresh, offer, difference) && (offer.mode !== 'CASH' || this.maySpill(kiosk))
  }

  exchanged(
    { old, seats, fresh, difference, offer, to }: Exchanging,
    by: { readonly kiosk: string; readonly paymentIds: readonly string[] },
    nowMs: number,
  ): void {
    this.refund(old, Math.max(0, -difference), { kiosk: by.kiosk, to })
    const amount = Math.min(worth(old, seats), this.due(fresh))
    const origins = this.#handOver(old, fresh, amount)
    leave(old, seats)
    if (difference > 0) {
      const from = sourceOf(offer, by.kiosk)
      const review = offer.mode === 'PROOF' ? ('open' as const) : null
      const money: Money = { ...taken(by.paymentIds.at(-2)), from, amount: difference, review }
      fresh.money.push(money)
      this.came(fresh, money)
    }
    const handed = {
      ...taken(by.paymentIds.at(-1)),
      from: `booking:${old.id}`,
      amount,
      origins,
      review: null,
    }
    fresh.money.push(handed)
    this.confirm(fresh, nowMs)
  }

  /** Taken from the newest payments; returned with the way each first came in. */
  #handOver(old: Kept, fresh: Kept, amount: number): Way[] {
    let left = amount
    return old.money.toReversed().flatMap((money) => {
      const part = Math.min(left, here(money))
      left -= part
      const ways = cameBy(money, part)
      this.giveBack(old, money, part, `booking:${fresh.id}`)
      return ways
    })
  }

  /** Money proven only by a picture goes nowhere before somebody has checked it, and large sums are returned only by the manager. */
  protected mayGive(kiosk: string, one: Kept, amount: number, to: RefundTo): boolean {
    return (
      this.mayHandOver(kiosk, one, amount, to) && isSeen(one, amount) && this.isLittle(kiosk, one, amount)
    )
  }
}

function worth({ lines }: Kept, seats: readonly number[]): number {
  return lines.filter(({ seat }) => seats.includes(seat)).reduce((sum, line) => sum + lineTotal(line), 0)
}

/** Newest payments first. */
function isSeen({ money }: Kept, amount: number): boolean {
  let left = amount
  return money.toReversed().every((one) => {
    const part = Math.min(left, here(one))
    left -= part
    return part === 0 || one.review !== 'open'
  })
}

/** Giving up its last seats ends it; otherwise it continues with the rest. */
function leave(old: Kept, seats: readonly number[]): void {
  if (seats.length === old.lines.length) {
    become(old, 'cancelled')
    become(old, 'refunded')
    return
  }
  old.lines = old.lines.filter(({ seat }) => !seats.includes(seat))
  old.passes = old.passes.filter(({ seat }) => !seats.includes(seat))
}

function taken(id: string | undefined) {
  return { id: id ?? '', back: 0, state: 'success' as const, untilMs: 0, failure: null }
}
