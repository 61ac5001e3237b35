// Messages to the seller about money. Owns the words and the sums in them; where the money is, the house's answers say.

import { paidMinor } from '../../../shared/domain/tender.ts'
import { SECOND_MS } from '../../../shared/lib/time.ts'
import type { Say } from '../../messages/catalogue.ts'
import type { Notice } from '../../stores/notice.ts'
import { shows } from '../../stores/shows.ts'
import { never } from '../../../shared/lib/assert.ts'
import { lateText } from '../../ui/late-text.ts'
import { waysBetween } from '../../ui/money-ways.ts'
import { takenText } from '../../ui/taken-text.ts'
import { handBackText } from '../../ui/use-ways.ts'
import type { Formats } from '../../ui/words.tsx'

type MoneyNotice = Extract<
  Notice,
  { kind: 'not-paid' | 'owed' | 'deferred' | 'late' | 'time-up' | 'grace' | 'given-back' }
>

export function moneyNoticeText(notice: MoneyNotice, say: Say, formats: Formats): string {
  switch (notice.kind) {
    case 'not-paid':
      return notPaid(notice, say)
    case 'owed': {
      const { lines, totals } = notice.booking
      const seats = formats.seatNames(lines.map(({ label }) => label))
      return say('owed.told', { seats, total: formats.money(notice.owedMinor, totals.currency) })
    }
    case 'deferred': {
      const { lines, expiresAtMs, showId } = notice.booking
      const zone = shows.getState().rows.get(showId)?.zone ?? 'UTC'
      const seats = formats.seatNames(lines.map(({ label }) => label))
      return say('deferred.told', { count: lines.length, seats, time: formats.clock(expiresAtMs, zone) })
    }
    case 'time-up':
      return timeUpText(notice, say, formats)
    case 'grace':
      return graceText(notice, say, formats)
    case 'given-back':
      return givenBackText(notice, say, formats)
    case 'late':
      return lateText(notice.slip, say, formats)
    default:
      return never(notice)
  }
}

function notPaid({ payment, left }: Extract<Notice, { kind: 'not-paid' }>, say: Say): string {
  const mode = say(`mode.${payment.mode}`)
  return payment.failure === 'mismatch'
    ? say('notPaid.mismatch', { mode })
    : say('notPaid.declined', { mode, left })
}

function timeUpText(
  { seats: labels, taken }: Extract<Notice, { kind: 'time-up' }>,
  say: Say,
  formats: Formats,
): string {
  const seats = formats.seatNames(labels)
  if (!taken) return say('notice.timeUp', { count: labels.length, seats })
  return `${say('taken.timeUp', { seats })} ${takenText(taken, say, formats)}`
}

function graceText(
  { booking: { lines, payments, totals }, leftMs }: Extract<Notice, { kind: 'grace' }>,
  say: Say,
  { money, seatNames }: Formats,
): string {
  return say('grace.told', {
    count: lines.length,
    seats: seatNames(lines.map(({ label }) => label)),
    total: money(paidMinor(payments), totals.currency),
    seconds: Math.ceil(leftMs / SECOND_MS),
  })
}

function givenBackText(
  { before, after }: Extract<Notice, { kind: 'given-back' }>,
  say: Say,
  formats: Formats,
): string {
  const { lines, totals } = before
  const seats = formats.seatNames(lines.map(({ label }) => label))
  const given = handBackText(waysBetween(before, after), totals.currency, { say, formats })
  return `${given} ${say('handBack.told', { count: lines.length, seats })}`
}
