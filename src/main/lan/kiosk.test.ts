import { onTestFinished, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandId, KioskId } from '../../shared/domain/ids.ts'
import type { News } from '../../shared/contract/topics.ts'
import { holdOf, show1 } from '../engine/test-house.ts'
import { KeptCommands, openKioskFile } from '../store/kept-commands.ts'
import { openIdentity } from './identity.ts'
import { admitted, joinedTo, kioskFolder } from './joined.fixture.ts'
import { type LanHouse, kioskIdentity, openLanHouse, rowsOf } from './lan.fixture.ts'
import { pinnedSocket } from './pinned-socket.ts'

function heldIn({ house }: LanHouse) {
  return house.store.all('journal').filter(({ kind }) => kind === 'seats-held')
}

test('[S1] what one kiosk takes, another hears of at once; each has its own name', async () => {
  const hub = await openLanHouse()
  const [one, other] = [joinedTo(hub, await admitted(hub, 'One')), joinedTo(hub, await admitted(hub, 'Two'))]
  onTestFinished(() => [one, other].forEach(({ close }) => close()))
  await Promise.all([one.open, other.open])
  const heard = Promise.withResolvers<News>()
  other.office.subscribe({ kind: 'seats', showId: show1, afterRevision: null }, (news) => {
    if (news.kind === 'delta') heard.resolve(news)
  })
  const answer = await one.office.call('hold-seats', holdOf([3, 4]))
  expect(answer).toMatchObject({ kind: 'done' })
  expect(await heard.promise).toMatchObject({ kind: 'delta', seatIds: [3, 4] })
  const { kiosks } = await rowsOf(hub)
  expect(kiosks.map(({ live }) => live?.version)).toEqual(['1.2.3', '1.2.3'])
  expect(await other.office.call('hold-seats', { ...holdOf([3]), cartId: 'cart-2' as never })).toMatchObject({
    kind: 'refused',
    refusal: { code: 'SEAT_NOT_AVAILABLE' },
  })
})

test('[S5] a key that was never let in gets no line, and is told so', async () => {
  const hub = await openLanHouse()
  const stranger = joinedTo(hub, await kioskIdentity())
  onTestFinished(() => stranger.close())
  await stranger.trouble('unpaired')
  expect(stranger.office.connection).not.toBe('open')
  expect(hub.lan.refused.get('unpaired')).toBeGreaterThan(0)
})

test('[S5] a kiosk that is shut out is cut off at once, and let in again it comes back by itself', async () => {
  const hub = await openLanHouse()
  const kiosk = joinedTo(hub, await admitted(hub))
  onTestFinished(() => kiosk.close())
  await kiosk.open
  const [row] = (await rowsOf(hub)).kiosks
  const entry = { kioskId: row?.kioskId ?? ('' as KioskId), name: 'Side' }
  await hub.house.done('manager-1', 'save-kiosk', { ...entry, active: false })
  await kiosk.trouble('shut-out')
  const again = new Promise<void>((resolve) => {
    kiosk.office.watch((connection) => connection === 'open' && resolve())
  })
  await hub.house.done('manager-1', 'save-kiosk', { ...entry, active: true })
  await again
  expect((await rowsOf(hub)).kiosks).toMatchObject([{ active: true, live: { version: '1.2.3' } }])
})

test('[S5] a kiosk speaks to no other hub than its own, whatever stands at the address', async () => {
  const [own, foreign] = [await openLanHouse(), await openLanHouse()]
  const identity = await admitted(foreign)
  const kiosk = joinedTo({ ...own, at: foreign.at }, identity)
  onTestFinished(() => kiosk.close())
  await kiosk.trouble('wrong-hub')
  expect(kiosk.office.connection).not.toBe('open')
})

test('[S5] a page in a browser gets no line, though it had a key that was let in', async () => {
  const hub = await openLanHouse()
  const identity = await admitted(hub)
  const { socket } = await pinnedSocket(hub.at, identity, hub.pin)
  const ws = new WebSocket('ws://hub/kiosk', {
    createConnection: () => socket,
    origin: 'https://venue.example',
  })
  onTestFinished(() => ws.terminate())
  const status = await new Promise<number | undefined>((resolve) => {
    ws.on('unexpected-response', (_request, response) => resolve(response.statusCode)).on('error', () => {})
  })
  expect(status).toBe(403)
  expect([...hub.lan.refused]).toEqual([['from-a-page', 1]])
})

test('[SYNC 5.1] a newer connection with the same key takes the place of the older one', async () => {
  const hub = await openLanHouse()
  const identity = await admitted(hub)
  const older = joinedTo(hub, identity)
  await older.open
  const newer = joinedTo(hub, identity)
  onTestFinished(() => [older, newer].forEach(({ close }) => close()))
  await newer.open
  await older.trouble('replaced')
})

