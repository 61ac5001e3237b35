import type { Booking } from '../../shared/domain/booking.ts'
import { type PaymentMode, paidMinor } from '../../shared/domain/tender.ts'
import type { Say } from '../messages/catalogue.ts'
import { isolated } from '../messages/isolated.ts'
import type { Taken } from '../../shared/contract/recovery-news.ts'
import type { Formats } from './words.tsx'

/** [P5] Where the money is: wallet money is returned automatically at the end, the rest waits for its customer. */
export function takenText({ payments, totals: { currency } }: Booking, say: Say, { money }: Formats): string {
  const walletMinor = paidMinor(payments.filter(({ mode }) => mode === 'WALLET'))
  const waitingMinor = paidMinor(payments) - walletMinor
  return [
    ...(waitingMinor > 0 ? [say('taken.waits', { total: money(waitingMinor, currency) })] : []),
    ...(walletMinor > 0 ? [say('taken.wallet', { total: money(walletMinor, currency) })] : []),
  ].join(' ')
}

/** [SYNC 4.7] The house was restored to a time before all payments: wallet money is in the wallet, of the rest it knows nothing. */
export function unknownTakenText(taken: Taken | null, say: Say, { money, list }: Formats): string {
  if (!taken) return ''
  const sums = Map.groupBy(taken.parts, ({ mode }) => mode)
  const sumOf = (mode: PaymentMode) => {
    const minor = (sums.get(mode) ?? []).reduce((sum, { amountMinor }) => sum + amountMinor, 0)
    return money(minor, taken.currency)
  }
  const others = [...sums.keys()].filter((mode) => mode !== 'WALLET')
  const ways = list(others.map((mode) => `${say(`mode.${mode}`)} ${isolated(sumOf(mode))}`))
  return [
    ...(others.length > 0 ? [say('taken.unknown', { ways })] : []),
    ...(sums.has('WALLET') ? [say('taken.wallet', { total: sumOf('WALLET') })] : []),
  ].join(' ')
}
