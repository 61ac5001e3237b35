import { expect, test } from 'vitest'
import type { CommandId } from '../../shared/domain/ids.ts'
import { type FromHub, PROTOCOL_VERSION } from '../../shared/contract/wire.ts'
import type { News } from '../../shared/contract/topics.ts'
import { FailingStore } from '../store/failing-store.fixture.ts'
import { MemoryStore } from '../store/memory-store.ts'
import { TestHouse, holdOf, openingMs, payOf, show1 } from '../engine/test-house.ts'
import { MemoryWire } from './memory-wire.fixture.ts'
import { Session } from './session.ts'

/** A session whose frames are given by hand, and what it sends back. */
function bare(house = new TestHouse(), kiosk = 'desk-1', more: { readonly screens?: number } = {}) {
  const sent: FromHub[] = []
  let foreign = 0
  let faults = 0
  const session = new Session({
    boxOffice: house.desk(kiosk, kiosk.startsWith('manager') ? 'manager' : 'clerk'),
    send: (frame) => sent.push(frame),
    nowMs: () => house.engine.nowMs(),
    elapsedMs: () => house.engine.nowMs(),
    onForeignFrame: () => (foreign += 1),
    onFault: () => (faults += 1),
    ...more,
  })
  const answerTo = async (frame: object) => {
    session.receive({ t: 'call', id: 1, commandId: null, input: {}, ...frame })
    house.scheduler.flush()
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve()
    const last = sent.at(-1)
    return last?.t === 'answer' ? last.answer : null
  }
  return { house, session, sent, answerTo, foreign: () => foreign, faults: () => faults }
}

test('[S3] the first word is the version and the time of the house', () => {
  expect(bare().sent).toEqual([{ t: 'welcome', protocol: PROTOCOL_VERSION, nowMs: openingMs }])
})

test.for([
  [undefined],
  [null],
  ['call'],
  [[]],
  [{}],
  [{ t: 'shout' }],
  [{ t: 'call', id: 1 }],
  [{ t: 'call', id: -1, name: 'house', input: {}, commandId: null }],
  [{ t: 'call', id: 1.5, name: 'house', input: {}, commandId: null }],
  [{ t: 'call', id: 1, name: 'x'.repeat(41), input: {}, commandId: null }],
  [{ t: 'call', id: 1, name: 'house', input: {}, commandId: 'no spaces' }],
  [{ t: 'call', id: 1, name: 'house', input: {}, commandId: null, role: 'admin' }],
  [{ t: 'subscribe', id: 1, topic: { kind: 'seats', showId: 0, afterRevision: null } }],
  [{ t: 'subscribe', id: 1, topic: { kind: 'everything' } }],
  [{ t: 'unsubscribe', id: 1, also: 2 }],
])('[V7] a frame that is not of this protocol reaches nothing: %j', ([frame]) => {
  const { session, sent, foreign, house } = bare()
  const sequence = house.engine.sequence
  session.receive(frame)
  expect(foreign()).toBe(1)
  expect(sent.length).toBe(1)
  expect(house.engine.sequence).toBe(sequence)
})

test.for(['drop-tables', '__proto__', 'constructor', 'toString', ''])(
  '[V7] %j is no operation',
  async (name) => {
    const { answerTo } = bare()
    expect(await answerTo({ name })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'INVALID_INPUT', field: 'name', detail: name },
    })
  },
)

const hold = holdOf([0, 1])

test.for<[string, unknown]>([
  ['cartId', { ...hold, cartId: 'a b' }],
  ['showId', { ...hold, showId: '1' }],
  ['lines', { ...hold, lines: [] }],
  ['lines.0.seatId', { ...hold, lines: [{ seatId: -1, ticketTypeId: 0 }] }],
  ['lines.0.ticketTypeId', { ...hold, lines: [{ seatId: 0, ticketTypeId: Number.NaN }] }],
  ['couponCode', { ...hold, couponCode: 'x'.repeat(51) }],
  ['lines', { ...hold, lines: Array.from({ length: 201 }, () => ({ seatId: 0, ticketTypeId: 0 })) }],
  ['input', { ...hold, priceMinor: 1 }],
  ['lines.0', { ...hold, lines: [{ seatId: 0, ticketTypeId: 0, priceMinor: 1 }] }],
  ['input', JSON.parse(JSON.stringify(hold).replace('{', '{"__proto__":{"role":"admin"},'))],
  ['input', 'hold'],
  ['input', null],
])(
  '[C5] input with a wrong %s is refused by that name, and an extra key is wrong too',
  async ([field, input]) => {
    const { answerTo, house } = bare()
    expect(await answerTo({ name: 'hold-seats', input })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'INVALID_INPUT', field, problem: 'malformed' },
    })
    expect(house.store.all('command')).toEqual([])
  },
)

