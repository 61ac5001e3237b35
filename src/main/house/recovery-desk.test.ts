import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Answer, BoxOffice } from '../../shared/contract/port.ts'
import type { RecoveryView } from '../../shared/contract/recovery-news.ts'
import type { KioskId, StaffId } from '../../shared/domain/ids.ts'
import { samplePretix } from '../../shared/domain/plan-import/sample.fixture.ts'
import { checkFile } from '../checks/check-file.ts'
import { journalPage } from '../engine/journal-feed.ts'
import { asKept } from '../engine/told-without-pins.ts'
import type { PinHasher } from '../engine/ports.ts'
import { ManualScheduler, SeededChance } from '../engine/test-world.ts'
import { TestHouse, holdOf, openingMs, payOf } from '../engine/test-house.ts'
import { MirrorLine } from '../mirror/mirror-line.ts'
import { Mirror } from '../mirror/mirror.ts'
import { epochOf, recoveryOf } from '../store/house-epoch.ts'
import { MemoryStore } from '../store/memory-store.ts'
import { openDatabase } from '../store/open-database.ts'
import { journalAfter } from '../store/queries.ts'
import { put } from '../store/rows.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { StorageFault, type Store } from '../store/store.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { makeBackup } from './make-backup.ts'
import { RecoveryDesk } from './recovery-desk.ts'
import { restoreHouse } from './restore-house.ts'
import { systemChance } from './world.ts'

const clock = { nowMs: () => openingMs + 1000, elapsedMs: () => 0 }
const log = { error: () => {}, info: () => {}, debug: () => {} }
/** The digest of a PIN is the PIN. */
const pinHasher: PinHasher = { digest: (pin) => Promise.resolve(Buffer.from(pin.padEnd(32))) }
const door = `kiosk-${'a'.repeat(12)}` as KioskId
const bar = `kiosk-${'b'.repeat(12)}` as KioskId

async function sell(house: TestHouse, seat: number) {
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([seat], { cart: `cart-${seat}` }))
  await house.done('desk-1', 'pay-booking', payOf(booking))
}

/** A copy of a house as a kiosk has it. */
function copyOf(house: TestHouse): Store {
  const copy = new MemoryStore()
  const mirror = new Mirror(copy)
  const all = house.store.select(journalAfter, 0, 10_000)
  expect(mirror.take(journalPage(house.store, all, house.engine.sequence))).toBe('taken')
  return copy
}

/** A house of two kiosks that sold a seat, was backed up, sold two more and died; returns what the backup came back as. */
async function restored(
  setUp: (house: TestHouse) => void = () => {},
  afterwards: (house: TestHouse) => Promise<unknown> = async () => {},
) {
  const data = tempFolder()
  const path = join(data, 'house.db')
  const house = new TestHouse({ store: new SqliteStore(openDatabase(path)) })
  for (const [name, letter] of [
    ['Door', 'a'],
    ['Bar', 'b'],
  ] as const)
    await house.done('manager-1', 'admit-kiosk', { name, pin: letter.repeat(64) })
  setUp(house)
  await sell(house, 0)
  const folder = join(data, 'backups')
  const task = {
    path,
    folder,
    pictures: join(data, 'pictures'),
    elsewhere: null,
    atMs: openingMs,
    atLeast: null,
  }
  const made = await makeBackup(task)
  if (made.kind !== 'made') throw new Error(made.detail)
  const old = copyOf(house)
  await sell(house, 1)
  await sell(house, 2)
  await afterwards(house)
  const whole = copyOf(house)
  const { sequence } = house.engine
  house.store.close()
  const place = tempFolder()
  const pins = join(place, 'keys')
  restoreHouse({ clock, chance: systemChance, data: place, from: made.file })
  return { place, pins, old, whole, sequence, backup: made.sequence }
}

function lineOf(copy: Store, scheduler = new ManualScheduler()): MirrorLine {
  return new MirrorLine({
    openStore: () => copy,
    setAside: () => {},
    clock,
    scheduler,
    log,
    onProgress: () => {},
  })
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
}

/** What a kiosk hands in that was told of no sale. */
const noMore = { receipts: [], isAll: true }

