// Turns a randomly drawn sale into a command: what is sent, what the model expects of it, and how the model changes if it
// succeeds. Owns that translation; must never compare anything.

import type { BookingId, CustomerId } from '../../shared/domain/ids.ts'
import type { EveningModel, Move } from './after-sale-model.fixture.ts'
import type { Answered, Call } from './evening-call.fixture.ts'
import { chooseCustomer, givePartBack, tendDrawer } from './evening-desk-calls.fixture.ts'
import { exchangeSeats, payableAt } from './evening-exchange.fixture.ts'
import type { Kiosk, Sale, SaleOf } from './evening.fixture.ts'
import {
  type Offer,
  type RefundTo,
  type Kept,
  inFlight,
  paid,
  payEndMs,
  seatsOf,
  total,
} from './model-booking.fixture.ts'
import { holdOf, linesOf } from './test-house.ts'

type Aimed = Exclude<Sale, SaleOf<'hold' | 'top-up' | 'open-wallet' | 'drawer'>>
export interface Aim {
  readonly one: Kept
  readonly kiosk: Kiosk
}

/** How many bookings back one is looked for: earlier ones have ended, or were chosen before. */
const NEWEST = 4

export class EveningCalls {
  readonly #model: EveningModel
  readonly #nowMs: () => number

  constructor(model: EveningModel, nowMs: () => number) {
    this.#model = model
    this.#nowMs = nowMs
  }

