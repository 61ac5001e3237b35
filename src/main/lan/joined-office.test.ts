// What a joined kiosk keeps of what it asked, and when it asks again: with a hub that says what the test wants. Owns that hub; the wires
// and accidents between the two are those of the simulation.

import Database from 'better-sqlite3'
import { onTestFinished, expect, test } from 'vitest'
import type { CommandId } from '../../shared/domain/ids.ts'
import { type FromHub, PROTOCOL_VERSION, type ToHub } from '../../shared/contract/wire.ts'
import { TestHouse, holdOf, payOf } from '../engine/test-house.ts'
import { KeptLog, ManualClock, ManualScheduler, SeededChance } from '../engine/test-world.ts'
import { KeptCommands } from '../store/kept-commands.ts'
import { MirrorLine } from '../mirror/mirror-line.ts'
import { MirrorOffice } from '../mirror/mirror-office.ts'
import { MemoryStore } from '../store/memory-store.ts'
import { CutOff } from './cut-off.ts'
import { JoinedOffice } from './joined-office.ts'
import { LinkNews } from './link-news.ts'

const pay = { bookingId: 'b' as never, mode: 'CASH', totalMinor: 1, tenderedMinor: 1 } as const
const hold = { showId: 1, cartId: 'c', lines: [], customerId: null, couponCode: null } as never
const startMs = 1_000_000
const fault = { kind: 'fault', incidentId: 'i', reason: 'storage' } as const
const busy = { kind: 'refused', refusal: { code: 'BUSY', limit: 'commands' } } as const
const notFound = { kind: 'refused', refusal: { code: 'NOT_FOUND', what: 'booking', id: 'b' } } as const

type Call = Extract<ToHub, { t: 'call' }>
type Said = Extract<FromHub, { t: 'answer' }>['answer']

/** A kiosk whose line is open. `before`: writes what its file has of an earlier life. */
function kiosk(before: (kept: KeptCommands) => void = () => {}) {
  const kept = new KeptCommands(new Database(':memory:'))
  onTestFinished(() => kept.close())
  before(kept)
  const clock = new ManualClock(startMs)
  const scheduler = new ManualScheduler()
  const asked: Call[] = []
  let hear: (frame: unknown) => void = () => {}
  let lose: () => void = () => {}
  const world = { clock, chance: new SeededChance('kiosk'), scheduler, log: new KeptLog() }
  const copy = { ...world, openStore: () => new MemoryStore() }
  const office = new JoinedOffice({
    ...world,
    pipe: {
      send: (frame) => frame.t === 'call' && asked.push(frame),
      onFrame: (listener) => (hear = listener),
      onLost: (listener) => (lose = listener),
    },
    kept,
    link: new LinkNews('hub'),
    mirror: new MirrorLine({ ...copy, setAside: () => {}, onProgress: () => {} }),
    cutOff: new CutOff(new MirrorOffice(copy)),
  })
  const turn = async () => {
    for (let step = 0; step < 8; step += 1) await Promise.resolve()
  }
  const welcome = () => hear({ t: 'welcome', protocol: PROTOCOL_VERSION, nowMs: startMs })
  welcome()
  const say = (answer: Said) => {
    hear({ t: 'answer', id: asked.at(-1)?.id ?? 0, answer, nowMs: clock.atMs })
    return turn()
  }
  const pass = (ms: number) => {
    clock.atMs += ms
    scheduler.wakeUntil(clock.atMs)
    return turn()
  }
  const open = () => kept.open().map(({ commandId }) => commandId)
  return {
    office,
    kept,
    asked,
    say,
    pass,
    open,
    lose: () => lose(),
    welcome,
    hear: (frame: FromHub) => hear(frame),
  }
}

test('[SYNC 5.5] a fault is told to whoever waits, who decides: the kiosk does not ask behind their back at a later start', async () => {
  const { office, asked, say, pass, open } = kiosk()
  const answer = office.call('pay-booking', pay, 'p1' as CommandId)
  expect(open()).toEqual(['p1'])
  await say(fault)
  expect(await answer).toEqual(fault)
  expect(open()).toEqual([])
  await pass(60_000)
  expect(asked).toHaveLength(1)
})

test('[SYNC 5.3] a hub that is busy is asked again under the same id: an earlier line may have brought it there', async () => {
  const { office, asked, say, pass, open } = kiosk()
  const answer = office.call('pay-booking', pay, 'p1' as CommandId)
  await say(busy)
  expect(open()).toEqual(['p1'])
  await pass(2000)
  expect(asked.map(({ commandId }) => commandId)).toEqual(['p1', 'p1'])
  await say(notFound)
  expect(await answer).toEqual(notFound)
  expect(open()).toEqual([])
})

test('[SYNC 5.2] what nobody waits for any more is asked through faults until it is answered', async () => {
  const { asked, say, pass, open } = kiosk((kept) =>
    kept.put({ commandId: 'p1' as CommandId, name: 'pay-booking', input: pay, askedAtMs: startMs - 600_000 }),
  )
  await say(fault)
  expect(open()).toEqual(['p1'])
  await pass(2000)
  expect(asked.map(({ commandId }) => commandId)).toEqual(['p1', 'p1'])
  await say(notFound)
  expect(open()).toEqual([])
})