/** The restored house as it waits, and a way for kiosks to speak. */
function waiting(place: string) {
  const store = new SqliteStore(openDatabase(join(place, 'house.db')))
  let over = 0
  const chance = new SeededChance('recovery')
  const desk = new RecoveryDesk({
    store,
    clock,
    chance,
    log,
    pinHasher,
    version: '1.0.0',
    backUp: async () => {},
    onOver: () => (over += 1),
  })
  onTestFinished(() => desk.close())
  const states: (RecoveryView | null)[] = []
  desk.boxOfficeOf('desk-1' as KioskId).subscribe({ kind: 'recovery' }, (news) => {
    if (news.kind === 'recovery') states.push(news.state)
  })
  const speak = async (kioskId: KioskId, copy: Store) => {
    const office = desk.boxOfficeOf(kioskId)
    lineOf(copy).follow(office, 'open')
    await settle()
    await office.call('hand-in-receipts', noMore)
  }
  const words = () => Object.fromEntries(desk.view().kiosks.map(({ kioskId, word }) => [kioskId, word]))
  return { store, desk, states, speak, words, over: () => over }
}

test('[SYNC 4.7] a restored house asks its kiosks for what it has lost, and sells on with every seat sold once', async () => {
  const { place, old, whole, sequence, backup } = await restored()
  const { desk, store, states, speak, words, over } = waiting(place)
  expect(states.at(-1)).toMatchObject({ backupSequence: backup, sequence: backup, epoch: 2 })
  expect(words()).toEqual({ [door]: 'awaited', [bar]: 'awaited' })

  await speak(door, whole)
  expect(words()).toEqual({ [door]: 'spoken', [bar]: 'awaited' })
  expect(desk.sequence).toBe(sequence)
  expect(over()).toBe(0)
  await speak(bar, old)
  expect(over()).toBe(1)

  expect(store.get('journal', sequence + 1)).toMatchObject({ kind: 'house-restored', kioskId: 'house' })
  expect(JSON.parse(store.get('journal', sequence + 1)?.body ?? '')).toMatchObject({
    taken: sequence - backup,
    missing: [],
    reason: null,
  })
  expect(recoveryOf(store)).toBeNull()
  expect(epochOf(store).epoch).toBe(2)
  const house = new TestHouse({ store, seed: 'after' })
  for (const seat of [1, 2]) {
    const again = await house.ask('desk-1', 'hold-seats', holdOf([seat], { cart: 'later' }))
    expect(again).toMatchObject({ kind: 'refused', refusal: { code: 'SEAT_NOT_AVAILABLE' } })
  }
  await sell(house, 3)
  const { verdicts } = checkFile(join(place, 'house.db'))
  expect(verdicts.flatMap(({ findings }) => findings)).toEqual([])
})

test('[SYNC 4.7] [L4] a plan that was imported after the backup comes back with its show', async () => {
  const { place, old, whole, sequence } = await restored(undefined, async (house) => {
    const text = JSON.stringify(samplePretix())
    await house.done('manager', 'put-chunk', { uploadId: 'u', index: 0, count: 1, text })
    await house.done('manager', 'import-plan', { uploadId: 'u', name: 'New hall' })
  })
  const { desk, store, speak, over } = waiting(place)
  await speak(door, whole)
  await speak(bar, old)
  expect(desk.sequence).toBe(sequence)
  expect(over()).toBe(1)
  expect(store.all('plan').map(({ name }) => name)).toEqual(['Small hall', 'New hall'])
  const { verdicts } = checkFile(join(place, 'house.db'))
  expect(verdicts.flatMap(({ findings }) => findings)).toEqual([])
})

test('[C3] what was answered after the backup is answered the same again: nothing is sold or paid twice', async () => {
  const { place, whole } = await restored()
  const { store, speak } = waiting(place)
  await speak(door, whole)
  await speak(bar, whole)
  const house = new TestHouse({ store, seed: 'after' })
  const command = whole.all('command').at(-1)
  if (!command) throw new Error('nothing was answered')
  expect(store.get('command', command.commandId)).toEqual(command)
  expect(house.store.all('claim')).toHaveLength(3)
})

