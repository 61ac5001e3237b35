// 100 kiosks that all sell at once through one hub, and all hear of every sale, against a hub that handles one request at a time. Owns
// the rounds and the goal; the selling is in crowd.ts. Both sides: 100 kiosks on TLS with both keys, in one other process, each selling
// as fast as it is answered: two seats held, then paid; every commit durable (FULL); every kiosk told of every change. Ours is the
// product: sessions, limits, rules, idempotent commands, journal, and as many requests per commit and as much news per write as arrive in
// one turn. The other is the least that a hub of "one request, one transaction, one answer" does: `ws`, a request parsed, the very rows
// that the engine writes, bound in advance and written in a transaction of their own, one ready-made message (of two seats) to each of
// the 100, and the answer; then the next request. No rules, no sessions, no limits. Two easier variants of it are reported besides,
// without a goal: *eager* takes the next request before the last answer has left, so that Node itself gathers what piles up for a socket,
// and *silent* does that and tells nobody.

import { join } from 'node:path'
import { type WebSocket } from 'ws'
import { known } from '../src/shared/lib/assert.ts'
import type { Bench, Figure } from './bench.ts'
import { Crowd } from './crowd.ts'
import { unsoldShow } from './demo-house.ts'
import { withLanHub } from './lan-hub.ts'
import { openRawHub } from './raw-hub.ts'
import { median, medianRatio, takeTurns } from './rounds.ts'
import { SameRows, copyHouse } from './same-rows.ts'
import { type SeatPair, seatPairs } from './seat-pairs.ts'
import { SEATS, take } from './sellers.ts'

const KIOSKS = 100
/** As many as sold in the prototype that the goal comes from. */
const SOME = 32
/** Bookings of one round. A kiosk may send 100 commands at once and 50 a second: no round comes near that limit. */
const CROWD = 1500
const SOME_OF = 800
const ONE_BY_ONE = 300
const EAGER = 500

export const hubBench: Bench = {
  name: 'hub',
  about: '100 kiosks sell at once over TLS, durable, all of them told, against one request a transaction',
  run: () =>
    withLanHub(KIOSKS, async (hub) => {
      const copy = join(hub.folder, 'same-rows.db')
      copyHouse(hub.house.folder.database, copy)
      const least = new LeastHub(await SameRows.record(copy, [0, 1]))
      const raw = await openRawHub(known(hub.keys[0], 'a key'), (ws, text) =>
        least.answer(ws, text, raw.sockets),
      )
      const crowd = new Crowd()
      try {
        const { showId } = await unsoldShow(hub.desk, SEATS)
        const topics = [{ kind: 'seats', showId, afterRevision: null }, { kind: 'shows' }]
        await crowd.open('hub', hub.place, { keys: hub.keys, topics })
        await crowd.open('raw', raw.place, { keys: hub.keys, topics: [] })
        const [pairs, rawPairs] = [seatPairs(SEATS), seatPairs(SEATS).filter(isNotRecorded)]
        const sell = (sellers: number, count: number) => async () => {
          const rate = await crowd.sell('hub', { showId, sellers, pairs: take(pairs, count) })
          await crowd.take('hub')
          return rate
        }
        const oneByOne = (manners: Manners, count: number) => async () => {
          const taken = take(rawPairs, count)
          least.prepare(taken, manners)
          const rate = await crowd.sell('raw', { showId, sellers: KIOSKS, pairs: taken })
          await crowd.take('raw')
          return rate
        }
        const rounds = await takeTurns({
          hub: sell(KIOSKS, CROWD),
          perRequest: oneByOne({ isTelling: true, isEager: false }, ONE_BY_ONE),
          at32: sell(SOME, SOME_OF),
          eager: oneByOne({ isTelling: true, isEager: true }, EAGER),
          silent: oneByOne({ isTelling: false, isEager: true }, EAGER),
        })
        return figuresOf(rounds)
      } finally {
        crowd.close()
        raw.close()
        least.close()
      }
    }),
}

