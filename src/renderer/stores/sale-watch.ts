// What others do to the sale in hand: seats that were only chosen and get taken, a booking that another window pays, changes or
// ends. Owns the checks; must never decide what belongs to whom, only ask.

import type { Booking } from '../../shared/domain/booking.ts'
import { inFlight, paidMinor } from '../../shared/domain/tender.ts'
import { ask } from '../box-office.ts'
import { hasMoney } from './hold-money.ts'
import { endHold } from './hold-watch.ts'
import { isPassing } from './notice.ts'
import { goOn } from './payment.ts'
import {
  dropNotice,
  fresh,
  isHeldAsChosen,
  keepBooking,
  leaveMoney,
  loseSeats,
  sale,
  whyNot,
} from './sale.ts'
import { screen } from './screen.ts'
import { seats } from './seats.ts'
import { onShowNews } from './shows.ts'
import { takenOf } from './taken.ts'
import { forgetHold, isUnknown } from './unknown-hold.ts'

/** Another desk took a chosen seat before it was held: reports which, at once. */
seats.subscribe(({ changed, states, showId, plan }) => {
  const { lines, booking, asking } = sale.getState()
  if (!states || !plan || showId !== sale.getState().showId || asking === 'hold') return
  const own = new Set(booking?.lines.map((line) => line.seatId))
  const looked = changed ?? lines.map((line) => line.seatId)
  const lost = looked.flatMap((seatId) => {
    const isChosen = lines.some((line) => line.seatId === seatId) && !own.has(seatId)
    return isChosen ? (whyNot(seatId) ?? []) : []
  })
  if (lost.length > 0) loseSeats(lost)
})

/** A hint given at the map is not there again when its show is opened an hour later. */
screen.subscribe(({ now }) => {
  const { notice } = sale.getState()
  if (notice && isPassing(notice) && now.name !== 'sell' && now.name !== 'pay') dropNotice()
})

let isTold = false
let isLooking = false

/** [P5] [P6] A part payment, a terminal's answer, or the end of the booking. */
onShowNews(
  () => sale.getState().booking?.showId ?? null,
  () => {
    if (sale.getState().booking) void look()
  },
)

/** News that arrives during a request of this window is checked afterwards: the request's answer may be older, or a refusal. */
sale.subscribe(({ asking }, { asking: before }) => {
  if (isTold && asking === null && before !== null) queueMicrotask(() => void look())
})

/** One check at a time: of two concurrent answers the older could be taken for the newer. */
async function look(): Promise<void> {
  isTold = true
  if (isLooking) return
  isLooking = true
  // oxlint-disable-next-line no-await-in-loop -- until no more news has arrived
  while (isTold && sale.getState().asking === null) await lookOnce()
  isLooking = false
}

async function lookOnce(): Promise<void> {
  isTold = false
  const { booking: known } = sale.getState()
  if (!known) return
  const answer = await ask('booking', { bookingId: known.bookingId })
  const { booking, asking } = sale.getState()
  // Something was requested here meanwhile, and its answer is newer.
  if (booking !== known || asking !== null) isTold = true
  else if (answer.kind === 'done') become(known, answer.value.booking)
  else if (isUnknown(answer, known)) forgetHold(takenOf(known))
}

/** Acts on the house's current version of the cart. */
function become(known: Booking, now: Booking): void {
  // [P5] Its seats are taken, or its grace period is over: the money paid towards it waits for the customer.
  if (now.state === 'expired' && paidMinor(known.payments) > 0) return endHold(known)
  const isPending = now.state === 'reserved' || now.state === 'expired'
  if (isPending && JSON.stringify(now) === JSON.stringify(known)) return
  // If this window waits for a terminal, it shows the outcome, whoever started the request.
  if (inFlight(known.payments) && now.state !== 'expired') return goOn(now)
  if (isPending) return renew(now)
  sale.setState({ ...fresh(), showId: now.showId, notice: { kind: 'gone', booking: now } })
  leaveMoney()
}

/** What is only chosen here stays chosen, unless [P5] money was taken for the booking elsewhere. */
function renew(booking: Booking): void {
  const { lines, couponCode } = sale.getState()
  const isOfBooking = isHeldAsChosen(sale.getState())
  keepBooking({ booking })
  if (!isOfBooking && !hasMoney(booking)) sale.setState({ lines, couponCode })
}