test('[SYNC 4.7] of two machines with one key the one that came back is refused while the other is here, and counted', async () => {
  const hub = await openLanHouse()
  const identity = await admitted(hub)
  const begin = (start: string) => {
    const kiosk = joinedTo(hub, identity, undefined, start)
    onTestFinished(() => kiosk.close())
    return kiosk
  }
  const first = begin('first start')
  await first.open
  const copied = begin('start of a copy')
  await copied.open
  await first.trouble('replaced')
  first.close()
  const lost = vi.fn()
  copied.office.watch(lost)
  await begin('first start').trouble('replaced')
  expect([...hub.lan.refused]).toEqual([['second-machine', 1]])
  const { kiosks } = await rowsOf(hub)
  expect(hub.seconds).toEqual(kiosks.map(({ kioskId }) => kioskId))
  const second = { atMs: hub.house.engine.nowMs(), address: '127.0.0.1' }
  expect(kiosks).toMatchObject([{ live: { address: '127.0.0.1' }, second }])
  expect(lost).not.toHaveBeenCalled()
  copied.close()
  await begin('first start').open
})

test('[SYNC 5.7] there is room for so many kiosks, and the next one is told', async () => {
  const hub = await openLanHouse({ kiosksMax: 1 })
  const first = joinedTo(hub, await admitted(hub, 'One'))
  await first.open
  const second = joinedTo(hub, await admitted(hub, 'Two'))
  onTestFinished(() => [first, second].forEach(({ close }) => close()))
  await second.trouble('full')
  expect(hub.lan.refused.get('full')).toBeGreaterThan(0)
})

test('[I24] [C3] a kiosk that died after it asked, asks again under the same id, and one hold comes of it', async () => {
  const hub = await openLanHouse()
  const identity = await admitted(hub)
  const folder = kioskFolder()
  const kept = new KeptCommands(openKioskFile(folder))
  const commandId = 'asked-once' as CommandId
  const held = { commandId, name: 'hold-seats', input: holdOf([5]), askedAtMs: Date.now() } as const
  kept.put(held)
  kept.close()
  const kioskId = `kiosk-${identity.pin.slice(0, 12)}`
  // The hub had already executed it: only the answer was lost.
  const first = await hub.house.ask(kioskId, 'hold-seats', holdOf([5]), commandId)
  const kiosk = joinedTo(hub, identity, folder)
  await kiosk.open
  const second = await kiosk.office.call('hold-seats', holdOf([5]), commandId)
  expect(second).toEqual(first)
  expect(heldIn(hub)).toHaveLength(1)
  kiosk.close()
  const after = new KeptCommands(openKioskFile(folder))
  onTestFinished(() => after.close())
  expect(after.open()).toEqual([])
})

test('[SYNC 5.2] a hold that nobody waits for any more is not asked for again; a payment is', async () => {
  const hub = await openLanHouse()
  const identity = await admitted(hub)
  const folder = kioskFolder()
  const kept = new KeptCommands(openKioskFile(folder))
  const askedAtMs = Date.now() - 10 * 60_000
  kept.put({ commandId: 'old-hold' as CommandId, name: 'hold-seats', input: holdOf([6]), askedAtMs })
  const pay = { bookingId: 'none', mode: 'CASH', totalMinor: 1, tenderedMinor: 1 }
  kept.put({ commandId: 'old-pay' as CommandId, name: 'pay-booking', input: pay, askedAtMs })
  kept.close()
  const kiosk = joinedTo(hub, identity, folder)
  onTestFinished(() => kiosk.close())
  await kiosk.open
  // Commands are answered in order: once this one is, those before it are.
  await kiosk.office.call('hold-seats', holdOf([7]))
  const holds = heldIn(hub)
  expect(holds).toHaveLength(1)
  expect(hub.house.store.get('command', 'old-pay')).toBeDefined()
})

test('[I42] a PIN is written down nowhere on the way', async () => {
  const hub = await openLanHouse()
  const kiosk = joinedTo(hub, await admitted(hub))
  onTestFinished(() => kiosk.close())
  await kiosk.open
  await kiosk.office.call('sign-in', { staffId: 1 as never, pin: '907060' })
  await kiosk.office.call('set-pin', { staffId: 1 as never, pin: '907060', oldPin: null })
  for (const file of readdirSync(kiosk.folder))
    expect(readFileSync(join(kiosk.folder, file)).includes('907060'), file).toBe(false)
})

test('[SYNC 5.5] an answer that cannot be written down is given all the same, and is asked for again at the next start', async () => {
  const hub = await openLanHouse()
  const kiosk = joinedTo(hub, await admitted(hub))
  onTestFinished(() => kiosk.close())
  await kiosk.open
  const asked = kiosk.office.call('hold-seats', holdOf([8]), 'disk-goes' as CommandId)
  kiosk.kept.close()
  expect(await asked).toMatchObject({ kind: 'done' })
  const after = new KeptCommands(openKioskFile(kiosk.folder))
  onTestFinished(() => after.close())
  expect(after.open()).toMatchObject([{ commandId: 'disk-goes', name: 'hold-seats' }])
})

test('[S5] a machine keeps its key over a new start', async () => {
  const keys = kioskFolder()
  expect((await openIdentity(keys)).pin).toBe((await openIdentity(keys)).pin)
})
