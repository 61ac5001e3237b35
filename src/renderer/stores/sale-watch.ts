// What others do to the sale in hand: seats that were only chosen and are taken, a booking that another window pays, changes or ends.
// Owns the looking; must never decide what is whose, only ask.

import type { Booking } from '../../shared/domain/booking.ts'
import { inFlight, paidMinor } from '../../shared/domain/tender.ts'
import { ask } from '../box-office.ts'
import { endHold } from './hold-watch.ts'
import { goOn } from './payment.ts'
import { fresh, isHeldAsChosen, keepBooking, leaveMoney, loseSeats, sale, whyNot } from './sale.ts'
import { seats } from './seats.ts'
import { onShowNews } from './shows.ts'
import { takenOf } from './taken.ts'
import { forgetHold, isUnknown } from './unknown-hold.ts'

/** Another desk took a chosen seat before it was held: say which, at once. */
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

let isTold = false
let isLooking = false

/** [P5] [P6] A part that was paid, what a terminal answered, its end. */
onShowNews(
  () => sale.getState().booking?.showId ?? null,
  () => {
    if (sale.getState().booking) void look()
  },
)

/** What was told while something was asked here is looked at after that: its answer may be older, or a no. */
sale.subscribe(({ asking }, { asking: before }) => {
  if (isTold && asking === null && before !== null) queueMicrotask(() => void look())
})

/** One look at a time: of two the earlier could be taken for the newer. */
async function look(): Promise<void> {
  isTold = true
  if (isLooking) return
  isLooking = true
  // oxlint-disable-next-line no-await-in-loop -- until nothing new was told
  while (isTold && sale.getState().asking === null) await lookOnce()
  isLooking = false
}

async function lookOnce(): Promise<void> {
  isTold = false
  const { booking: known } = sale.getState()
  if (!known) return
  const answer = await ask('booking', { bookingId: known.bookingId })
  const { booking, asking } = sale.getState()
  // Something was asked here meanwhile, and its answer is the newer one.
  if (booking !== known || asking !== null) isTold = true
  else if (answer.kind === 'done') become(known, answer.value.booking)
  else if (isUnknown(answer, known)) forgetHold(takenOf(known))
}

/** The house says what became of the cart. */
function become(known: Booking, now: Booking): void {
  // [P5] Somebody has its seats, or its grace is over: what was taken for them waits.
  if (now.state === 'expired' && paidMinor(known.payments) > 0) return endHold(known)
  const isPending = now.state === 'reserved' || now.state === 'expired'
  if (isPending && JSON.stringify(now) === JSON.stringify(known)) return
  // Whoever waits for a terminal here sees how it ends, whoever asked it.
  if (inFlight(known.payments) && now.state !== 'expired') return goOn(now)
  if (isPending) return renew(now)
  sale.setState({ ...fresh(), showId: now.showId, notice: { kind: 'gone', booking: now } })
  leaveMoney()
}

/** What is only chosen here stays chosen. */
function renew(booking: Booking): void {
  const { lines, couponCode } = sale.getState()
  const isOfBooking = isHeldAsChosen(sale.getState())
  keepBooking({ booking })
  if (!isOfBooking) sale.setState({ lines, couponCode })
}
