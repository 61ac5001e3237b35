import { expect, test } from 'vitest'
import type { CommandId } from '../domain/ids.ts'
import { FrameClient, type Pipe } from './frame-client.ts'
import type { News } from './topics.ts'
import { PROTOCOL_VERSION, type ToHub } from './wire.ts'

/** A screen without a hub: the test reads its frames, and sends the hub's by hand. */
function screen() {
  const sent: ToHub[] = []
  const clock = { atMs: 1_000_000 }
  let give: (frame: unknown) => void = () => {}
  let lose: () => void = () => {}
  const pipe: Pipe = {
    send: (frame) => sent.push(frame),
    onFrame: (listener) => {
      give = listener
    },
    onLost: (listener) => {
      lose = listener
    },
  }
  const client = new FrameClient(pipe, () => clock.atMs)
  const welcome = (protocol = PROTOCOL_VERSION, nowMs = clock.atMs) => give({ t: 'welcome', protocol, nowMs })
  return { client, sent, clock, welcome, give: (frame: unknown) => give(frame), lose: () => lose() }
}

const ping = { bookingId: 'b' as never }
const answerTo = (id: number, answer: unknown) => ({ t: 'answer', id, answer, nowMs: 1_000_000 })
const notFound = { kind: 'refused', refusal: { code: 'NOT_FOUND', what: 'booking', id: 'b' } }

test('[C3] nothing is sent before the hub has said who it is; then all that waited', () => {
  const { client, sent, welcome } = screen()
  void client.call('extend-hold', ping, 'c1' as CommandId)
  client.subscribe({ kind: 'shows' }, () => {})
  expect(sent).toEqual([])
  expect(client.connection).toBe('connecting')
  welcome()
  expect(client.connection).toBe('open')
  expect(sent).toEqual([
    { t: 'subscribe', id: 2, topic: { kind: 'shows' } },
    { t: 'call', id: 1, name: 'extend-hold', input: ping, commandId: 'c1' },
  ])
})

test('[C3] answers find their calls in whatever order they come; one that nobody waits for is dropped', async () => {
  const { client, welcome, give } = screen()
  welcome()
  const first = client.call('extend-hold', ping)
  const second = client.call('extend-hold', ping)
  give(answerTo(2, notFound))
  give(answerTo(9, notFound))
  give(answerTo(1, { kind: 'fault', incidentId: 'X', reason: 'storage' }))
  give(answerTo(1, notFound))
  expect(await first).toEqual({ kind: 'fault', incidentId: 'X', reason: 'storage' })
  expect(await second).toEqual(notFound)
})

test('[C3] an answered call is not asked again after a lost connection, an unanswered one is', async () => {
  const { client, sent, welcome, give, lose } = screen()
  welcome()
  const done = client.call('extend-hold', ping, 'c1' as CommandId)
  void client.call('extend-hold', ping, 'c2' as CommandId)
  give(answerTo(1, notFound))
  await done
  lose()
  expect(client.connection).toBe('lost')
  sent.length = 0
  void client.call('extend-hold', ping, 'c3' as CommandId)
  expect(sent).toEqual([])
  welcome()
  expect(sent.map((frame) => frame.t === 'call' && frame.commandId)).toEqual(['c2', 'c3'])
})

test('[C5] an answer that is not what the contract declares is a bug of the other side, never shown as yes', async () => {
  const { client, welcome, give } = screen()
  welcome()
  const answer = client.call('set-prices', {} as never)
  give(answerTo(1, { kind: 'done', value: { version: 'two' } }))
  expect(await answer).toEqual({ kind: 'fault', incidentId: 'answer to set-prices', reason: 'bug' })
})

test('[S3] a hub of another protocol is outdated for good: nothing is sent to it', () => {
  const { client, sent, welcome, lose } = screen()
  const seen: string[] = []
  client.watch((connection) => seen.push(connection))
  welcome(PROTOCOL_VERSION + 1)
  void client.call('extend-hold', ping)
  lose()
  expect(seen).toEqual(['outdated'])
  expect(sent).toEqual([])
})

test("[H11] the hub's time is followed, whatever the screen's own clock says", () => {
  const { client, clock, welcome, give } = screen()
  welcome(PROTOCOL_VERSION, 5_000_000)
  clock.atMs += 250
  expect(client.hubNowMs()).toBe(5_000_250)
  clock.atMs -= 900_000
  give({ t: 'answer', id: 9, answer: notFound, nowMs: 5_000_300 })
  expect(client.hubNowMs()).toBe(5_000_300)
})

test.for([
  undefined,
  null,
  'news',
  {},
  { t: 'news' },
  { t: 'answer', id: 1 },
  { t: 'news', id: 2, news: {}, nowMs: 1 },
])('[V7] a frame that is none changes nothing: %j', (frame) => {
  const { client, welcome, give } = screen()
  welcome()
  const heard: News[] = []
  client.subscribe({ kind: 'shows' }, (news) => heard.push(news))
  give(frame)
  expect(heard).toEqual([])
  expect(client.connection).toBe('open')
})

const showId = 1 as never
const topic = { kind: 'seats', showId, afterRevision: null } as const
const snapshot = (revision: number) => ({
  kind: 'snapshot',
  showId,
  planId: 1,
  revision,
  states: new Uint8Array(2),
})
const delta = (from: number, to: number) => ({ kind: 'delta', showId, from, to, seatIds: [0], states: [1] })

