// Taking the money for the cart in hand: cash, a terminal, a wallet, a picture; all of it or a part. Owns the way from a payment
// to the tickets and the message when there are none; only what the house confirmed counts as paid.

import type { Booking } from '../../shared/domain/booking.ts'
import type { PaymentId } from '../../shared/domain/ids.ts'
import { inFlight, paidMinor } from '../../shared/domain/tender.ts'
import { ask } from '../box-office.ts'
import { changeDue } from './change-due.ts'
import { type Money, settle } from './exchanging.ts'
import { asked, fresh, keepBooking, sale } from './sale.ts'
import { goTo } from './screen.ts'
import { shows } from './shows.ts'

/**
 * [P5] [P7] [T4] Paying everything also confirms: either the tickets are there, or nothing was taken. After a part payment, or a
 * request to a terminal, the sale goes on here.
 */
export async function pay({ bookingId }: Pick<Booking, 'bookingId'>, money: Money): Promise<void> {
  const { booking } = sale.getState()
  // Money that was meant for a cart put aside meanwhile pays for no other.
  if (booking?.bookingId !== bookingId) return
  const answering = settle(booking, money)
  const outcome = await asked('pay', answering, (value) => {
    changeDue.setState({ booking: value.booking, changeMinor: value.changeMinor })
    goOn(value.booking)
  })
  if (outcome === 'elsewhere') showTickets(await answering)
}

/** The tickets of a sale that is done are shown, whatever cart is in hand by then. */
function showTickets(answer: Awaited<ReturnType<typeof settle>>): void {
  if (answer.kind !== 'done') return
  const { booking } = answer.value
  if (isSold(booking)) goTo({ name: 'ticket', bookingId: booking.bookingId })
}

export function isSold({ state }: Booking): boolean {
  return state === 'confirmed' || state === 'completed'
}

/** [P5] Returns one part payment by the way it was paid. */
export async function takeBack(paymentId: PaymentId): Promise<void> {
  const { booking } = sale.getState()
  if (!booking) return
  await asked('back', ask('return-money', { bookingId: booking.bookingId, paymentId }), keepBooking)
}

/** [P7] The customer does not pay after all: the seats are free at once. What was paid towards them is returned. */
export async function giveUp(): Promise<void> {
  const { booking } = sale.getState()
  if (booking)
    await asked('pay', ask('give-up-payment', { bookingId: booking.bookingId }), (value) =>
      goOn(value.booking),
    )
}

/** [H16] The seats are reserved for their customer, with a longer limit; the desk goes on with the next. */
export async function payLater(): Promise<void> {
  const { booking } = sale.getState()
  if (!booking) return
  await asked('later', ask('pay-later', { bookingId: booking.bookingId }), (value) => {
    sale.setState({
      ...fresh(),
      showId: booking.showId,
      notice: { kind: 'deferred', booking: value.booking },
    })
    goTo({ name: 'sell', showId: booking.showId })
  })
}

/** Continues according to what the booking in hand has become: sold, still to be paid, or over. */
export function goOn(booking: Booking): void {
  const { showId, bookingId, state } = booking
  if (isSold(booking)) {
    sale.setState({ ...fresh(), showId })
    return goTo({ name: 'ticket', bookingId })
  }
  if (state === 'reserved') return stillDue(booking)
  const owedMinor = paidMinor(booking.payments)
  const notice =
    owedMinor > 0 ? ({ kind: 'owed', booking, owedMinor } as const) : ({ kind: 'gone', booking } as const)
  sale.setState({ ...fresh(), showId, notice })
  goTo({ name: 'sell', showId })
}

function stillDue(booking: Booking): void {
  const before = sale.getState().booking
  const wasAsked = before ? inFlight(before.payments) : null
  keepBooking({ booking })
  const answered = booking.payments.find(({ paymentId }) => paymentId === wasAsked?.paymentId)
  if (answered?.state !== 'failed') return
  const declines = booking.payments.filter(({ failure }) => failure === 'declined').length
  const left = (shows.getState().rows.get(booking.showId)?.declinesMax ?? declines) - declines
  sale.setState({ notice: { kind: 'not-paid', payment: answered, left } })
}