test('[V7] what comes behind a foreign frame is not heard: no command of it is done, nothing is answered, nothing told', async () => {
  const { session, sent, foreign, house } = bare()
  session.receive({ t: 'subscribe', id: 1, topic: { kind: 'shows' } })
  session.receive({ t: 'shout' })
  const before = sent.length
  session.receive({ t: 'call', id: 2, name: 'hold-seats', input: holdOf([0, 1]), commandId: 'behind' })
  session.receive({ t: 'subscribe', id: 3, topic: { kind: 'shows' } })
  session.receive({ t: 'shout' })
  house.scheduler.flush()
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve()
  await house.done('desk-2', 'hold-seats', holdOf([3], { cart: 'b' }))
  session.catchUp()
  expect(sent.length).toBe(before)
  expect(foreign()).toBe(1)
  expect(house.store.get('command', 'behind')).toBeUndefined()
})

test('[SYNC 5.7] of questions that wait there are 128: for the next the oldest is put off and counted, a command is heard all the same, and an answer makes room', async () => {
  const waiting: (() => void)[] = []
  const sent: FromHub[] = []
  let crowded = 0
  const asked: string[] = []
  const session = new Session({
    boxOffice: {
      call: (name) => {
        asked.push(name)
        return new Promise((resolve) =>
          waiting.push(() => resolve({ kind: 'refused', refusal: { code: 'SIGN_IN_REQUIRED' } })),
        )
      },
      subscribe: () => () => {},
    },
    send: (frame) => sent.push(frame),
    nowMs: () => 0,
    elapsedMs: () => 0,
    onForeignFrame: () => {},
    onFault: () => {},
    onCrowded: () => (crowded += 1),
  })
  const turns = async () => {
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve()
  }
  const ask = (id: number, name = 'house', input: unknown = {}) =>
    session.receive({ t: 'call', id, name, input, commandId: name === 'house' ? null : 'mine' })
  for (let id = 1; id <= 128; id += 1) ask(id)
  await turns()
  expect(sent).toHaveLength(1)
  ask(129)
  await turns()
  expect(sent.at(-1)).toMatchObject({ t: 'answer', id: 1, answer: { refusal: { code: 'BUSY' } } })
  expect(crowded).toBe(1)
  expect(asked).toHaveLength(129)
  ask(130, 'hold-seats', holdOf([0]))
  await turns()
  expect(asked.at(-1)).toBe('hold-seats')
  waiting[1]?.()
  await turns()
  expect(sent.at(-1)).toMatchObject({ t: 'answer', id: 2, answer: { refusal: { code: 'SIGN_IN_REQUIRED' } } })
  ask(131)
  await turns()
  expect(asked).toHaveLength(131)
  expect(crowded).toBe(1)
})

test('[P4] a coupon is compared in capitals and without the blanks around it', async () => {
  const { answerTo } = bare()
  const answer = await answerTo({ name: 'hold-seats', input: { ...hold, couponCode: ' tenoff ' } })
  expect(answer).toMatchObject({ kind: 'done', value: { booking: { couponCode: 'TENOFF' } } })
})

test('[A7] who asks comes from the session: nothing in a message can say otherwise', async () => {
  const { answerTo, house } = bare()
  const input = { filter: {}, reason: '' }
  expect(await answerTo({ name: 'release-holds', input })).toMatchObject({ refusal: { code: 'NOT_ALLOWED' } })
  await answerTo({ name: 'hold-seats', input: hold })
  expect(house.store.all('booking').map((booking) => booking.kioskId)).toEqual(['desk-1'])
})

