// A sale written by hand on better-sqlite3, doing the least that still sells a seat once: no idempotent commands, no journal, no tickets,
// no log. As durable as the house: write-ahead log, FULL. Owns the limit that the engine is compared with.

import Database from 'better-sqlite3'
import { Bug } from '../src/shared/lib/assert.ts'
import type { SeatPair } from './seat-pairs.ts'

const HOLD_MS = 300_000

export class RawSales {
  readonly #db: Database.Database
  readonly #hold: (pair: SeatPair, bookingId: number) => void
  readonly #confirm: (pair: SeatPair, bookingId: number) => void
  #bookings = 0

  constructor(path: string, seats: number) {
    const db = new Database(path)
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.exec(`
      CREATE TABLE seat (seat_id INTEGER PRIMARY KEY, status INTEGER NOT NULL, booking_id INTEGER, hold_until INTEGER) STRICT;
      CREATE TABLE booking (booking_id INTEGER PRIMARY KEY, status INTEGER NOT NULL, total_minor INTEGER NOT NULL) STRICT`)
    const put = db.prepare('INSERT INTO seat VALUES (?, 0, NULL, NULL)')
    db.transaction(() => {
      for (let seat = 0; seat < seats; seat += 1) put.run(seat)
    })()
    this.#db = db
    this.#hold = holdOn(db)
    this.#confirm = confirmOn(db)
  }

  sell(pairs: readonly SeatPair[]): void {
    for (const pair of pairs) {
      this.#bookings += 1
      this.#hold(pair, this.#bookings)
      this.#confirm(pair, this.#bookings)
    }
  }

  close(): void {
    this.#db.close()
  }
}

function holdOn(db: Database.Database): (pair: SeatPair, bookingId: number) => void {
  const take = db.prepare(`UPDATE seat SET status = 1, booking_id = ?, hold_until = ?
    WHERE seat_id = ? AND (status = 0 OR (status = 1 AND hold_until <= ?))`)
  const book = db.prepare('INSERT INTO booking VALUES (?, 0, ?)')
  const transaction = db.transaction((pair: SeatPair, bookingId: number) => {
    const nowMs = Date.now()
    for (const seat of pair) {
      if (take.run(bookingId, nowMs + HOLD_MS, seat, nowMs).changes !== 1)
        throw new Bug(`seat ${seat} is taken`)
    }
    book.run(bookingId, 420_00)
  })
  return (pair, bookingId) => transaction.immediate(pair, bookingId)
}

function confirmOn(db: Database.Database): (pair: SeatPair, bookingId: number) => void {
  const sell = db.prepare('UPDATE seat SET status = 2 WHERE seat_id = ? AND booking_id = ? AND status = 1')
  const confirm = db.prepare('UPDATE booking SET status = 1 WHERE booking_id = ? AND status = 0')
  const transaction = db.transaction((pair: SeatPair, bookingId: number) => {
    for (const seat of pair) {
      if (sell.run(seat, bookingId).changes !== 1) throw new Bug(`seat ${seat} was lost`)
    }
    confirm.run(bookingId)
  })
  return (pair, bookingId) => transaction.immediate(pair, bookingId)
}