test('[SYNC 4.7] [V10] a disk that has no room for what a kiosk hands in makes no stranger of it: it is asked again, and then all is there', async () => {
  const { place, old, whole, sequence } = await restored()
  const { store, desk, speak, words, over } = waiting(place)
  await speak(bar, old)
  const transaction = store.transaction.bind(store)
  let isFull = false
  store.transaction = (work) => {
    if (!isFull) return transaction(work)
    isFull = false
    throw new StorageFault('SQLITE_FULL', { trouble: 'full' })
  }
  const scheduler = new ManualScheduler()
  const office = desk.boxOfficeOf(door)
  const answers: Answer<unknown>[] = []
  const noted: BoxOffice = {
    ...office,
    call: async (...asked) => {
      isFull = answers.length === 0
      const answer = await office.call(...asked)
      answers.push(answer)
      return answer
    },
  }
  lineOf(whole, scheduler).follow(noted, 'open')
  await settle()
  expect(answers).toMatchObject([{ kind: 'fault', reason: 'storage' }])
  expect(words()[door]).toBe('coming')
  expect(desk.sequence).toBeLessThan(sequence)
  scheduler.wakeUntil(Number.POSITIVE_INFINITY)
  await settle()
  await desk.boxOfficeOf(door).call('hand-in-receipts', noMore)
  expect(over()).toBe(1)
  expect(desk.sequence).toBe(sequence)
})

test('[SYNC 4.7] a line that breaks while rows are handed in: what was on its way by it does not come between the pieces of the next', async () => {
  const { place, old, whole, sequence } = await restored(undefined, async (house) => {
    for (let sale = 0; sale < 60; sale += 1) {
      const { booking } = await house.done('desk-1', 'hold-seats', holdOf([5], { cart: `cart-${sale}` }))
      await house.done('desk-1', 'cancel-booking', { bookingId: booking.bookingId, reason: '' })
    }
  })
  const { desk, speak, words, over } = waiting(place)
  await speak(bar, old)
  const line = lineOf(whole)
  const office = desk.boxOfficeOf(door)
  const heldUp: (() => void)[] = []
  const slow: BoxOffice = {
    ...office,
    call: async (...asked) => {
      const answer = await office.call(...asked)
      await new Promise<void>((resolve) => heldUp.push(resolve))
      return answer
    },
  }
  const letThrough = async () => {
    for (let next = heldUp.shift(); next; next = heldUp.shift()) {
      next()
      await settle()
    }
  }
  line.follow(slow, 'open')
  await settle()
  line.follow(slow, 'lost')
  line.follow(slow, 'open')
  await settle()
  expect(heldUp, 'the first piece, by either line').toHaveLength(2)
  await letThrough()
  await desk.boxOfficeOf(door).call('hand-in-receipts', noMore)
  expect(words()[door]).toBe('spoken')
  expect(desk.sequence).toBe(sequence)
  expect(over()).toBe(1)
})

test('[SYNC 4.7] what was said outlives a new start of the house that waits', async () => {
  const { place, whole, sequence } = await restored()
  const first = waiting(place)
  await first.speak(door, whole)
  first.desk.close()
  const second = waiting(place)
  expect(second.words()).toEqual({ [door]: 'spoken', [bar]: 'awaited' })
  expect(second.desk.sequence).toBe(sequence)
})

test('[SYNC 4.7] nothing that is asked of a house that sells is answered, and nothing is refused either', async () => {
  const { place } = await restored()
  const { desk, store } = waiting(place)
  const before = store.all('journal').length
  let isAnswered = false
  void desk
    .boxOfficeOf(door)
    .call('hold-seats', holdOf([1]))
    .then(() => (isAnswered = true))
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  expect(isAnswered).toBe(false)
  expect(store.all('journal')).toHaveLength(before)
})

test('[SYNC 4.7] a copy of another house, or one that was changed, is not taken, and its kiosk is waited for', async () => {
  const { place, whole, backup } = await restored()
  const { desk, speak, words } = waiting(place)
  const other = copyOf(new TestHouse({ seed: 'other' }))
  await speak(door, other)
  expect(words()[door]).toBe('foreign')
  const row = whole.get('journal', backup + 1)
  if (!row) throw new Error('no such row')
  whole.write([
    {
      change: 'journal',
      where: { sequence: backup + 1 },
      set: { body: row.body.replace('cart-1', 'cart-9') },
    },
  ])
  await speak(bar, whole)
  expect(words()[bar]).toBe('foreign')
  expect(desk.sequence).toBe(backup)
})