  /** Null: there is nothing yet that it could be about. */
  of(sale: Sale): Call | null {
    if (sale.do === 'hold') return this.#hold(sale)
    if (sale.do === 'top-up') return this.#topUp(sale)
    if (sale.do === 'open-wallet') return this.#openWallet(sale)
    if (sale.do === 'drawer') return tendDrawer(this.#model, sale, this.#nowMs)
    const aim = this.#aim(sale)
    return aim && this.#aimed(sale, aim)
  }

  #aimed(sale: Aimed, aim: Aim): Call | null {
    if (sale.do === 'choose') return this.#choose(sale, aim)
    if (sale.do === 'pay') return this.#pay(sale, aim)
    if (sale.do === 'cancel') return this.#cancel(sale, aim)
    if (sale.do === 'return') return this.#return(sale, aim)
    if (sale.do === 'return-money') return this.#returnMoney(sale, aim)
    if (sale.do === 'reseat') return this.#reseat(sale, aim)
    if (sale.do === 'exchange') return exchangeSeats(this.#model, sale, aim, this.#nowMs)
    if (sale.do === 'review') return this.#review(sale, aim)
    if (sale.do === 'customer') return chooseCustomer(this.#model, sale, aim, this.#nowMs)
    if (sale.do === 'part-back') return givePartBack(this.#model, sale, aim)
    return this.#plain(sale.do, aim)
  }

  #aim({ do: what, pick, isAny, kiosk }: Aimed): Aim | null {
    const suited = this.#model.kept.filter((one) => this.#suits(what, one))
    // If nothing suits, most of these are not sent: a house that only refuses shows little.
    if (suited.length === 0 && pick % 4 > 0) return null
    const pool = isAny || suited.length === 0 ? this.#model.kept : suited
    const reach = what === 'delete' || what === 'return-money' ? pool.length : Math.min(NEWEST, pool.length)
    const one = pool.at(-1 - (pick % Math.max(1, reach)))
    return one ? { one, kiosk: kiosk ?? (one.kiosk as Kiosk) } : null
  }

  #suits(what: Aimed['do'], one: Kept): boolean {
    const { state } = one
    if (what === 'extend' || what === 'choose' || what === 'defer' || what === 'customer')
      return state === 'reserved'
    if (what === 'part-back') return state === 'reserved' && !inFlight(one) && paid(one) > 0
    if (what === 'pay') return state === 'reserved' && inFlight(one) === null && this.#nowMs() < payEndMs(one)
    if (what === 'give-up') return state === 'reserved' && inFlight(one) !== null
    if (what === 'cancel') return state === 'reserved' || state === 'confirmed'
    if (what === 'return') return state === 'confirmed' && one.lines.length > 1
    if (what === 'reseat') return state === 'confirmed'
    if (what === 'exchange')
      return state === 'confirmed' && payableAt(this.#model, one.kiosk, this.#nowMs()) !== null
    if (what === 'return-money') return this.#model.isOwed(one)
    if (what === 'reprint') return state === 'confirmed' || state === 'completed'
    if (what === 'review') return this.#model.openPicture(one) !== null
    return state !== 'reserved' && state !== 'confirmed' && state !== 'deleted'
  }

  #hold(sale: SaleOf<'hold'>): Call {
    const { kiosk, cart: which, coupon: asks, customer, isAfter, isTwice } = sale
    const model = this.#model
    const over = isAfter ? model.seatsOfLate() : null
    const show = over?.show ?? sale.show
    const wanted = over ? seatsOf(over) : sale.seats
    const seats = isTwice ? [...wanted, ...wanted.slice(0, 1)] : wanted
    const cart = `${kiosk}-cart-${which}`
    const coupon = asks ? 'ONCE' : null
    const wish = { show, kiosk, cart, customer, seats, coupon }
    const turned = {
      cart,
      couponCode: coupon,
      customerId: customer as CustomerId | null,
      showId: show as never,
    }
    return {
      kiosk,
      name: 'hold-seats',
      input: holdOf(seats, turned),
      expect: () => model.mayHold(wish, this.#nowMs()),
      apply: ({ booking }) => void model.held(booking?.bookingId ?? '', wish, this.#nowMs()),
    }
  }

  #topUp({ kiosk, purse, amount }: SaleOf<'top-up'>): Call {
    const walletId = purse + 1
    return {
      kiosk,
      name: 'top-up-wallet',
      input: { walletId, amountMinor: amount },
      expect: () => this.#model.purses.some(({ id }) => id === walletId) && this.#model.maySpill(kiosk),
      apply: () => this.#model.toppedUp(kiosk, walletId, amount),
    }
  }

  #openWallet({ kiosk, customer }: SaleOf<'open-wallet'>): Call {
    return {
      kiosk,
      name: 'open-wallet',
      input: { customerId: customer, currency: 'INR' },
      expect: () => customer !== 9,
      apply: () => void this.#model.openWallet(customer),
    }
  }

  #plain(what: 'extend' | 'defer' | 'give-up' | 'delete' | 'reprint', { one, kiosk }: Aim): Call {
    const model = this.#model
    const input = { bookingId: one.id as BookingId }
    const now = () => this.#nowMs()
    if (what === 'extend') {
      const expect = () => model.mayExtend(kiosk, one, now())
      return { kiosk, name: 'extend-hold', input, expect, apply: () => model.extended(one) }
    }
    if (what === 'defer') {
      const expect = () => model.mayDefer(kiosk, one, now())
      return { kiosk, name: 'pay-later', input, expect, apply: () => model.deferred(one) }
    }
    if (what === 'give-up') {
      const expect = () => model.mayGiveUp(kiosk, one)
      return { kiosk, name: 'give-up-payment', input, expect, apply: () => model.gaveUp(one) }
    }
    if (what === 'reprint') {
      const expect = () => model.mayReprint(kiosk, one)
      return { kiosk, name: 'reprint-tickets', input, expect, apply: () => model.reprinted(one) }
    }
    const expect = () => model.mayDelete(kiosk, one)
    const apply = () => model.deleted(one)
    return { kiosk, name: 'delete-booking', input: { ...input, reason: '' }, expect, apply }
  }

