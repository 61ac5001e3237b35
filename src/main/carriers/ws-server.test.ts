import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PassThrough } from 'node:stream'
import { onTestFinished, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { BoxOffice } from '../../shared/contract/port.ts'
import type { News } from '../../shared/contract/topics.ts'
import type { FromHub } from '../../shared/contract/wire.ts'
import type { ShowId } from '../../shared/domain/ids.ts'
import { CLOSED_AS, serveWs } from './ws-server.ts'

const SECOND_MS = 1000
/** More than the system buffers for one connection on any machine: the rest then waits here. */
const FAT = 'x'.repeat(1024 * 1024)
const FAT_ANSWERS = 24

/** Screens of one house that gives large answers, and whose seats change when a test says so. */
async function openHouse() {
  const listeners = new Set<(news: News) => void>()
  const heard: string[] = []
  const lines: object[] = []
  let revision = 0
  const house: BoxOffice = {
    call: (name) => {
      heard.push(name)
      return Promise.resolve({ kind: 'done', value: FAT as never })
    },
    subscribe: (topic, listener) => {
      const from = topic.kind === 'seats' ? topic.afterRevision : null
      listener(from === null ? whole(revision) : delta(from, revision))
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const server = createServer()
  let elapsedMs = 0
  let look = () => {}
  const serving = serveWs({
    server,
    path: '/ws',
    deskFor: () => ({ name: 'desk', boxOffice: house }),
    nowMs: () => 0,
    elapsedMs: () => elapsedMs,
    every: (_ms, work) => {
      look = work
      return () => {}
    },
    log: { error: () => {}, info: (facts) => void lines.push(facts), debug: () => {} },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    serving.close()
    server.close()
  })
  return {
    heard,
    lines,
    knock: (url: string) => server.emit('upgrade', { url, headers: {} }, new PassThrough(), Buffer.alloc(0)),
    shutOut: () => serving.end('desk', CLOSED_AS.shutOut, 'this kiosk was shut out'),
    address: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/ws`,
    change: () => {
      revision += 1
      for (const listener of listeners) listener(delta(revision - 1, revision))
    },
    /** Lets a sound screen answer its pings in time: its first answer comes after the ping, and its next question after its pong. */
    pass: async (seconds: number, sound: Screen) => {
      for (let second = 0; second < seconds; second += 1) {
        elapsedMs += SECOND_MS
        look()
        await sound.talk()
        await sound.talk()
      }
    },
    sleep: () => {
      elapsedMs += 3600 * SECOND_MS
    },
  }
}

const showId = 1 as ShowId
const whole = (revision: number): News => ({
  kind: 'snapshot',
  showId,
  planId: 1 as never,
  revision,
  states: new Uint8Array(8),
})
const delta = (from: number, to: number): News => ({
  kind: 'delta',
  showId,
  from,
  to,
  seatIds: [],
  states: [],
})

type Screen = Awaited<ReturnType<typeof openScreen>>

async function openScreen(address: string) {
  const ws = new WebSocket(address)
  onTestFinished(() => ws.terminate())
  const frames: FromHub[] = []
  const waiting = new Set<() => void>()
  ws.on('message', (bytes: Buffer, isBinary: boolean) => {
    if (!isBinary) frames.push(JSON.parse(bytes.toString()) as FromHub)
    for (const look of waiting) look()
  })
  await once(ws, 'open')
  let asked = 0
  const answers = () => frames.filter(({ t }) => t === 'answer')
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => void (isSo() && waiting.delete(look) && resolve())
      waiting.add(look)
      look()
    })
  const ask = (name = 'house') => {
    asked += 1
    ws.send(JSON.stringify({ t: 'call', id: asked, name, input: {}, commandId: null }))
  }
  return {
    ws,
    answers,
    until,
    ask,
    /** Asks for nothing, and is answered. */
    talk: () => {
      ask('no-such-thing')
      const all = asked
      return until(() => answers().length === all)
    },
    follow: () =>
      ws.send(
        JSON.stringify({ t: 'subscribe', id: 0, topic: { kind: 'seats', showId, afterRevision: null } }),
      ),
    revisions: () =>
      frames.flatMap((frame) =>
        frame.t === 'news' ? [(frame.news as { from: number; to: number }).to] : [],
      ),
  }
}

test('[SYNC 5.7] a screen that takes nothing hears no news meanwhile and then the newest once; every answer comes', async () => {
  const house = await openHouse()
  const screen = await openScreen(house.address)
  screen.follow()
  await screen.talk()
  house.change()
  await screen.until(() => screen.revisions().includes(1))
  for (let asked = 0; asked < FAT_ANSWERS; asked += 1) screen.ask()
  await screen.until(() => screen.answers().length > 1)
  screen.ws.pause()
  expect(screen.answers().length).toBeLessThan(FAT_ANSWERS)
  for (let change = 0; change < 500; change += 1) house.change()
  screen.ws.resume()
  await screen.until(() => screen.answers().length === 1 + FAT_ANSWERS && screen.revisions().includes(501))
  expect(screen.revisions()).toEqual([1, 501])
  house.change()
  await screen.until(() => screen.revisions().includes(502))
})

test('[SYNC 5.7] a question of a screen that does not take its answers is refused as busy', async () => {
  const house = await openHouse()
  const screen = await openScreen(house.address)
  for (let asked = 0; asked < FAT_ANSWERS; asked += 1) screen.ask()
  await screen.until(() => screen.answers().length > 0)
  screen.ws.pause()
  screen.ask()
  // The hub has read it once another screen's question, sent later, is answered.
  const other = await openScreen(house.address)
  await other.talk()
  screen.ws.resume()
  await screen.until(() => screen.answers().length === FAT_ANSWERS + 1)
  expect(screen.answers().at(-1)).toMatchObject({ answer: { kind: 'refused', refusal: { code: 'BUSY' } } })
})

test('[SYNC 5.7] [V13] a screen that stops reading is cut off within fifteen seconds, and no other is', async () => {
  const house = await openHouse()
  const [stalled, sound] = [await openScreen(house.address), await openScreen(house.address)]
  const ended = once(stalled.ws, 'close')
  await house.pass(5, sound)
  stalled.ws.pause()
  await house.pass(15, sound)
  stalled.ws.resume()
  expect((await ended)[0]).toBe(1006)
  await sound.talk()
})

test('[SYNC 5.7] a hub that slept cuts nobody off: whoever is there answers when it is asked', async () => {
  const house = await openHouse()
  const screen = await openScreen(house.address)
  await house.pass(5, screen)
  house.sleep()
  await house.pass(30, screen)
  await screen.talk()
})

test('[S5] whoever was shut out is heard no more, though it leaves the closing of its line unanswered', async () => {
  const house = await openHouse()
  const screen = await openScreen(house.address)
  await screen.talk()
  // It does not read that its line is closed, and the socket stays open for half a minute.
  screen.ws.pause()
  house.shutOut()
  screen.ask()
  const other = await openScreen(house.address)
  await other.talk()
  expect(house.heard).toEqual([])
})

test('[SYNC 5.7] [6.1] whoever knocks all night fills no disk: so many lines of the log, and short ones', async () => {
  const house = await openHouse()
  for (let time = 0; time < 1000; time += 1) house.knock(`/${'x'.repeat(16_000)}`)
  expect(house.lines.length).toBe(60)
  expect(JSON.stringify(house.lines[0]).length).toBeLessThan(200)
  house.sleep()
  house.knock('/')
  expect(house.lines.length).toBe(61)
})
