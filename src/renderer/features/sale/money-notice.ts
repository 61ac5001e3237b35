import type { Say } from '../../messages/catalogue.ts'
import type { Notice } from '../../stores/notice.ts'
import { shows } from '../../stores/shows.ts'
import { never } from '../../../shared/lib/assert.ts'
import { lateText } from '../../ui/late-text.ts'
import type { Formats } from '../../ui/words.tsx'

type MoneyNotice = Extract<Notice, { kind: 'not-paid' | 'owed' | 'deferred' | 'late' }>

/** What the seller is told of money. */
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