test('[SYNC 5.2] a hold that nobody waits for is given up when it is stale, also while the hub’s disk is full', async () => {
  const { asked, say, pass, open } = kiosk((kept) =>
    kept.put({ commandId: 'h1' as CommandId, name: 'hold-seats', input: hold, askedAtMs: startMs - 59_000 }),
  )
  await say(fault)
  await pass(2000)
  expect(asked).toHaveLength(1)
  expect(open()).toEqual([])
})

test('[SYNC 5.5] an answer that the disk did not take is written down as soon as it does', async () => {
  const { office, kept, say, pass, open } = kiosk()
  const settle = kept.settle.bind(kept)
  kept.settle = () => {
    throw new Error('SQLITE_FULL')
  }
  const answer = office.call('pay-booking', pay, 'p1' as CommandId)
  await say(notFound)
  expect(await answer).toEqual(notFound)
  expect(open()).toEqual(['p1'])
  kept.settle = settle
  await pass(2000)
  expect(open()).toEqual([])
})

test('[SYNC 5.2] what is asked again is not forgotten by an older time that could not be written down before', async () => {
  const { office, kept, say, pass, open } = kiosk()
  const drop = kept.drop.bind(kept)
  kept.drop = () => {
    throw new Error('SQLITE_FULL')
  }
  const first = office.call('pay-booking', pay, 'p1' as CommandId)
  await say(fault)
  expect(await first).toEqual(fault)
  kept.drop = drop
  const second = office.call('pay-booking', pay, 'p1' as CommandId)
  await pass(2000)
  expect(open()).toEqual(['p1'])
  await say(notFound)
  expect(await second).toEqual(notFound)
  expect(open()).toEqual([])
})

test('[SYNC 5.3] a kiosk that cannot write down that nothing was executed does not say so: it would ask again at its next start', async () => {
  const { office, kept, say, pass, open } = kiosk()
  const drop = kept.drop.bind(kept)
  kept.drop = () => {
    throw new Error('SQLITE_FULL')
  }
  const answer = office.call('pay-booking', pay, 'p1' as CommandId)
  await say({ kind: 'refused', refusal: { code: 'SIGN_IN_REQUIRED' } })
  expect(await answer).toEqual({ kind: 'fault', incidentId: 'p1', reason: 'storage' })
  expect(open()).toEqual(['p1'])
  kept.drop = drop
  await pass(2000)
  expect(open()).toEqual([])
})

test('[A7] a lock is opened by the hub that is there: of one that goes, or is away, that is said at once, and its later word opens nothing', async () => {
  const { office, kept, asked, say, lose, welcome } = kiosk()
  const person = { staffId: 2 as never, pin: '907060', password: 'four short words' }
  const leave = () => office.call('leave-kiosk', { person })
  const yes = { kind: 'done', value: { by: null } } as const
  const away = { kind: 'refused', refusal: { code: 'HUB_AWAY' } }
  const first = leave()
  await say(yes)
  expect(await first).toEqual(yes)
  const second = leave()
  lose()
  expect(await second).toEqual(away)
  // Also where it has no copy of the house that could be shown.
  expect(await leave()).toEqual(away)
  welcome()
  expect(asked.filter(({ name }) => name === 'leave-kiosk')).toHaveLength(2)
  expect(kept.open()).toEqual([])
})

test('[P6] [SYNC 5.6] a card is confirmed by the hub itself: what the kiosk then hears of its booking is a receipt, once, and of no other booking', async () => {
  const { office, kept, asked, say, hear } = kiosk()
  const house = { root: 'root', epoch: 1, storeId: null }
  hear({ t: 'welcome', protocol: PROTOCOL_VERSION, nowMs: startMs, house: { ...house, waits: false } })
  const world = new TestHouse()
  const sold = await world.done('desk-1', 'hold-seats', holdOf([1]))
  const paid = await world.done('desk-1', 'pay-booking', payOf(sold.booking))
  const [payment] = paid.booking.payments
  const atTerminal = { ...sold.booking, payments: [{ ...payment, mode: 'CARD', state: 'pending' }] }
  const look = async (value: object) => {
    const heard = office.call('booking', { bookingId: sold.booking.bookingId })
    await say({ kind: 'done', value })
    return heard
  }
  const receipts = () => kept.receipts('root', { toldAtMs: 0, place: 0 }, 10).receipts
  // Somebody looks at a sold booking.
  await look({ booking: paid.booking })
  expect(receipts()).toEqual([])
  void office.call('pay-booking', { ...pay, mode: 'CARD' }, 'p1' as CommandId)
  await say({ kind: 'done', value: { booking: atTerminal, changeMinor: 0 } })
  await look({ booking: atTerminal })
  expect(receipts()).toEqual([])
  for (let times = 0; times < 2; times += 1) await look({ booking: paid.booking })
  expect(receipts()).toMatchObject([{ house, bookingId: sold.booking.bookingId, state: 'confirmed' }])
  expect(asked.length).toBeGreaterThan(0)
})