test('[SYNC 4.7] a piece that is missing, or no page at all, is nothing', async () => {
  const { place, backup } = await restored()
  const { desk } = waiting(place)
  const hub = desk.boxOfficeOf(door)
  expect(await hub.call('hand-in-rows', { index: 1, count: 2, text: '{}' })).toMatchObject({
    value: { sequence: backup, isAll: false },
  })
  for (const text of ['{', '{"kind":"journal"}', 'null'])
    expect(await hub.call('hand-in-rows', { index: 0, count: 1, text })).toMatchObject({ kind: 'refused' })
  expect(desk.sequence).toBe(backup)
})

const staff = [
  { staffId: 2 as StaffId, name: 'Asha', role: 'admin', active: true },
  { staffId: 3 as StaffId, name: 'Ravi', role: 'clerk', active: true },
  { staffId: 4 as StaffId, name: 'Gone', role: 'manager', active: false },
] as const
const pinOf = (staffId: StaffId) => `pin${staffId}`

/** A house whose staff have PINs; the restored house has the key of those PINs. */
async function withPeople() {
  const found = await restored(({ engine, store }) => {
    engine.furnish(
      staff.map((entry) => ({ type: 'entry-saved', entry: { kind: 'staff', ...entry } })),
      [],
    )
    for (const { staffId } of staff)
      store.write([
        put('pin', { staffId, salt: new Uint8Array(16), digest: Buffer.from(pinOf(staffId).padEnd(32)) }),
      ])
  })
  return found
}

test('[SYNC 4.7] a house where nobody has a PIN is opened by whoever stands there, and the journal says who was missing', async () => {
  const { place, whole, backup } = await restored()
  const { desk, store, speak, over } = waiting(place)
  await speak(bar, whole)
  const asked = { reason: 'the door kiosk burnt', first: null, second: null }
  expect(await desk.boxOfficeOf('desk-1' as KioskId).call('open-restored', asked)).toMatchObject({
    kind: 'done',
  })
  expect(over()).toBe(1)
  const row = store.all('journal').at(-1)
  expect(row).toMatchObject({ kind: 'house-restored' })
  expect(JSON.parse(row?.body ?? '')).toMatchObject({
    missing: [door],
    reason: 'the door kiosk burnt',
    backupSequence: backup,
  })
})

test('[SYNC 4.7] else two people open it, one of them a manager, each by the own PIN, and not without end', async () => {
  const { place } = await withPeople()
  const store = new SqliteStore(openDatabase(join(place, 'house.db')))
  // Restored without the key of its PINs: they are written again here, as if the key had come along.
  for (const { staffId } of staff)
    store.write([
      put('pin', { staffId, salt: new Uint8Array(16), digest: Buffer.from(pinOf(staffId).padEnd(32)) }),
    ])
  store.close()
  const { desk, states, over, store: opened } = waiting(place)
  expect(states.at(-1)?.staff.map(({ name }) => name)).toEqual(['Asha', 'Ravi'])
  const [asha, ravi, gone] = staff.map(({ staffId }) => ({ staffId, pin: pinOf(staffId) }))
  const open = (first: typeof asha | null, second: typeof asha | null) =>
    desk.boxOfficeOf('desk-1' as KioskId).call('open-restored', {
      reason: 'lost',
      first: first ?? null,
      second: second ?? null,
    })
  const code = async (asked: ReturnType<typeof open>) => {
    const answer = await asked
    return answer.kind === 'refused' ? answer.refusal.code : answer.kind
  }
  if (!asha || !ravi || !gone) throw new Error('nobody')
  expect(await code(open(null, null))).toBe('SIGN_IN_REQUIRED')
  expect(await code(open(asha, asha))).toBe('INVALID_INPUT')
  expect(await code(open(ravi, asha))).toBe('NOT_ALLOWED')
  expect(await code(open(asha, gone))).toBe('WRONG_PIN')
  expect(await code(open(asha, { ...ravi, pin: '0000' }))).toBe('WRONG_PIN')
  expect(over()).toBe(0)
  for (let tries = 0; tries < 5; tries += 1) await open({ ...asha, pin: '0000' }, ravi)
  expect(await code(open(asha, ravi))).toBe('SIGN_IN_LOCKED')
  expect(opened.all('journal').some(({ kind }) => kind === 'house-restored')).toBe(false)
})

