// The classical box office on PostgreSQL: seats are rows, a sale locks two of them, and a second transaction confirms. Through `pg`, one
// connection per seller, every commit on disk. Owns the other side of the comparison; must never do more than that design needs.

import { Pool, type PoolClient, type PoolConfig } from 'pg'
import { Bug, known } from '../src/shared/lib/assert.ts'
import type { SeatPair } from './seat-pairs.ts'

const HOLD_MS = 300_000
/** The show of the stadium, and that of a coach that everybody wants. */
export const STADIUM = 1
export const COACH = 2

export class PostgresSales {
  readonly #pool: Pool
  readonly #seats: Readonly<Record<number, number>>

  private constructor(pool: Pool, seats: Readonly<Record<number, number>>) {
    this.#pool = pool
    this.#seats = seats
  }

  static async open(
    connection: PoolConfig,
    sellers: number,
    seats: Readonly<Record<number, number>>,
  ): Promise<PostgresSales> {
    const pool = new Pool({ ...connection, max: sellers })
    // The pool reports its connections closed before they are: the server's last message to them is not a failure of ours.
    pool.on('error', () => {})
    await pool.query(`
      CREATE TABLE seat (show_id int, seat_id int, status int NOT NULL, booking_id bigint, hold_until bigint,
        PRIMARY KEY (show_id, seat_id));
      CREATE TABLE booking (booking_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, status int NOT NULL, total_minor bigint NOT NULL)`)
    const sales = new PostgresSales(pool, seats)
    for (const show of [STADIUM, COACH]) {
      // oxlint-disable-next-line no-await-in-loop -- two of them
      await sales.empty(show)
    }
    await pool.query('VACUUM ANALYZE seat')
    return sales
  }

  /** Every seat of the show is for sale again. */
  async empty(show: number): Promise<void> {
    await this.#pool.query('DELETE FROM seat WHERE show_id = $1', [show])
    await this.#pool.query(
      'INSERT INTO seat SELECT $1, seat, 0, NULL, NULL FROM generate_series(0, $2 - 1) AS seat',
      [show, known(this.#seats[show], 'seats of show')],
    )
  }

  async sell(show: number, pair: SeatPair): Promise<boolean> {
    const client = await this.#pool.connect()
    try {
      const bookingId = await hold(client, show, pair)
      if (bookingId !== null) await confirm(client, bookingId, show, pair)
      return bookingId !== null
    } finally {
      client.release()
    }
  }

  /** Number of sold seats, and of the bookings that have them. */
  async sold(show: number): Promise<{ readonly seats: number; readonly bookings: number }> {
    const { rows } = await this.#pool.query<{ seats: number; bookings: number }>(
      'SELECT count(*)::int AS seats, count(DISTINCT booking_id)::int AS bookings FROM seat WHERE show_id = $1 AND status = 2',
      [show],
    )
    return known(rows[0], 'counts')
  }

  close(): Promise<void> {
    return this.#pool.end()
  }
}

/** Rows are locked in the order of their seats, so that two sellers never deadlock. */
async function hold(client: PoolClient, show: number, [first, second]: SeatPair): Promise<number | null> {
  await client.query('BEGIN')
  const nowMs = Date.now()
  const { rows } = await client.query<{ status: number; hold_until: string | null }>({
    name: 'look',
    text: 'SELECT status, hold_until FROM seat WHERE show_id = $1 AND seat_id IN ($2, $3) ORDER BY seat_id FOR UPDATE',
    values: [show, first, second],
  })
  const isFree = rows.every(
    ({ status, hold_until: until }) => status === 0 || (status === 1 && Number(until) <= nowMs),
  )
  if (rows.length !== 2 || !isFree) {
    await client.query('ROLLBACK')
    return null
  }
  const booked = await client.query<{ booking_id: number }>({
    name: 'book',
    text: 'INSERT INTO booking (status, total_minor) VALUES (0, $1) RETURNING booking_id',
    values: [420_00],
  })
  const { booking_id: bookingId } = known(booked.rows[0], 'booking')
  await client.query({
    name: 'take',
    text: 'UPDATE seat SET status = 1, booking_id = $1, hold_until = $2 WHERE show_id = $3 AND seat_id IN ($4, $5)',
    values: [bookingId, nowMs + HOLD_MS, show, first, second],
  })
  await client.query('COMMIT')
  return bookingId
}

async function confirm(
  client: PoolClient,
  bookingId: number,
  show: number,
  [first, second]: SeatPair,
): Promise<void> {
  await client.query('BEGIN')
  await client.query({
    name: 'look-booking',
    text: 'SELECT status FROM booking WHERE booking_id = $1 FOR UPDATE',
    values: [bookingId],
  })
  const sold = await client.query({
    name: 'sell',
    text: 'UPDATE seat SET status = 2 WHERE show_id = $1 AND seat_id IN ($2, $3) AND booking_id = $4 AND status = 1',
    values: [show, first, second, bookingId],
  })
  if (sold.rowCount !== 2) throw new Bug(`a seat of booking ${bookingId} was lost`)
  await client.query({
    name: 'confirm',
    text: 'UPDATE booking SET status = 1 WHERE booking_id = $1',
    values: [bookingId],
  })
  await client.query('COMMIT')
}
