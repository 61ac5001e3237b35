// A house that came back from a backup, or whose older files were put back, while its kiosks know more: with the real engine, desk, kiosk
// file and line; the wires between them are those of the simulation. Owns how the house comes to wait; must never judge what it does.

import Database from 'better-sqlite3'
import { expect, onTestFinished } from 'vitest'
import type { Output } from '../../shared/contract/operations.ts'
import type { Answer, BoxOffice } from '../../shared/contract/port.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import type { KioskId, StaffId } from '../../shared/domain/ids.ts'
import type { SaleLost } from '../../shared/domain/lost-sale.ts'
import { journalPage } from '../engine/journal-feed.ts'
import { TestHouse, holdOf, openingMs, payOf } from '../engine/test-house.ts'
import { KeptLog, ManualClock, ManualScheduler, SeededChance, plainPinHasher } from '../engine/test-world.ts'
import { ReceiptLine } from '../lan/receipt-line.ts'
import { Mirror } from '../mirror/mirror.ts'
import { MirrorLine } from '../mirror/mirror-line.ts'
import { answering, nameOfHouse } from '../store/house-epoch.ts'
import { KeptCommands } from '../store/kept-commands.ts'
import { MemoryStore } from '../store/memory-store.ts'
import { journalAfter } from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import { markRestored } from './new-recovery.ts'
import { RecoveryDesk } from './recovery-desk.ts'

export const door = `kiosk-${'a'.repeat(12)}` as KioskId
export const bar = `kiosk-${'b'.repeat(12)}` as KioskId
export const here = 'desk-1' as KioskId
const noMore = { receipts: [], isAll: true } as const

/** Its files as they are now. */
export function filesOf(house: TestHouse): Store {
  const files = new MemoryStore()
  const rows = house.store.select(journalAfter, 0, 10_000)
  expect(new Mirror(files).take(journalPage(house.store, rows, rows.length))).toBe('taken')
  return files
}

/** What a kiosk keeps of what it asked. */
function keptFile(): KeptCommands {
  const kept = new KeptCommands(new Database(':memory:'))
  onTestFinished(() => kept.close())
  return kept
}

export class Evening {
  readonly house = new TestHouse()
  readonly kept = keptFile()

  /** Asks as a kiosk does: the answer is in its file before anybody hears of it. */
  async asked<Name extends 'pay-booking' | 'cancel-booking' | 'reseat-booking'>(
    name: Name,
    input: Parameters<typeof this.house.ask<Name>>[2],
    into = this.kept,
  ): Promise<Booking> {
    const commandId = this.house.newCommandId()
    into.put({ commandId, name, input, askedAtMs: 0 })
    const answer: Answer<Output<Name>> = await this.house.ask('desk-1', name, input, commandId)
    into.settle(commandId, answer, nameOfHouse(this.house.store), this.house.engine.nowMs())
    if (answer.kind !== 'done') throw new Error(JSON.stringify(answer))
    return answer.value.booking
  }

  async hold(seats: readonly number[]): Promise<Booking> {
    const { booking } = await this.house.done(
      'desk-1',
      'hold-seats',
      holdOf(seats, { cart: `cart-${seats[0]}` }),
    )
    return booking
  }

  async sell(seats: readonly number[], into = this.kept): Promise<Booking> {
    return this.asked('pay-booking', payOf(await this.hold(seats)), into)
  }
}

/** A house with two kiosks that sold a seat and was backed up. */
export async function begun(): Promise<Evening & { readonly backup: Store }> {
  const evening = new Evening()
  for (const [name, letter] of [
    ['Door', 'a'],
    ['Bar', 'b'],
  ] as const)
    await evening.house.done('manager-1', 'admit-kiosk', { name, pin: letter.repeat(64) })
  await evening.sell([0])
  return Object.assign(evening, { backup: filesOf(evening.house) })
}

/** The restored house, as it waits. */
export function waiting(files: Store) {
  const clock = new ManualClock(openingMs + 60_000)
  const world = { clock, chance: new SeededChance('lost') }
  if (!files.get('meta', 'recovery')) files.transaction(() => markRestored(files, 1, world))
  let over = 0
  const log = new KeptLog()
  const desk = new RecoveryDesk({
    ...world,
    store: files,
    log,
    pinHasher: plainPinHasher,
    version: '1.0.0',
    backUp: async () => {},
    onOver: () => (over += 1),
  })
  const scheduler = new ManualScheduler()
  const speak = async (kioskId: KioskId, copy: Store) => {
    const line = new MirrorLine({
      openStore: () => copy,
      setAside: () => {},
      clock,
      scheduler,
      log,
      onProgress: () => {},
    })
    line.follow(desk.boxOfficeOf(kioskId), 'open')
    await settle()
  }
  /** The line by which a kiosk hands in its receipts. */
  const handIn = async (kioskId: KioskId, kept: KeptCommands) => {
    const office: BoxOffice = desk.boxOfficeOf(kioskId)
    const callNow: BoxOffice['call'] = (...asked) => office.call(...asked)
    const hub = { callNow, house: answering(files, true), connection: 'open' } as const
    const line = new ReceiptLine({ hub, kept, clock, scheduler, log })
    line.follow()
    await settle()
    return line
  }
  const none = (kioskId: KioskId) => desk.boxOfficeOf(kioskId).call('hand-in-receipts', noMore)
  const settled = (bookings: readonly Booking[], keepsSeats = true, person: Person | null = null) =>
    desk.boxOfficeOf(here).call('settle-lost-sales', {
      bookingIds: bookings.map(({ bookingId }) => bookingId),
      note: 'written on the list',
      keepsSeats,
      person,
    })
  return { files, desk, log, scheduler, speak, handIn, none, settled, over: () => over }
}
export type Person = { readonly staffId: StaffId; readonly pin: string }

export async function settle(): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) await Promise.resolve()
}

export function lostEvents(files: Store): readonly SaleLost[] {
  return files
    .all('journal')
    .filter(({ kind }) => kind === 'sale-lost')
    .map(({ body }) => JSON.parse(body) as SaleLost)
}
