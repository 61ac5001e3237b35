// Random sellers: what they ask next, from a seed and from what they were answered. Owns the mix of commands; must never know how
// a command is carried, nor whether its answer was right.

import type { BookingId, CartId, CommandId, SeatId, TicketTypeId } from '../src/shared/domain/ids.ts'
import type { CommandName, Input } from '../src/shared/contract/operations.ts'
import type { Answer } from '../src/shared/contract/port.ts'
import type { Dice } from './dice.ts'
import { COUPON, hallSeats, hallShow } from './hall.ts'

/** A complete command, which can be sent again. */
export interface Asked {
  readonly id: CommandId
  readonly kiosk: string
  readonly name: CommandName
  readonly input: unknown
}

/** What a seller remembers of a booking. */
interface Sold {
  readonly bookingId: BookingId
  readonly kiosk: string
  readonly seats: readonly number[]
  totalMinor: number
}

const kiosks = ['desk-1', 'desk-2', 'desk-3'] as const
/** The number of times each is listed is its weight. Cancelling keeps pace with holding, or the hall would be full. */
const mix = [
  'hold',
  'hold',
  'hold',
  'hold',
  'pay',
  'pay',
  'pay',
  'extend',
  'choose',
  'cancel',
  'cancel',
  'reprint',
] as const
/** The share of commands that release everything that is held. */
const RELEASES = 0.02
/** Sellers go back to recent bookings. */
const REMEMBERED = 40
const LATELY = 4
/** One cart in so many is used again, which gives its earlier hold back. */
const CARTS = 12

export class Load {
  readonly #dice: Dice
  readonly #prefix: string
  readonly #seats: number
  readonly #sold: Sold[] = []
  #made = 0

  /** `prefix`: of the commands' ids; must differ for every life of a house. `seats`: how many of the hall's seats are wanted. */
  constructor(dice: Dice, prefix: string, seats = hallSeats) {
    this.#dice = dice
    this.#prefix = prefix
    this.#seats = seats
  }

  next(): Asked {
    if (this.#dice.isLucky(RELEASES)) return this.#release()
    const kind = this.#dice.pick(mix)
    const lately = this.#dice.isLucky(0.8) ? LATELY : REMEMBERED
    const sold = this.#sold.at(-1 - this.#dice.below(Math.min(lately, this.#sold.length)))
    if (kind === 'hold' || !sold) return this.#hold()
    const { bookingId } = sold
    if (kind === 'pay') return this.#pay(sold)
    if (kind === 'choose') return this.#choose(sold)
    if (kind === 'extend') return this.#ask(sold.kiosk, 'extend-hold', { bookingId })
    if (kind === 'reprint') return this.#ask(sold.kiosk, 'reprint-tickets', { bookingId })
    return this.#ask(sold.kiosk, 'cancel-booking', { bookingId, reason: 'proof' })
  }

  /** Takes in the answer, so that later commands build on it. */
  heard({ kiosk }: Asked, answer: Answer<unknown>): void {
    if (answer.kind !== 'done') return
    const { booking } = answer.value as { booking?: Booked }
    if (!booking) return
    const { bookingId, totals, lines } = booking
    const known = this.#sold.find((one) => one.bookingId === bookingId)
    if (known) known.totalMinor = totals.totalMinor
    else {
      const seats = lines.map(({ seatId }) => seatId)
      this.#sold.push({ bookingId, kiosk, seats, totalMinor: totals.totalMinor })
    }
    if (this.#sold.length > REMEMBERED) this.#sold.shift()
  }

  #hold(): Asked {
    const first = this.#dice.below(this.#seats)
    const many = 1 + this.#dice.below(4)
    const seats = Array.from({ length: many }, (_, at) => (first + at) % this.#seats)
    const input: Input<'hold-seats'> = {
      showId: hallShow,
      cartId: `cart-${this.#dice.below(CARTS)}-${this.#prefix}` as CartId,
      lines: seats.map((seat) => this.#line(seat)),
      customerId: null,
      couponCode: this.#dice.isLucky(0.2) ? COUPON : null,
    }
    return this.#ask(this.#dice.pick(kiosks), 'hold-seats', input)
  }

  #release(): Asked {
    return this.#ask('manager', 'release-holds', { filter: {}, reason: 'proof' })
  }

  #pay({ bookingId, kiosk, totalMinor }: Sold): Asked {
    const tenderedMinor = totalMinor + this.#dice.below(3) * 100 - (this.#dice.isLucky(0.1) ? 1000 : 0)
    const input: Input<'pay-booking'> = {
      bookingId,
      mode: 'CASH',
      totalMinor,
      tenderedMinor: Math.max(0, tenderedMinor),
    }
    return this.#ask(kiosk, 'pay-booking', input)
  }

  #choose({ bookingId, kiosk, seats }: Sold): Asked {
    const input: Input<'choose-tickets'> = {
      bookingId,
      lines: seats.map((seat) => this.#line(seat)),
      couponCode: this.#dice.isLucky(0.5) ? COUPON : null,
    }
    return this.#ask(kiosk, 'choose-tickets', input)
  }

  #line(seat: number) {
    return { seatId: seat as SeatId, ticketTypeId: this.#dice.below(2) as TicketTypeId }
  }

  #ask<Name extends CommandName>(kiosk: string, name: Name, input: Input<Name>): Asked {
    return { id: `${this.#prefix}-${(this.#made += 1)}` as CommandId, kiosk, name, input }
  }
}

interface Booked {
  readonly bookingId: BookingId
  readonly totals: { readonly totalMinor: number }
  readonly lines: readonly { readonly seatId: number }[]
}
