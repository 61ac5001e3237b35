import Database from 'better-sqlite3'
import { readdirSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import type { News } from '../../shared/contract/topics.ts'
import type { CommandId } from '../../shared/domain/ids.ts'
import { known } from '../../shared/lib/assert.ts'
import { holdOf, openingMs, payOf, show1 } from '../engine/test-house.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { mirrorPath, readMirror } from '../mirror/mirror-file.ts'
import { openDatabase } from '../store/open-database.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { type TableName, keys } from '../store/rows.ts'
import { admitted, joinedTo, kioskFolder } from './joined.fixture.ts'
import { type LanHouse, openLanHouse, rowsOf } from './lan.fixture.ts'

type Kiosk = ReturnType<typeof joinedTo>

/** What a copy does not contain: digests of PINs, and facts of the hub's own file. */
const notCopied: ReadonlySet<TableName> = new Set<TableName>(['pin', 'meta'])

function openHub(openedAtMs = openingMs): Promise<LanHouse> {
  return openLanHouse({ store: new SqliteStore(openDatabase(':memory:')), openedAtMs })
}

/** Cuts the line, which does not come back until the test says so. */
async function cut(hub: LanHouse, kiosk: Kiosk, isCut = true) {
  const [row] = (await rowsOf(hub)).kiosks
  const entry = { kioskId: known(row, 'kiosk').kioskId, name: 'Side' }
  await hub.house.done('manager-1', 'save-kiosk', { ...entry, active: !isCut })
  if (isCut) await expect.poll(() => kiosk.office.connection).toBe('lost')
}

async function kioskOf(hub: LanHouse, folder = kioskFolder(), name = 'Side') {
  const identity = await admitted(hub, name)
  const begin = () => {
    const kiosk = joinedTo(hub, identity, folder)
    onTestFinished(() => kiosk.close())
    return kiosk
  }
  return { begin, folder }
}

function copied(hub: LanHouse, { mirror }: Kiosk) {
  return expect.poll(() => mirror.sequence, { timeout: 10_000 }).toBe(hub.house.engine.sequence)
}

async function sell(hub: LanHouse, seats: readonly number[], cart = `cart-${seats.join('-')}`) {
  const { booking } = await hub.house.done('desk-1', 'hold-seats', holdOf(seats, { cart }))
  return hub.house.done('desk-1', 'pay-booking', payOf(booking))
}

function expectSame(hub: LanHouse, folder: string) {
  const copy = readMirror(folder)
  for (const table of Object.keys(keys) as TableName[]) {
    const rows = (of: typeof copy) => of.all(table)
    const isOfRefusal = (row: object) => 'answer' in row && String(row.answer).includes('refused')
    if (!notCopied.has(table))
      expect(rows(copy), table).toEqual(rows(hub.house.store).filter((row) => !isOfRefusal(row)))
  }
  expect(checkInvariants(copy)).toEqual([])
  copy.close()
}

test('[S3] [I26] a kiosk has a whole house of its own: row by row what the hub has, and every invariant holds in it', async () => {
  const hub = await openHub()
  await sell(hub, [0, 1])
  const kiosk = (await kioskOf(hub)).begin()
  await copied(hub, kiosk)
  await sell(hub, [5, 6])
  await hub.house.ask('desk-2', 'hold-seats', holdOf([5], { cart: 'late' }))
  await kiosk.office.call('hold-seats', holdOf([3], { cart: 'own' }))
  await copied(hub, kiosk)
  expectSame(hub, kiosk.folder)
})

test('[SYNC 5.6] a copy that was away asks from where it stands, page by page, however much it missed', async () => {
  const hub = await openHub()
  const { begin, folder } = await kioskOf(hub)
  const before = begin()
  await copied(hub, before)
  before.close()
  for (let sale = 0; sale < 300; sale += 1) {
    const { booking } = await hub.house.done('desk-1', 'hold-seats', holdOf([0], { cart: `cart-${sale}` }))
    await hub.house.done('desk-1', 'cancel-booking', { bookingId: booking.bookingId, reason: '' })
  }
  const after = begin()
  await copied(hub, after)
  expectSame(hub, folder)
  const [row] = (await rowsOf(hub)).kiosks
  expect(row?.copyBehind).not.toBeNull()
})

test('[S3] cut off, it shows its copy to whoever was in, and refuses what only the hub can do, at once', async () => {
  const hub = await openHub()
  const sold = await sell(hub, [0, 1])
  const kiosk = (await kioskOf(hub)).begin()
  await kiosk.office.call('house', {})
  await copied(hub, kiosk)
  await cut(hub, kiosk)
  const { bookingId } = sold.booking
  expect(await kiosk.office.call('booking', { bookingId })).toMatchObject({
    kind: 'done',
    value: { booking: { bookingId, state: 'confirmed' } },
  })
  const away = { kind: 'refused', refusal: { code: 'HUB_AWAY' } }
  expect(await kiosk.office.call('hold-seats', holdOf([4]))).toEqual(away)
  // [T3] A gate has a way of its own, and its guests do not wait for a hub that is known to be away.
  expect(await kiosk.office.call('check-in', { showId: show1, code: '1A2B3C4D' })).toEqual(away)
  expect(kiosk.kept.open()).toEqual([])
  const pictures: News[] = []
  kiosk.office.subscribe({ kind: 'seats', showId: show1, afterRevision: null }, (news) => pictures.push(news))
  expect(pictures).toMatchObject([{ kind: 'snapshot', showId: show1, revision: 4 }])
  const newer: News[] = []
  kiosk.office.subscribe({ kind: 'seats', showId: show1, afterRevision: 9 }, (news) => newer.push(news))
  expect(newer, '[I28] no older picture than the screen has').toEqual([])
})

test('[A7] cut off, nobody who is not signed in sees anything, and whoever signs out is out', async () => {
  const hub = await openHub()
  const { booking } = await sell(hub, [0])
  const kiosk = (await kioskOf(hub)).begin()
  await kiosk.office.call('house', {})
  await copied(hub, kiosk)
  await cut(hub, kiosk)
  void kiosk.office.call('sign-out', {})
  expect(await kiosk.office.call('house', {})).toMatchObject({ kind: 'done', value: { actor: null } })
  expect(await kiosk.office.call('booking', { bookingId: booking.bookingId })).toEqual({
    kind: 'refused',
    refusal: { code: 'SIGN_IN_REQUIRED' },
  })
})

test('[C3] what was on its way when the line went is asked until it is answered; it is not refused', async () => {
  const hub = await openHub()
  const kiosk = (await kioskOf(hub)).begin()
  await copied(hub, kiosk)
  await cut(hub, kiosk)
  const commandId = 'on-its-way' as CommandId
  const input = holdOf([4], { cart: 'mine' })
  kiosk.kept.put({ commandId, name: 'hold-seats', input, askedAtMs: Date.now() })
  const asked = kiosk.office.call('hold-seats', input, commandId)
  await cut(hub, kiosk, false)
  expect(await asked).toMatchObject({ kind: 'done' })
})

test('[I28] what a screen of a kiosk hears, its copy has already', async () => {
  const hub = await openHub()
  const kiosk = (await kioskOf(hub)).begin()
  await copied(hub, kiosk)
  const behind: number[] = []
  kiosk.office.subscribe({ kind: 'seats', showId: show1, afterRevision: null }, (news) => {
    if (news.kind === 'delta') behind.push(hub.house.engine.sequence - kiosk.mirror.sequence)
  })
  await kiosk.office.call('house', {})
  await kiosk.office.call('hold-seats', holdOf([3], { cart: 'own' }))
  await expect.poll(() => behind).toEqual([0])
})

test('[SYNC 5.7] twelve windows of a kiosk follow all that they show on its one line, and the line stays', async () => {
  const hub = await openHub()
  const kiosk = (await kioskOf(hub)).begin()
  await copied(hub, kiosk)
  const heard = new Set<number>()
  const lost: string[] = []
  kiosk.office.watch((connection) => lost.push(connection))
  for (let topic = 0; topic < 12 * 12; topic += 1)
    kiosk.office.subscribe({ kind: 'shows' }, () => heard.add(topic))
  await expect.poll(() => heard.size).toBe(12 * 12)
  expect(lost.filter((connection) => connection === 'lost')).toEqual([])
})

test('[SYNC 5.6] a copy of another house is set aside whole, and a new one is begun', async () => {
  const first = await openHub()
  const { begin, folder } = await kioskOf(first)
  const kiosk = begin()
  await copied(first, kiosk)
  kiosk.close()
  const second = await openHub(openingMs + 1)
  await sell(second, [2, 3])
  const moved = (await kioskOf(second, folder)).begin()
  await copied(second, moved)
  expectSame(second, folder)
  expect(readdirSync(folder).filter((name) => /^mirror-\d+\.db$/.test(name))).toHaveLength(1)
})

test('[SYNC 5.6] a copy whose file is damaged is set aside as well, and the kiosk opens', async () => {
  const hub = await openHub()
  const { begin, folder } = await kioskOf(hub)
  const kiosk = begin()
  await copied(hub, kiosk)
  kiosk.close()
  const db = new Database(mirrorPath(folder))
  db.exec('PRAGMA foreign_keys = OFF; DELETE FROM plan')
  db.close()
  const again = begin()
  await copied(hub, again)
  expectSame(hub, folder)
})

test('[I26] every half minute the hub says what its seats come to; a copy that says otherwise is not believed any more', async () => {
  const hub = await openHub()
  const { begin, folder } = await kioskOf(hub)
  const kiosk = begin()
  await copied(hub, kiosk)
  await sell(hub, [0])
  await copied(hub, kiosk)
  hub.house.pass(openingMs + 31_000)
  await sell(hub, [1])
  hub.house.pass(openingMs + 62_000)
  await sell(hub, [2])
  await copied(hub, kiosk)
  expect(kiosk.mirror.mismatches).toBe(0)
  const db = new Database(mirrorPath(folder))
  db.exec('DELETE FROM claim WHERE seat_id = 1')
  db.close()
  hub.house.pass(openingMs + 93_000)
  await expect.poll(() => kiosk.mirror.mismatches).toBe(1)
  await copied(hub, kiosk)
  expectSame(hub, folder)
})

test('[S3] no screen follows the journal: neither at the hub nor at a kiosk', async () => {
  const hub = await openHub()
  const kiosk = (await kioskOf(hub)).begin()
  const topic = { kind: 'journal', after: 0, hash: Buffer.alloc(32).toString('base64') } as const
  expect(() => hub.house.desk('desk-1').subscribe(topic, () => {})).toThrow('no screen')
  expect(() => kiosk.office.subscribe(topic, () => {})).toThrow('no screen')
})
