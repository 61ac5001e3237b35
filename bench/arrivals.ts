// Commands that arrive at a fixed rate, whether or not the house has answered the ones before: what a seller waits, from the moment of
// the click. Owns the clock of the clicks; must never wait for an answer before the next click.

import { type House } from '../src/main/house/open-house.ts'
import { known } from '../src/shared/lib/assert.ts'
import { unsoldShow } from './demo-house.ts'
import { SEATS, desksOf, done, holdPair, payFor, type Held } from './sellers.ts'
import type { SeatPair } from './seat-pairs.ts'

const DESKS = 32

/** How long the seller of each hold waited. Commands alternate: a hold, then the payment of a hold that was answered. */
export type Arrivals = (pairs: readonly SeatPair[]) => Promise<readonly number[]>

export async function openArrivals(house: House, commandsPerSecond: number): Promise<Arrivals> {
  const desks = desksOf(house, DESKS)
  const { showId } = await unsoldShow(known(desks[0], 'desk'), SEATS)
  return async (pairs) => {
    const waits: number[] = []
    const held: { readonly desk: (typeof desks)[number]; readonly booking: Held['booking'] }[] = []
    const answers: Promise<unknown>[] = []
    const beganMs = performance.now()
    for (const [at, pair] of pairs.entries()) {
      const dueMs = beganMs + (at * 2 * 1000) / commandsPerSecond
      // oxlint-disable-next-line no-await-in-loop -- the next click is not due yet
      await until(dueMs)
      const desk = known(desks[at % DESKS], 'desk')
      const answer = holdPair(desk, showId, pair).then((hold) => {
        waits.push(performance.now() - dueMs)
        held.push({ desk, booking: done(hold).booking })
      })
      answers.push(answer)
      // oxlint-disable-next-line no-await-in-loop -- the same
      await until(dueMs + 1000 / commandsPerSecond)
      const next = held.shift()
      if (next) answers.push(payFor(next.desk, next.booking).then(done))
    }
    await Promise.all(answers)
    return waits
  }
}

/** Timers are only accurate to a millisecond: the rest is waited for turn by turn, while the house works. */
async function until(dueMs: number): Promise<void> {
  while (performance.now() < dueMs) {
    // oxlint-disable-next-line no-await-in-loop -- a turn of the loop each
    await new Promise((resolve) => setImmediate(resolve))
  }
}
