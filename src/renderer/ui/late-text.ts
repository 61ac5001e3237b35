import type { Output } from '../../shared/contract/operations.ts'
import type { Say } from '../messages/catalogue.ts'
import { isolated } from '../messages/isolated.ts'
import type { Formats } from './words.tsx'

/** [P8] What the slip stands for: the same seats, other seats, or a wallet. */
export function lateText(
  { outcome, title, seats, rescue, amountMinor, currency, walletId }: Output<'late-money'>['slips'][number],
  say: Say,
  { money, seatNames }: Formats,
): string {
  return say(`late.${outcome}`, {
    title: isolated(title),
    total: money(amountMinor, currency),
    seats: seatNames(seats),
    others: seatNames(rescue?.seats ?? []),
    wallet: String(walletId ?? ''),
  })
}
