// Replacements for seats that others got [C5]: requested as soon as some are lost, offered beside the message, taken by one key.
// Owns the request; which seats are nearest and cost the same is decided by the house, and they must never be taken before the
// seller says so.

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

/** Returns whether there was something to take; it is then held at once, since others are after seats too. */
export function takeInstead(): boolean {
  const { notice, asking } = sale.getState()
  if (notice?.kind !== 'lost' || !notice.instead || asking !== null) return false
  sale.setState({ lines: notice.instead.lines, notice: null })
  void holdSeats()
  return true
}
