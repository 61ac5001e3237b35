// A process that sells random seats of a shared house as fast as it can, and says which sales it was told succeeded. Started by
// rival-house.fixture.ts; must never say a sale before the house has answered it.

import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import type { Actor } from '../../shared/domain/catalogue.ts'
import type { CartId, KioskId, SeatId, ShowId, StaffId } from '../../shared/domain/ids.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import type { Answer, BoxOffice } from '../../shared/contract/port.ts'
import { known } from '../../shared/lib/assert.ts'
import { linesOf, payOf } from '../engine/test-house.ts'
import { StartRefused } from '../store/open-database.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { LostRace, StorageFault } from '../store/store.ts'
import {
  type RivalOptions,
  type RivalWord,
  SEATS,
  openRivalHouse,
  showsByPolicy,
} from './rival-house.fixture.ts'

/** Several at once, so that a transaction carries more than one command. */
const SELLERS = 4
/**
 * Between two customers, at most: short enough that both are often busy at once, long enough that neither keeps the other out on a slow
 * disk.
 */
const PAUSE_MS = 20
/** Longer than the interval at which a process looks for what others wrote. */
const SETTLE_MS = 1000

const options = JSON.parse(process.argv[2] ?? '') as RivalOptions
let lostRaces = 0

function say(word: RivalWord): void {
  process.stdout.write(`${JSON.stringify(word)}\n`)
}

function plant(): void {
  const { prototype } = SqliteStore
  // oxlint-disable-next-line typescript/unbound-method -- called with its store below
  const { transaction } = prototype
  if (options.planted === 'no-look') prototype.foreignVersion = () => 0
  prototype.transaction = function countRaces(this: SqliteStore, work) {
    try {
      return transaction.call(this, work) as ReturnType<typeof work>
    } catch (error) {
      if (error instanceof LostRace) lostRaces += 1
      throw error instanceof LostRace && options.planted === 'no-rerun' ? new StorageFault('lost') : error
    }
  }
}

/** The map of a show as this process's screens have it. */
class ShownMap {
  readonly states: number[] = []
  revision = 0

  constructor(desk: BoxOffice, showId: ShowId) {
    desk.subscribe({ kind: 'seats', showId, afterRevision: null }, (news) => {
      if (news.kind === 'snapshot') {
        news.states.forEach((state, seat) => (this.states[seat] = state))
        this.revision = news.revision
      }
      if (news.kind !== 'delta') return
      news.seatIds.forEach((seat, index) => (this.states[seat] = known(news.states[index], 'state')))
      this.revision = news.to
    })
  }
}

class Seller {
  readonly #desk: BoxOffice
  readonly #maps: ReadonlyMap<ShowId, ShownMap>
  readonly outcomes: Record<string, number>

  constructor(desk: BoxOffice, maps: ReadonlyMap<ShowId, ShownMap>, outcomes: Record<string, number>) {
    this.#desk = desk
    this.#maps = maps
    this.outcomes = outcomes
  }

  /** Two adjacent seats at random, whatever the map shows: most are wanted by the rival too. */
  async attempt(cart: number): Promise<void> {
    const { showId } = known(showsByPolicy[Math.floor(Math.random() * showsByPolicy.length)], 'show')
    const seat = Math.floor(Math.random() * (SEATS - 1)) as SeatId
    const lines = linesOf([seat, seat + 1])
    const cartId = `${options.name}-${cart}` as CartId
    const wanted = { showId, cartId, lines, customerId: null, couponCode: null }
    const held = this.#count('hold', await this.#hold(wanted))
    if (held.kind !== 'done') return
    const { booking } = held.value
    const luck = Math.random()
    if (luck < 0.1) return
    if (luck < 0.3) {
      this.#count(
        'cancel',
        await this.#desk.call('cancel-booking', { bookingId: booking.bookingId, reason: '' }),
      )
      return
    }
    const paid = this.#count('pay', await this.#desk.call('pay-booking', payOf(booking)))
    if (paid.kind === 'done')
      say({ say: 'sold', bookingId: booking.bookingId, showId, seatIds: [seat, (seat + 1) as SeatId] })
  }

  /** As a screen does: by the map it has, and once more by the next one. */
  async #hold(wanted: Input<'hold-seats'>): Promise<Answer<Output<'hold-seats'>>> {
    const map = known(this.#maps.get(wanted.showId), 'map')
    const hold = () => this.#desk.call('hold-seats', { ...wanted, seenRevision: map.revision })
    const first = await hold()
    return first.kind === 'refused' && first.refusal.code === 'CONCURRENT_MODIFICATION' ? hold() : first
  }

  #count<Value>(step: string, answer: Answer<Value>): Answer<Value> {
    const said = answer.kind === 'refused' ? answer.refusal.code : answer.kind
    this.outcomes[`${step} ${said}`] = (this.outcomes[`${step} ${said}`] ?? 0) + 1
    return answer
  }
}

async function sellOn(house: ReturnType<typeof openRivalHouse>): Promise<void> {
  const told = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
  const maps = new Map<ShowId, ShownMap>()
  for (const { showId } of showsByPolicy) maps.set(showId, new ShownMap(deskOf(house, 0), showId))
  say({ say: 'ready' })
  await told.next()
  const outcomes: Record<string, number> = {}
  await Promise.all(
    Array.from({ length: SELLERS }, async (_, index) => {
      const seller = new Seller(deskOf(house, index), maps, outcomes)
      for (let at = 0; at < options.attempts; at += 1) {
        // oxlint-disable-next-line no-await-in-loop -- a seller has two hands
        await seller.attempt(index * options.attempts + at)
        // oxlint-disable-next-line no-await-in-loop -- the same
        await pause(Math.random() * PAUSE_MS)
      }
    }),
  )
  say({ say: 'finished', outcomes, lostRaces })
  await told.next()
  await pause(SETTLE_MS)
  say({ say: 'maps', states: Object.fromEntries([...maps].map(([showId, { states }]) => [showId, states])) })
  house.close()
  process.stdin.destroy()
}

function deskOf({ engine }: ReturnType<typeof openRivalHouse>, index: number): BoxOffice {
  const actor: Actor = {
    staffId: 1 as StaffId,
    name: 'Desk',
    role: 'clerk',
    kioskId: `${options.name}-${index}` as KioskId,
  }
  return engine.deskFor(actor)
}

async function main(): Promise<void> {
  plant()
  try {
    await sellOn(openRivalHouse(options))
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error
    say({ say: 'refused', why: error.message })
    process.stdin.destroy()
  }
}

await main()