test('[SYNC 5.7] a hundred commands at once pass, the next is refused, and fifty more pass a second later', async () => {
  const { answerTo, house } = bare()
  const command = { name: 'extend-hold', input: { bookingId: 'none' } }
  const codes = async (count: number) => {
    const answers = []
    for (let at = 0; at < count; at += 1) answers.push(await answerTo(command))
    return answers.map((answer) => (answer?.kind === 'refused' ? answer.refusal.code : null))
  }
  expect(await codes(101)).toEqual([...Array(100).fill('NOT_FOUND'), 'BUSY'])
  expect(await answerTo({ name: 'house' })).toMatchObject({ kind: 'done' })
  house.clock.atMs += 19
  expect(await codes(1)).toEqual(['BUSY'])
  house.clock.atMs += 1
  expect(await codes(2)).toEqual(['NOT_FOUND', 'BUSY'])
  house.clock.atMs += 1000
  expect(await codes(51)).toEqual([...Array(50).fill('NOT_FOUND'), 'BUSY'])
  house.clock.atMs += 3_600_000
  expect(await codes(101)).toEqual([...Array(100).fill('NOT_FOUND'), 'BUSY'])
})

test('[SYNC 5.7] a command that was too much was not done: the same id may be sent again', async () => {
  const { answerTo, house } = bare()
  for (let at = 0; at < 100; at += 1) await answerTo({ name: 'extend-hold', input: { bookingId: 'none' } })
  const command = { name: 'hold-seats', input: hold, commandId: 'again' }
  expect(await answerTo(command)).toMatchObject({ refusal: { code: 'BUSY', limit: 'commands' } })
  house.clock.atMs += 1000
  expect(await answerTo(command)).toMatchObject({ kind: 'done' })
})

test('[SYNC 5.7] a screen follows forty-eight topics; one more ends it, the same again does not', () => {
  const { session, foreign } = bare()
  const subscribe = (id: number) => session.receive({ t: 'subscribe', id, topic: { kind: 'shows' } })
  for (let id = 1; id <= 48; id += 1) subscribe(id)
  subscribe(48)
  expect(foreign()).toBe(0)
  subscribe(49)
  expect(foreign()).toBe(1)
  session.receive({ t: 'unsubscribe', id: 1 })
  subscribe(49)
  expect(foreign()).toBe(1)
})

test('[SYNC 5.7] a line that several screens share follows as many topics for each of them, and not one more', () => {
  const { session, foreign } = bare(new TestHouse(), 'desk-1', { screens: 2 })
  for (let id = 1; id <= 96; id += 1) session.receive({ t: 'subscribe', id, topic: { kind: 'shows' } })
  expect(foreign()).toBe(0)
  session.receive({ t: 'subscribe', id: 97, topic: { kind: 'shows' } })
  expect(foreign()).toBe(1)
})

test('[S1] a closed session hears nothing more and sends nothing more, not even the answer it was waiting for', async () => {
  const { session, sent, house } = bare()
  session.receive({ t: 'subscribe', id: 1, topic: { kind: 'shows' } })
  session.receive({ t: 'call', id: 2, name: 'hold-seats', input: hold, commandId: 'mine' })
  const before = sent.length
  session.close()
  house.scheduler.flush()
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve()
  expect(sent.length).toBe(before)
  expect(house.store.get('command', 'mine')).toBeDefined()
})

test('[S2] a topic whose first picture the disk does not give is told to the carrier, which ends the connection or tries again', () => {
  const store = new FailingStore(new MemoryStore())
  const { session, faults, sent } = bare(new TestHouse({ store }))
  store.isBlind = true
  session.receive({ t: 'subscribe', id: 1, topic: { kind: 'shows' } })
  session.receive({ t: 'subscribe', id: 2, topic: { kind: 'shows' } })
  session.receive({ t: 'unsubscribe', id: 2 })
  expect(faults()).toBe(2)
  session.catchUp()
  expect(faults()).toBe(3)
  store.isBlind = false
  const before = sent.length
  session.catchUp()
  session.catchUp()
  expect(sent.slice(before)).toMatchObject([{ t: 'news', id: 1, news: { kind: 'shows', whole: true } }])
})

