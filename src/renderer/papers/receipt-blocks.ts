// A receipt as blocks: what was bought, the total, how it was paid, what was refunded. Owns their order; must never calculate: every
// sum is the booking's own.

import type { Booking } from '../../shared/domain/booking.ts'
import type { Paper, PaperBlock, PaperTemplate } from '../../shared/domain/paper.ts'
import type { Output } from '../../shared/contract/operations.ts'
import { roomNight } from '../../shared/domain/stay.ts'
import { deskName } from '../stores/desks.ts'
import { type Rooms, lineName } from '../ui/line-name.ts'
import { type PaperWords, paperWords } from './paper-words.ts'
import { middle } from './ticket-blocks.ts'

type Whole = Output<'booking-story'>
/** What a receipt shows of a sale. */
export type ReceiptStory = Pick<Whole, 'title' | 'venue' | 'zone' | 'startsAtMs' | 'seller' | 'customer'> & {
  readonly booking: ReceiptBooking
}
export type ReceiptBooking = Pick<
  Booking,
  'bookingId' | 'kioskId' | 'lines' | 'returned' | 'totals' | 'couponCode'
> &
  Pick<Booking, 'payments' | 'confirmedAtMs' | 'reservedAtMs'>

/** `rooms`: where nights of a hotel were sold [L6]. */
export function receiptPaper(
  story: ReceiptStory,
  template: PaperTemplate,
  rooms: Rooms | null = null,
): Paper {
  const words = { ...paperWords(template), rooms }
  const { say, language, direction } = words
  const blocks: readonly PaperBlock[] = [
    ...middle(template.header),
    { kind: 'title', text: say('receipt.title') },
    ...heads(story, words),
    { kind: 'rule' },
    ...sold(story.booking, words),
    { kind: 'rule' },
    ...paid(story.booking, words),
    { kind: 'rule' },
    ...hands(story, template, words),
    ...middle([template.tax, ...template.footer]),
  ]
  return { name: say('receipt.title'), language, direction, blocks }
}

interface ReceiptWords extends PaperWords {
  readonly rooms: Rooms | null
}

function heads(
  { booking, title, venue, startsAtMs, zone }: ReceiptStory,
  { say, formats, rooms }: ReceiptWords,
): PaperBlock[] {
  const nights = rooms
    ? booking.lines.map(({ seatId }) => roomNight(rooms.plan, seatId, rooms).startsAtMs)
    : []
  const from = nights.length > 0 ? Math.min(...nights) : startsAtMs
  const at = (instantMs: number) => `${formats.day(instantMs, zone)}  ${formats.clock(instantMs, zone)}`
  return [
    { kind: 'line', text: venue },
    { kind: 'line', text: title, look: 'strong' },
    { kind: 'line', text: at(from) },
    { kind: 'rule' },
    { kind: 'pair', start: say('receipt.sold'), end: at(booking.confirmedAtMs ?? booking.reservedAtMs) },
    { kind: 'line', text: `${say('receipt.number')} ${booking.bookingId}`, look: 'quiet' },
  ]
}

function sold(
  { lines, totals, couponCode }: ReceiptBooking,
  { say, formats, rooms }: ReceiptWords,
): PaperBlock[] {
  const { currency, discountMinor, feeMinor, totalMinor } = totals
  const pair = (start: string, amountMinor: number): PaperBlock => {
    return { kind: 'pair', start, end: formats.money(amountMinor, currency) }
  }
  return [
    ...lines.map((line) => pair(`${lineName(line, rooms, formats)}  ${line.ticketType}`, line.priceMinor)),
    ...(discountMinor === 0
      ? []
      : [pair(say('receipt.discount', { code: couponCode ?? '' }), -discountMinor)]),
    ...(feeMinor === 0 ? [] : [pair(say('receipt.fee'), feeMinor)]),
    { kind: 'pair', start: say('receipt.total'), end: formats.money(totalMinor, currency), isStrong: true },
  ]
}

function paid(
  { payments, totals, returned }: ReceiptBooking,
  { say, formats, rooms }: ReceiptWords,
): PaperBlock[] {
  const money = (amountMinor: number) => formats.money(amountMinor, totals.currency)
  const came = payments.filter(({ state }) => state === 'success' || state === 'refunded')
  const change = came.reduce((sum, { changeMinor }) => sum + changeMinor, 0)
  const back = came.reduce((sum, { refundedMinor = 0 }) => sum + refundedMinor, 0)
  return [
    ...came.map(({ mode, account, amountMinor, changeMinor }): PaperBlock => {
      // [T4] Value transferred from other tickets is no money of this sale.
      const isHanded = account?.startsWith('booking:') === true
      const start = say(isHanded ? 'receipt.exchanged' : `receipt.mode.${mode}`)
      return { kind: 'pair', start, end: money(amountMinor + changeMinor) }
    }),
    ...(change === 0 ? [] : [{ kind: 'pair', start: say('receipt.change'), end: money(change) } as const]),
    ...(back === 0 ? [] : [{ kind: 'pair', start: say('receipt.back'), end: money(back) } as const]),
    ...returned.map((line): PaperBlock => {
      const seat = lineName(line, rooms, formats)
      return { kind: 'line', text: say('receipt.returned', { seat }), look: 'quiet' }
    }),
  ]
}

function hands(
  { seller, customer, booking }: ReceiptStory,
  template: PaperTemplate,
  { say }: PaperWords,
): PaperBlock[] {
  const by = template.showsSeller
    ? [{ kind: 'pair', start: say('receipt.seller'), end: seller } as const]
    : []
  const desk = { kind: 'pair', start: say('receipt.desk'), end: deskName(booking.kioskId, say) } as const
  const whom = customer ? [{ kind: 'pair', start: say('receipt.customer'), end: customer.name } as const] : []
  return [...by, desk, ...whom]
}