/** Leaves out the pair that was sold when the rows were recorded. */
function isNotRecorded([seat]: SeatPair): boolean {
  return seat !== 0
}

interface Manners {
  readonly isTelling: boolean
  readonly isEager: boolean
}

interface Asked {
  readonly id: number
  readonly name: string
  readonly input: { readonly bookingId?: string }
}

/** What the other side does for a request: nothing that could be left out. */
class LeastHub {
  readonly #rows: SameRows
  readonly #news = Buffer.from(
    '{"t":"news","id":1,"news":{"kind":"delta","showId":1,"from":1,"to":2,"seatIds":[40000,40001],"states":[1,1]}}',
  )
  #sales: ReturnType<SameRows['apart']> = []
  #held = 0
  #manners: Manners = { isTelling: true, isEager: false }
  #last: Promise<void> = Promise.resolve()

  constructor(rows: SameRows) {
    this.#rows = rows
  }

  prepare(pairs: readonly SeatPair[], manners: Manners): void {
    this.#sales = this.#rows.apart(pairs)
    this.#held = 0
    this.#manners = manners
  }

  answer(ws: WebSocket, text: string, all: readonly WebSocket[]): void {
    if (this.#manners.isEager) this.#answer(ws, text, { all, onLeft: () => {} })
    else this.#last = this.#last.then(() => new Promise((onLeft) => this.#answer(ws, text, { all, onLeft })))
  }

  #answer(
    ws: WebSocket,
    text: string,
    { all, onLeft }: { readonly all: readonly WebSocket[]; readonly onLeft: () => void },
  ): void {
    const { id, name, input } = JSON.parse(text) as Asked
    const at = name === 'hold-seats' ? this.#held++ : Number(input.bookingId)
    const sale = known(this.#sales[at], 'a sale')
    if (name === 'hold-seats') sale.hold()
    else sale.pay()
    if (this.#manners.isTelling) for (const one of all) one.send(this.#news, { binary: false })
    ws.send(
      `{"t":"answer","id":${id},"answer":{"kind":"done","value":{"booking":{"bookingId":"${at}","totals":{"totalMinor":42000}}}},"nowMs":0}`,
      onLeft,
    )
  }

  close(): void {
    this.#rows.close()
  }
}

type Rounds = Readonly<Record<'hub' | 'at32' | 'perRequest' | 'eager' | 'silent', readonly number[]>>

function figuresOf({ hub, at32, perRequest, eager, silent }: Rounds): readonly Figure[] {
  return [
    rateOf('perSecond', hub, '100 kiosks sell at once through the hub: bookings, all of them told'),
    rateOf('at32.perSecond', at32, '100 kiosks, 32 of them sell at once: bookings, all of them told'),
    rateOf('perRequest.perSecond', perRequest, '100 kiosks: one request a transaction, all of them told'),
    rateOf('eager.perSecond', eager, '100 kiosks: one request a transaction, news gathered by Node'),
    rateOf('silent.perSecond', silent, '100 kiosks: one request a transaction, nobody told'),
    {
      name: 'hub.100.ratioToPerRequest',
      value: medianRatio(hub, perRequest),
      unit: 'ratio',
      about:
        '100 kiosks sell at once and hear of every sale: sales a second, against one transaction for each request',
      goal: { atLeast: 8 },
    },
    {
      name: 'hub.100.at32.ratioToPerRequest',
      value: medianRatio(at32, perRequest),
      unit: 'ratio',
      about: 'the same, 32 of them selling',
    },
    {
      name: 'hub.100.ratioToEager',
      value: medianRatio(hub, eager),
      unit: 'ratio',
      about: 'the same, all of them selling, to one request a transaction with news gathered by Node',
    },
    {
      name: 'hub.100.ratioToSilent',
      value: medianRatio(hub, silent),
      unit: 'ratio',
      about: 'the same, all of them selling, to one request a transaction, nobody told',
    },
  ]
}

function rateOf(name: string, rates: readonly number[], about: string): Figure {
  return { name: `hub.100.${name}`, value: median(rates), unit: 'perSecond', about }
}