function wired() {
  const house = new TestHouse()
  const wire = new MemoryWire(() => house.engine.nowMs())
  const settle = () => wire.settle(() => house.scheduler.flush())
  return { house, wire, client: wire.client, settle }
}

test('[S3] a screen cannot tell a wire from the house: hold, pay, plan and news come through as they are', async () => {
  const { house, wire, client, settle } = wired()
  wire.connect(house.desk('desk-1'))
  const heard: News[] = []
  client.subscribe({ kind: 'seats', showId: show1, afterRevision: null }, (news) => heard.push(news))
  const held = client.call('hold-seats', hold)
  const plan = client.call('plan', { planId: 1 as never })
  await settle()
  const answer = await held
  expect(answer).toMatchObject({ kind: 'done', value: { booking: { state: 'reserved' } } })
  expect(await plan).toEqual(await house.desk('desk-1').call('plan', { planId: 1 as never }))
  if (answer.kind !== 'done') return
  const paid = client.call('pay-booking', payOf(answer.value.booking))
  await settle()
  expect(await paid).toMatchObject({ kind: 'done', value: { changeMinor: 0 } })
  expect(heard.map((news) => news.kind)).toEqual(['snapshot', 'delta', 'delta'])
  expect(heard[0]?.kind === 'snapshot' && heard[0].states).toBeInstanceOf(Uint8Array)
})

test('[C3] what was unanswered when the wire was cut is asked again under its own id, and is one command', async () => {
  const { house, wire, client, settle } = wired()
  wire.connect(house.desk('desk-1'))
  await settle()
  const held = client.call('hold-seats', hold, 'my-command' as CommandId)
  wire.flushUp()
  house.scheduler.flush()
  wire.cut()
  expect(client.connection).toBe('lost')
  expect(house.store.all('booking').length).toBe(1)
  wire.connect(house.desk('desk-1'))
  await settle()
  expect(await held).toMatchObject({ kind: 'done' })
  expect(house.store.all('booking').length).toBe(1)
  const asked = wire.said.filter((frame) => frame.t === 'call')
  expect(asked.map((frame) => frame.commandId)).toEqual(['my-command', 'my-command'])
})

test('[S2] a screen that comes back is caught up from what it has, and misses nothing', async () => {
  const { house, wire, client, settle } = wired()
  wire.connect(house.desk('desk-1'))
  const heard: News[] = []
  client.subscribe({ kind: 'seats', showId: show1, afterRevision: null }, (news) => heard.push(news))
  await settle()
  wire.cut()
  await house.done('desk-2', 'hold-seats', holdOf([3], { cart: 'b' }))
  await house.done('desk-2', 'hold-seats', holdOf([4], { cart: 'c' }))
  wire.connect(house.desk('desk-1'))
  await settle()
  expect(heard.slice(1)).toEqual([
    { kind: 'delta', showId: show1, from: 2, to: 4, seatIds: [3, 4], states: [1, 1] },
  ])
})

test('[S2] news that were lost on the way are a gap, and a gap is answered with the whole picture', async () => {
  const { house, wire, client, settle } = wired()
  wire.connect(house.desk('desk-1'))
  const heard: News[] = []
  client.subscribe({ kind: 'seats', showId: show1, afterRevision: null }, (news) => heard.push(news))
  await settle()
  await house.done('desk-2', 'hold-seats', holdOf([3], { cart: 'b' }))
  wire.toScreen = []
  await house.done('desk-2', 'hold-seats', holdOf([4], { cart: 'c' }))
  await house.done('desk-2', 'hold-seats', holdOf([5], { cart: 'd' }))
  await settle()
  expect(heard.map((news) => news.kind)).toEqual(['snapshot', 'snapshot'])
  const last = heard.at(-1)
  expect(last?.kind === 'snapshot' && [...last.states.subarray(3, 6)]).toEqual([1, 1, 1])
  expect(wire.said.filter((frame) => frame.t === 'subscribe').length).toBe(2)
})
