import type { BoxOffice } from '../src/shared/contract/port.ts'
import type { CartId, SeatId, ShowId, TicketTypeId } from '../src/shared/domain/ids.ts'
import { Bug } from '../src/shared/lib/assert.ts'

/** A seller who never pauses to think. */
const CLICK_MS = 2

/** How long each hold waited for its answer, one after the other until the work beside it is over. */
export async function clicksDuring(
  seller: BoxOffice,
  showId: ShowId,
  work: Promise<unknown>,
): Promise<number[]> {
  const waits: number[] = []
  const working = { isOver: false }
  void work.finally(() => (working.isOver = true))
  for (let click = 0; !working.isOver; click += 1) {
    const lines = [{ seatId: (click % 2000) as SeatId, ticketTypeId: 0 as TicketTypeId }]
    const wanted = { showId, cartId: 'bench' as CartId, lines, customerId: null, couponCode: null }
    const beganMs = performance.now()
    // oxlint-disable-next-line no-await-in-loop -- one seller's clicks
    const answer = await seller.call('hold-seats', wanted)
    waits.push(performance.now() - beganMs)
    if (answer.kind !== 'done') throw new Bug(`not held: ${JSON.stringify(answer)}`)
    // oxlint-disable-next-line no-await-in-loop -- the next click
    await new Promise((resolve) => setTimeout(resolve, CLICK_MS))
  }
  return waits
}