  #cancel({ toWallet }: SaleOf<'cancel'>, { one, kiosk }: Aim): Call {
    const to = backTo(toWallet)
    return {
      kiosk,
      name: 'cancel-booking',
      input: { bookingId: one.id, reason: '', refundTo: to },
      expect: () => this.#model.mayCancel(kiosk, one, to),
      apply: () => this.#model.cancelled(one, { kiosk, to }),
    }
  }

  #returnMoney({ toWallet }: SaleOf<'return-money'>, { one, kiosk }: Aim): Call {
    const to = backTo(toWallet)
    return {
      kiosk,
      name: 'return-money',
      input: { bookingId: one.id, refundTo: to },
      expect: () => this.#model.mayReturnMoney(kiosk, one, to),
      apply: () => this.#model.moneyReturned(one, { kiosk, to }),
    }
  }

  #return({ which, isWrong, toWallet }: SaleOf<'return'>, { one, kiosk }: Aim): Call {
    const to = backTo(toWallet)
    const own = seatsOf(one)
    const seat = own[which % own.length] ?? 0
    const seats = isWrong ? [seat, (seat + 1) % 14] : [seat]
    return {
      kiosk,
      name: 'return-seats',
      input: { bookingId: one.id, seatIds: seats, reason: '', refundTo: to },
      expect: () => this.#model.mayReturn(kiosk, one, seats, to),
      apply: () => this.#model.returned(one, seats, { kiosk, to }),
    }
  }

  #choose({ type, coupon: asks }: SaleOf<'choose'>, { one, kiosk }: Aim): Call {
    const coupon = asks ? 'ONCE' : null
    const choice = { type, coupon }
    return {
      kiosk,
      name: 'choose-tickets',
      input: { bookingId: one.id, lines: linesOf(seatsOf(one), type), couponCode: coupon },
      expect: () => this.#model.mayChoose(kiosk, one, choice, this.#nowMs()),
      apply: () => this.#model.chosen(one, choice),
    }
  }

  #pay({ mode, offer: how, purse }: SaleOf<'pay'>, { one, kiosk }: Aim): Call {
    const model = this.#model
    const sum = total(one) + (how === 'stale' ? 1 : 0)
    const due = model.due(one)
    const part = how === 'half' ? Math.max(1, Math.floor(due / 2)) : how === 'too-much' ? due + 1 : null
    const tendered = (part ?? due) + (how === 'more' ? 5 : how === 'less' ? -1 : 0)
    const wallet = mode === 'WALLET' ? (model.walletOf(one.customer)?.id ?? purse + 1) : null
    const offer: Offer = { mode, total: sum, tendered, amount: part, wallet, isShown: how !== 'less' }
    const isProven = mode === 'PROOF' && offer.isShown
    return {
      kiosk,
      name: 'pay-booking',
      input: {
        bookingId: one.id,
        mode,
        totalMinor: sum,
        tenderedMinor: Math.max(0, tendered),
        ...(part !== null && { amountMinor: part }),
        ...(wallet !== null && { walletId: wallet }),
        ...(isProven && { proof: 'a'.repeat(64) }),
      },
      expect: () =>
        model.mayPay(kiosk, one, offer, this.#nowMs()) && (mode !== 'CASH' || model.maySpill(kiosk)),
      apply: (answer) => model.paying(one, offer, { kiosk, paymentId: lastPayment(answer) }, this.#nowMs()),
    }
  }

  #reseat({ to: wanted, isWrong, purse, toWallet }: SaleOf<'reseat'>, { one, kiosk }: Aim): Call {
    const model = this.#model
    const own = seatsOf(one)
    const moves: Move[] = wanted.slice(0, own.length).map((to, index) => ({ from: own[index] ?? 0, to }))
    const lines = model.movedLines(one, moves)
    const difference = (lines ? total({ lines }) - total(one) : 0) + (isWrong ? 1 : 0)
    const wallet = purse > 0 ? (model.walletOf(one.customer)?.id ?? purse) : null
    const wish = { show: one.show, moves, difference, tendered: Math.max(0, difference), wallet }
    const to = backTo(toWallet)
    return {
      kiosk,
      name: 'reseat-booking',
      input: {
        bookingId: one.id,
        showId: one.show,
        moves,
        differenceMinor: difference,
        mode: wallet === null ? 'CASH' : 'WALLET',
        tenderedMinor: wish.tendered,
        ...(wallet !== null && { walletId: wallet }),
        refundTo: to,
      },
      expect: () => model.mayReseat(kiosk, one, { ...wish, to }, this.#nowMs()),
      apply: (answer) =>
        model.reseated(one, wish, { kiosk, to, paymentId: lastPayment(answer) }, this.#nowMs()),
    }
  }

  #review({ isAccepted }: SaleOf<'review'>, { one, kiosk }: Aim): Call {
    const model = this.#model
    const money = model.openPicture(one) ?? one.money.at(-1) ?? null
    return {
      kiosk,
      name: 'review-proof',
      input: { bookingId: one.id, paymentId: money?.id ?? 'none', accepted: isAccepted },
      expect: () => model.mayReview(kiosk, one, money, isAccepted),
      apply: () => void (money && model.reviewed(one, money, isAccepted)),
    }
  }
}

function backTo(toWallet: boolean): RefundTo {
  return toWallet ? 'wallet' : 'same'
}

/** The payment that the command made is the newest. */
function lastPayment({ booking }: Answered): string {
  return booking?.payments.at(-1)?.paymentId ?? ''
}
