// Houses with something wrong in them: an evening with every kind of booking, and two ways to spoil it. Owns a forged journal,
// chained and projected again so that only what was forged is wrong; must never be a way to write to a real house.

import type Database from 'better-sqlite3'
import type { Booking } from '../../shared/domain/booking.ts'
import type { Role } from '../../shared/domain/catalogue.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import { showOf } from '../../shared/domain/seat-changes.ts'
import type { BookingId, CommandId, CustomerId, KioskId, SeatId, ShowId } from '../../shared/domain/ids.ts'
import { known } from '../../shared/lib/assert.ts'
import { TestHouse, holdOf, linesOf, payOf, show1, smallPlan } from '../engine/test-house.ts'
import { type JournalHead, emptyHead, makeEntry } from '../store/journal.ts'
import { openDatabase } from '../store/open-database.ts'
import { writesOfPlan } from '../store/plan-rows.ts'
import { writesOf } from '../store/projection.ts'
import { type Row, put } from '../store/rows.ts'
import { unkeyClaims } from '../store/scratch-store.ts'
import { putInPlace } from '../store/in-place.fixture.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { checkInvariants } from './check-invariants.ts'

/** A row of the journal, as a forger sees it. */
export interface Told {
  readonly event: HouseEvent
  readonly atMs: number
  readonly kioskId: KioskId
  readonly commandId: CommandId
  readonly staffId: Row<'journal'>['staffId']
  readonly role: string
}

/** Seats of the evening's bookings, by the fate of each booking. */
export const seats = {
  sold: [0, 1],
  expired: [2],
  refunded: [3, 4],
  returned: [3, 4],
  extended: [5, 6],
  moved: [9],
  purse: [12],
  held: [10],
  offSale: [13],
} as const
export type Fate = Exclude<keyof typeof seats, 'offSale'>
/** The new seat of the moved booking, at half the price. */
export const movedTo = 11 as SeatId
export const walletOwner = 2 as CustomerId
/** The wallet's top-up, of which the booking takes 110.00. */
const walletMinor = 150_00

export class Evening {
  readonly told: readonly Told[]
  readonly #ids = new Map<Fate, BookingId>()
  readonly #commands: readonly Row<'command'>[]

  private constructor(house: TestHouse, ids: ReadonlyMap<Fate, BookingId>) {
    this.told = house.store
      .all('journal')
      .map(({ body, ...row }) => ({ ...row, event: JSON.parse(body) as HouseEvent }))
    this.#commands = house.store.all('command')
    for (const [fate, id] of ids) this.#ids.set(fate, id)
  }

  /**
   * Bookings: one sold with a coupon, one expired, one sold and refunded, one with a seat returned, one extended and then sold,
   * one moved to a cheaper seat, one paid from a wallet, one still held at the end. Also a seat off sale.
   */
  static async make(): Promise<Evening> {
    const house = new TestHouse()
    const ids = new Map<Fate, BookingId>()
    const hold = async (fate: Fate, turned = {}) => {
      const { booking } = await house.done(
        'desk-1',
        'hold-seats',
        holdOf(seats[fate], { cart: fate, ...turned }),
      )
      ids.set(fate, booking.bookingId)
      return booking
    }
    const expired = await hold('expired')
    house.pass(expired.expiresAtMs)
    house.pass(expired.graceEndsAtMs)
    await house.done('desk-1', 'pay-booking', payOf(await hold('sold', { couponCode: 'TENOFF' })))
    const refunded = await hold('refunded')
    await house.done('desk-1', 'pay-booking', payOf(refunded))
    await house.done('desk-1', 'cancel-booking', { bookingId: refunded.bookingId, reason: 'ill' })
    await giveSeatBack(house, await hold('returned'))
    await moveSeat(house, await hold('moved'))
    await payFromWallet(house, await hold('purse', { customerId: walletOwner }))
    const { bookingId } = await hold('extended')
    await house.done('desk-1', 'extend-hold', { bookingId })
    const lines = linesOf(seats.extended, 1)
    const { booking } = await house.done('desk-1', 'choose-tickets', { bookingId, lines, couponCode: null })
    await house.done('desk-1', 'pay-booking', payOf(booking))
    await hold('held')
    const change = { of: 'seats', showId: show1, blockedFor: 'broken' } as const
    await house.done('manager', 'change-rows', { change, rows: { ids: seats.offSale } })
    return new Evening(house, ids)
  }

