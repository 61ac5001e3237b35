import type { Booking } from '../../shared/domain/booking.ts'
import { paidMinor } from '../../shared/domain/tender.ts'
import type { Say } from '../messages/catalogue.ts'
import type { Formats } from './words.tsx'

/** [P5] Where the money is: a wallet's goes back at the end by itself, the rest waits for its customer. */
export function takenText({ payments, totals: { currency } }: Booking, say: Say, { money }: Formats): string {
  const walletMinor = paidMinor(payments.filter(({ mode }) => mode === 'WALLET'))
  const waitingMinor = paidMinor(payments) - walletMinor
  return [
    ...(waitingMinor > 0 ? [say('taken.waits', { total: money(waitingMinor, currency) })] : []),
    ...(walletMinor > 0 ? [say('taken.wallet', { total: money(walletMinor, currency) })] : []),
  ].join(' ')
}
