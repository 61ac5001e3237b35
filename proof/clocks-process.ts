// V14 with real processes: a seller whose system clock is wrong, by means of `faketime`. Owns which clocks; must never be run
// where that program is not installed.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkHouse, lookAt, lostOf } from './checks.ts'
import type { Tally } from './proof.ts'
import type { Acked } from './seller-lines.ts'
import { SellerProcess } from './seller-process.ts'

/** In faketime's notation: a start, and how fast the clock goes on from there. */
const clocks = ['-1d', '+1d', '@1970-01-02 00:00:00', '+0 x1.1', '+0 x0.9'] as const
const ACKS = 200

/** On each of them a house opens, sells and adds up. */
export async function wakesUnderFaketime(folder: string, tally: Tally): Promise<void> {
  for (const [at, clock] of clocks.entries()) {
    const data = join(folder, `faketime-${at}`)
    mkdirSync(data)
    const alone = { turns: null, restarts: 0, pragmas: null, repeat: null, acks: null, endsOpen: false }
    const seller = new SellerProcess({ ...alone, data, seed: at }, {}, ['faketime', '-f', clock])
    try {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      if (!(await seller.heard('acked', ACKS))) throw new Error(`“${clock}”: ${seller.errors}`)
    } finally {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await seller.kill()
    }
    lookAt(join(data, 'house.db'), (store) => {
      checkHouse(store)
      const acked = seller.lines.filter((line): line is Acked => line.t === 'acked')
      for (const lost of lostOf(store, acked)) tally.violate(`“${clock}”: ${lost}`)
    })
    tally.count('processes on another clock')
  }
}