test('[SYNC 4.7] two right PINs open it: who they are stands in the journal', async () => {
  const { place } = await withPeople()
  const store = new SqliteStore(openDatabase(join(place, 'house.db')))
  for (const { staffId } of staff)
    store.write([
      put('pin', { staffId, salt: new Uint8Array(16), digest: Buffer.from(pinOf(staffId).padEnd(32)) }),
    ])
  store.close()
  const { desk, over, store: opened } = waiting(place)
  const [asha, ravi] = staff.map(({ staffId }) => ({ staffId, pin: pinOf(staffId) }))
  if (!asha || !ravi) throw new Error('nobody')
  const answer = await desk
    .boxOfficeOf('desk-1' as KioskId)
    .call('open-restored', { reason: 'both kiosks are gone', first: asha, second: ravi })
  expect(answer).toMatchObject({ kind: 'done' })
  expect(over()).toBe(1)
  const row = opened.all('journal').at(-1)
  expect(row).toMatchObject({ kind: 'house-restored', staffId: 2, role: 'admin' })
  expect(JSON.parse(row?.body ?? '')).toMatchObject({ missing: [door, bar], secondStaffId: 3 })
})

test('[A7] [I41] a locked kiosk of it is left by PIN and password, looked at here; what is wrong there counts at this desk too', async () => {
  const { place } = await withPeople()
  const store = new SqliteStore(openDatabase(join(place, 'house.db')))
  const [asha] = staff.map(({ staffId }) => staffId)
  if (asha === undefined) throw new Error('nobody')
  const salt = new Uint8Array(16)
  const password = 'four short words here'
  store.write([
    put('pin', { staffId: asha, salt, digest: Buffer.from(pinOf(asha).padEnd(32)) }),
    put('password', { staffId: asha, salt, digest: Buffer.from(asKept(password).padEnd(32)) }),
  ])
  store.close()
  const { desk, store: opened } = waiting(place)
  const before = opened.all('journal').length
  const leave = (pin: string, typed = password) =>
    desk.boxOfficeOf(door).call('leave-kiosk', { person: { staffId: asha, pin, password: typed } })
  const names = await desk.boxOfficeOf(door).call('sign-in-names', {})
  expect(names).toMatchObject({ kind: 'done', value: { staff: [{ name: 'Asha' }] } })
  expect(await leave(pinOf(asha), `${password}!`)).toMatchObject({ refusal: { code: 'WRONG_PIN' } })
  expect(await leave(pinOf(asha))).toMatchObject({ kind: 'done', value: { by: { name: 'Asha' } } })
  for (let tries = 0; tries < 5; tries += 1) await leave('0000')
  const here = desk.deskOffice('desk-1' as KioskId)
  expect(await here.call('sign-in', { staffId: asha, pin: pinOf(asha) })).toMatchObject({
    refusal: { code: 'SIGN_IN_LOCKED' },
  })
  expect(opened.all('journal')).toHaveLength(before)
})

test('[SYNC 4.7] a house that sells takes nothing in and is open already', async () => {
  const house = new TestHouse()
  const piece = { index: 0, count: 1, text: '{}' }
  expect(await house.ask('manager-1', 'hand-in-rows', piece)).toMatchObject({ kind: 'refused' })
  const asked = { reason: '', first: null, second: null }
  expect(await house.ask('manager-1', 'open-restored', asked)).toMatchObject({ kind: 'refused' })
  const heard: unknown[] = []
  house.desk('desk-1').subscribe({ kind: 'recovery' }, (news) => heard.push(news))
  expect(heard).toEqual([{ kind: 'recovery', state: null }])
})
