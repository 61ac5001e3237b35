// Who may open the house's own folders, back it up and restore it from the menu: a manager who is signed in at this desk now. Owns the
// question; the house answers it, each time.

import { isOfOffice } from '../../shared/domain/rights.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import type { Output } from '../../shared/contract/operations.ts'
import type { Answer, BoxOffice } from '../../shared/contract/port.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'

/** `silent`: nobody answered in time. */
export type Admitted = 'yes' | 'locked' | 'notYours' | 'silent'

/** As long as a person waits for a box to open; a house answers in a millisecond. */
const PATIENCE_MS = 3 * SECOND_MS

export type Wait = (ms: number) => Promise<void>

export async function mayManage(office: BoxOffice, wait: Wait): Promise<Admitted> {
  const answer = await Promise.race([office.call('house', {}), wait(PATIENCE_MS)])
  if (answer?.kind !== 'done') return 'silent'
  const { actor, isOpen } = answer.value
  if (!actor) return 'locked'
  return isOpen || isOfOffice(actor) ? 'yes' : 'notYours'
}

/**
 * Number of seats that somebody is buying at any desk: held, or being paid for. A promise to whoever pays later is no open sale. Null:
 * not known.
 */
export async function openSales(office: BoxOffice): Promise<number | null> {
  let count = 0
  let after: BookingId | null = null
  for (;;) {
    const answer: Answer<Output<'hold-rows'>> = await office.call('hold-rows', { after })
    if (answer.kind !== 'done') return null
    const { rows, isMore }: Output<'hold-rows'> = answer.value
    count += rows.filter(({ state }) => state !== 'reserved').length
    after = rows.at(-1)?.bookingId ?? null
    if (!isMore) return count
  }
}
