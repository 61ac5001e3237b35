// Seats in place of those that others got [C5]: asked for as soon as some are lost, offered beside the message, taken by one key. Owns
// the asking; what is nearest and costs the same is the house's word, and must never be taken before the seller says so.

import { ask } from '../box-office.ts'
import type { Notice } from './notice.ts'
import { holdSeats, sale } from './sale.ts'
import { priced } from './wanted-lines.ts'

type Lost = Extract<Notice, { kind: 'lost' }>

sale.subscribe(({ notice }, { notice: before }) => {
  if (notice !== before && notice?.kind === 'lost' && notice.wished && !notice.instead) void offer(notice)
})

async function offer(lost: Lost): Promise<void> {
  const { showId, cartId } = sale.getState()
  const { wished = [] } = lost
  if (showId === null || wished.length === 0) return
  const answer = await ask('nearest-seats', { showId, cartId, lines: priced(wished) })
  const found = answer.kind === 'done' ? answer.value.seats : null
  if (!found || sale.getState().notice !== lost) return
  const lines = wished.flatMap((line, index) => {
    const seat = found[index]
    return seat ? [{ ...line, seatId: seat.seatId }] : []
  })
  sale.setState({ notice: { ...lost, instead: { lines, labels: found.map(({ label }) => label) } } })
}

/** Whether there is something to take; then it is held at once, as others are about. */
export function takeInstead(): boolean {
  const { notice, asking } = sale.getState()
  if (notice?.kind !== 'lost' || !notice.instead || asking !== null) return false
  sale.setState({ lines: notice.instead.lines, notice: null })
  void holdSeats()
  return true
}