function following() {
  const all = screen()
  all.welcome()
  const heard: News[] = []
  const leave = all.client.subscribe(topic, (news) => heard.push(news))
  const hear = (news: unknown) => all.give({ t: 'news', id: 1, news, nowMs: all.clock.atMs })
  const kinds = () => heard.map((news) => (news.kind === 'delta' ? `${news.from}→${news.to}` : news.kind))
  return { ...all, leave, hear, kinds }
}

test('[S2] deltas that join are passed on; an old one is dropped, one that overlaps is not', () => {
  const { hear, kinds } = following()
  hear(snapshot(5))
  hear(delta(5, 7))
  hear(delta(3, 6))
  hear(delta(6, 8))
  expect(kinds()).toEqual(['snapshot', '5→7', '6→8'])
})

test('[S2] after a gap the whole picture is asked for once, and nothing is passed on until it is there', () => {
  const { hear, kinds, sent } = following()
  hear(snapshot(5))
  hear(delta(6, 7))
  hear(delta(7, 8))
  hear(delta(8, 9))
  expect(sent).toEqual([
    { t: 'subscribe', id: 1, topic },
    { t: 'subscribe', id: 1, topic },
  ])
  hear(snapshot(9))
  hear(delta(9, 10))
  expect(kinds()).toEqual(['snapshot', 'snapshot', '9→10'])
})

test('[S2] a reconnect asks from the revision that the screen has', () => {
  const { hear, lose, welcome, sent } = following()
  hear(snapshot(5))
  hear(delta(5, 7))
  lose()
  sent.length = 0
  welcome()
  expect(sent).toEqual([{ t: 'subscribe', id: 1, topic: { ...topic, afterRevision: 7 } }])
})

test('[SYNC 5.6] whose revision it has is said with it: a house that went back has other deeds under the same numbers', () => {
  const { client, sent, welcome, give, lose } = screen()
  welcome()
  const topic = { kind: 'seats', showId: 1 as never, afterRevision: null } as const
  client.subscribe(topic, () => {})
  const picture = { kind: 'snapshot', showId: 1, planId: 1, states: new Uint8Array([0]) }
  for (const facts of [{ revision: 7, house: '2 abc' }, { revision: 3 }]) {
    give({ t: 'news', id: 1, nowMs: 1_000_000, news: { ...picture, ...facts } })
    lose()
    sent.length = 0
    welcome()
    const { revision: afterRevision, house } = { house: undefined, ...facts }
    expect(sent).toEqual([{ t: 'subscribe', id: 1, topic: { ...topic, afterRevision, house } }])
  }
})

test('[SYNC 5.9] whoever watches asks first, and nothing twice: what was asked before comes after it', () => {
  const { client, sent, welcome } = screen()
  const ends = client.subscribe({ kind: 'house' }, () => {})
  void client.call('extend-hold', ping, 'c1' as CommandId)
  client.subscribe({ kind: 'payments' }, () => {})
  client.watch(() => {
    ends()
    client.subscribe({ kind: 'shows' }, () => {})
  })
  welcome()
  expect(sent).toMatchObject([
    { t: 'unsubscribe', id: 1 },
    { t: 'subscribe', topic: { kind: 'shows' } },
    { t: 'subscribe', topic: { kind: 'payments' } },
    { t: 'call', commandId: 'c1' },
  ])
})

test('[S1] whoever has left hears nothing, also not after a reconnect', () => {
  const { hear, leave, lose, welcome, sent, kinds } = following()
  leave()
  expect(sent.at(-1)).toEqual({ t: 'unsubscribe', id: 1 })
  hear(snapshot(5))
  lose()
  sent.length = 0
  welcome()
  expect(sent).toEqual([])
  expect(kinds()).toEqual([])
})

test('[H11] [V14] the hub’s time is whole milliseconds, whatever the clock counts in, and follows what the hub said last', () => {
  const { client, clock, welcome } = screen()
  clock.atMs = 12.75
  welcome(PROTOCOL_VERSION, 1_000_000)
  clock.atMs = 1012.875
  expect(client.hubNowMs()).toBe(1_001_000)
})

test('[A7] what is asked for now alone is null without a line, is given up with it, and is not asked by the next one', async () => {
  const { client, sent, welcome, give, lose } = screen()
  const leave = { person: null }
  expect(await client.callNow('leave-kiosk', leave)).toBeNull()
  welcome()
  const answered = client.callNow('leave-kiosk', leave)
  give(answerTo(1, { kind: 'done', value: { by: null } }))
  expect(await answered).toEqual({ kind: 'done', value: { by: null } })
  const given = client.callNow('leave-kiosk', leave)
  const kept = client.call('extend-hold', ping, 'c1' as CommandId)
  lose()
  expect(await given).toBeNull()
  sent.length = 0
  welcome()
  expect(sent.map((frame) => frame.t === 'call' && frame.name)).toEqual(['extend-hold'])
  give(answerTo(2, { kind: 'done', value: { by: null } }))
  give(answerTo(3, notFound))
  expect(await kept).toEqual(notFound)
})
