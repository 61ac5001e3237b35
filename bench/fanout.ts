// One seat changes at the hub: how long until 100 kiosks have it, against the least that `ws` can do over the same TLS. Owns the rounds
// and the goal; the kiosks are in crowd.ts, the two hubs in lan-hub.ts and raw-hub.ts. The hub's time begins when a hold is durable (its
// commit is over, the publisher tells the first listener) and ends when the news of its seats and of the show's counts are at a kiosk:
// encoding, a frame for each of 100 kiosks, TLS, the system. The raw side sends one ready-made message of the same size to 100 sockets.
// The kiosks of both sides are the same program in one other process, and read the same clock. The time from the call to the durable
// commit (rules, FULL) is reported separately: there is nothing raw to compare it with, and bookings.ts measures it.

import type { ShowId } from '../src/shared/domain/ids.ts'
import { known } from '../src/shared/lib/assert.ts'
import type { Bench, Figure } from './bench.ts'
import { type Arrivals, Crowd } from './crowd.ts'
import { unsoldShow } from './demo-house.ts'
import { machineMs } from './kiosk-socket.ts'
import { type LanHub, withLanHub } from './lan-hub.ts'
import { type RawHub, openRawHub } from './raw-hub.ts'
import { rest } from './rest.ts'
import { median, medianRatio, percentile, takeTurns } from './rounds.ts'
import { seatPairs } from './seat-pairs.ts'
import { SEATS, done, holdPair, take } from './sellers.ts'

const KIOSKS = 100
/** Changes per round: with 100 kiosks 20,000 arrivals, of which 200 are slower than the 99 of 100. */
const CHANGES = 200
/** Far enough apart that each has arrived everywhere before the next, on a machine that is not overloaded. */
const EVERY_MS = 12
/** Before the first change of a round, and after its last: nothing of another round is still in flight. */
const REST_MS = 60

export const fanoutBench: Bench = {
  name: 'fanout',
  about: 'a seat changes at the hub: until 100 kiosks have it, over TLS, against raw ws over the same TLS',
  run: () =>
    withLanHub(KIOSKS, async (hub) => {
      const crowd = new Crowd()
      const raw = await openRawHub(known(hub.keys[0], 'a key'), () => {})
      try {
        const { showId } = await unsoldShow(hub.desk, SEATS)
        const durable = durableAt(hub, showId)
        const topics = [{ kind: 'seats', showId, afterRevision: null }, { kind: 'shows' }]
        await crowd.open('hub', hub.place, { keys: hub.keys, topics })
        await crowd.open('raw', raw.place, { keys: hub.keys, topics: [] })
        const hold = holdsAt(hub, showId)
        const change = async () => {
          await hold()
          return durable()
        }
        const message = await messageLike(crowd, change)
        return figuresOf(
          await takeTurns({
            hub: () => round(crowd, 'hub', change),
            raw: () => round(crowd, 'raw', () => sendAll(raw, message)),
          }),
        )
      } finally {
        crowd.close()
        raw.close()
      }
    }),
}

/** When the last change became durable: a listener that subscribed before all kiosks hears of it first. */
function durableAt({ desk }: LanHub, showId: ShowId): () => number {
  let atMs = 0
  desk.subscribe({ kind: 'seats', showId, afterRevision: null }, () => {
    atMs = machineMs()
  })
  return () => atMs
}

/** Each hold takes two other seats, in a cart of its own. */
function holdsAt({ desk }: LanHub, showId: ShowId): () => Promise<void> {
  const pairs = seatPairs(SEATS)
  return async () => {
    const [pair] = take(pairs, 1)
    done(await holdPair(desk, showId, known(pair, 'a pair')))
  }
}

function sendAll({ sockets }: RawHub, message: Buffer): number {
  const beganMs = machineMs()
  for (const ws of sockets) ws.send(message, { binary: false })
  return beganMs
}

/** A message with as many bytes in one frame as all the hub's news of one change. */
async function messageLike(crowd: Crowd, change: () => Promise<unknown>): Promise<Buffer> {
  await crowd.take('hub')
  await change()
  await rest(REST_MS)
  const { bytes } = await crowd.take('hub')
  const like = '{"t":"news","news":{"kind":"delta"}}'
  return Buffer.from(like.padEnd(bytes - 4))
}

/** How long each kiosk waited for each change, ms: since the change was durable, and since it was asked for. */
interface Waits {
  readonly told: readonly number[]
  readonly asked: readonly number[]
}

/** `change` returns the moment when the change was there to be told. */
async function round(crowd: Crowd, line: string, change: () => number | Promise<number>): Promise<Waits> {
  await rest(REST_MS)
  await crowd.take(line)
  const asked: number[] = []
  const told: number[] = []
  for (let at = 0; at < CHANGES; at += 1) {
    asked.push(machineMs())
    // oxlint-disable-next-line no-await-in-loop -- one change after the other
    told.push(await change())
    // oxlint-disable-next-line no-await-in-loop -- the next is not due yet
    await rest(EVERY_MS)
  }
  await rest(REST_MS)
  const heard = await crowd.take(line)
  return { told: waitsOf(told, heard), asked: waitsOf(asked, heard) }
}

function waitsOf(begun: readonly number[], { arrivals }: Arrivals): readonly number[] {
  return arrivals.flatMap((ofKiosk) => {
    if (ofKiosk.length !== begun.length)
      throw new Error(`a kiosk heard ${ofKiosk.length} times of ${begun.length} changes`)
    return ofKiosk.map((atMs, at) => atMs - (begun[at] ?? 0))
  })
}

function ms(name: string, values: readonly number[], about: string): Figure {
  return {
    name: `fanout.100.${name}`,
    value: median(values),
    unit: 'ms',
    about: `100 kiosks: ${about}`,
  }
}

function figuresOf({ hub, raw }: Record<'hub' | 'raw', readonly Waits[]>): readonly Figure[] {
  const told = (rounds: readonly Waits[], share: number) => rounds.map((one) => percentile(one.told, share))
  const asked = hub.map((one) => percentile(one.asked, 0.99))
  return [
    ms('p50Ms', told(hub, 0.5), 'from a change at the hub to a kiosk, half of them'),
    ms('p99Ms', told(hub, 0.99), 'from a change at the hub to a kiosk, 99 of 100'),
    ms('askedP99Ms', asked, 'from the asking for it, with rules and commit, to a kiosk, 99 of 100'),
    ms('rawP50Ms', told(raw, 0.5), 'raw ws, one message made before, half of them'),
    ms('rawP99Ms', told(raw, 0.99), 'raw ws, one message made before, 99 of 100'),
    {
      name: 'fanout.100.ratioP50',
      value: medianRatio(told(hub, 0.5), told(raw, 0.5)),
      unit: 'ratio',
      about:
        '100 kiosks: the time from a change at the hub until they have it, against a raw ws broadcast, half of them',
    },
    {
      name: 'fanout.100.ratioP99',
      value: medianRatio(told(hub, 0.99), told(raw, 0.99)),
      unit: 'ratio',
      about:
        '100 kiosks: the time from a change at the hub until they have it, against a raw ws broadcast, 99 of 100',
      goal: { atMost: 1.5 },
    },
  ]
}