  id(fate: Fate): BookingId {
    return known(this.#ids.get(fate), fate)
  }

  /** The same evening with other rows in its journal. */
  forge(change: (told: readonly Told[]) => readonly Told[]): Spoiled {
    const db = openDatabase(':memory:')
    // These would reject what no engine writes.
    db.pragma('foreign_keys = OFF')
    unkeyClaims(db)
    const store = new SqliteStore(db)
    store.write(writesOfPlan(smallPlan))
    const revisions = new Map<ShowId, number>()
    const lasts = new Map<CommandId, Row<'journal'>>()
    let head: JournalHead = emptyHead
    let before: Row<'journal'> | null = null
    for (const { event, atMs, commandId, ...actor } of change(this.told)) {
      const showId = showOf(event)
      const revision = showId === null ? null : (revisions.get(showId) ?? 0) + 1
      if (showId !== null && revision !== null) revisions.set(showId, revision)
      const by = { ...actor, name: '', role: actor.role as Role }
      const entry = makeEntry(head, event, revision, { atMs, actor: by, commandId })
      store.write(writesOf(entry))
      // Answers refer to the first run of a command, as the engine keeps them.
      if (!lasts.has(commandId) || before?.commandId === commandId) lasts.set(commandId, entry.row)
      head = entry.row
      before = entry.row
    }
    store.write(
      this.#commands.map((command) => put('command', answered(command, lasts.get(command.commandId)))),
    )
    return new Spoiled(db, store)
  }

  /** Changes the first event of this type and fate. */
  edit<Type extends HouseEvent['type']>(
    type: Type,
    fate: Fate,
    turn: (event: Extract<HouseEvent, { type: Type }>) => Partial<Extract<HouseEvent, { type: Type }>>,
  ): Spoiled {
    const bookingId = this.id(fate)
    const at = this.told.findIndex(
      ({ event }) => event.type === type && 'bookingId' in event && event.bookingId === bookingId,
    )
    const row = known(this.told[at], `${type} of ${fate}`)
    const event = { ...row.event, ...turn(row.event as never) } as HouseEvent
    return this.forge((told) => told.with(at, { ...row, event }))
  }

  /** Appends events by the house itself, `afterMs` after the last one. */
  append(events: readonly HouseEvent[], afterMs = 1): Spoiled {
    return this.forge((told) => {
      const last = known(told.at(-1), 'last row')
      const own = {
        staffId: 0 as never,
        role: 'admin',
        kioskId: 'house' as KioskId,
        atMs: last.atMs + afterMs,
      }
      return [...told, ...events.map((event, at) => ({ ...own, event, commandId: `own-${at}` as CommandId }))]
    })
  }

  event<Type extends HouseEvent['type']>(type: Type, fate: Fate): Extract<HouseEvent, { type: Type }> {
    const found = this.told.find(
      ({ event }) => event.type === type && 'bookingId' in event && event.bookingId === this.id(fate),
    )
    return known(found, `${type} of ${fate}`).event as never
  }
}

async function giveSeatBack(house: TestHouse, booking: Booking): Promise<void> {
  await house.done('desk-1', 'pay-booking', payOf(booking))
  const { bookingId } = booking
  await house.done('desk-1', 'return-seats', {
    bookingId,
    seatIds: [seats.returned[1] as SeatId],
    reason: '',
  })
}

async function moveSeat(house: TestHouse, booking: Booking): Promise<void> {
  await house.done('desk-1', 'pay-booking', payOf(booking))
  const moves = [{ from: seats.moved[0] as SeatId, to: movedTo }]
  const cash = { mode: 'CASH', tenderedMinor: 0, differenceMinor: -100_00 } as const
  const { bookingId } = booking
  await house.done('desk-1', 'reseat-booking', { bookingId, showId: show1, moves, ...cash })
}

async function payFromWallet(house: TestHouse, booking: Booking): Promise<void> {
  const opened = await house.done('desk-1', 'open-wallet', { customerId: walletOwner, currency: 'INR' })
  await house.done('desk-1', 'top-up-wallet', { walletId: opened.walletId, amountMinor: walletMinor })
  const { walletId } = opened
  await house.done('desk-1', 'pay-booking', { ...payOf(booking), mode: 'WALLET', walletId })
}

function answered(command: Row<'command'>, last: Row<'journal'> | undefined): Row<'command'> {
  if (!last) return command
  const answer = command.answer.replace(/"atSequence":\d+/, `"atSequence":${last.sequence}`)
  return { ...command, answer, atMs: last.atMs }
}

/** A spoiled house, to be checked. */
export class Spoiled {
  readonly store: SqliteStore
  readonly #db: Database.Database

  constructor(db: Database.Database, store: SqliteStore) {
    this.#db = db
    this.store = store
  }

  /** Moves rows that are stored beside their events to their own tables. */
  inPlace(): this {
    putInPlace(this.#db)
    return this
  }

  /** Changes rows behind the journal's back. */
  sql(text: string): this {
    this.#db.exec(text)
    return this
  }

  /** The invariants that do not hold, each once, in order. */
  ids(): string[] {
    return [...new Set(checkInvariants(this.store).map(({ id }) => id))]
  }

  found(id: string): string[] {
    return checkInvariants(this.store).flatMap((one) => (one.id === id ? [`${one.where}: ${one.found}`] : []))
  }
}
