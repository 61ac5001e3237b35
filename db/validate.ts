// Whether a house's database is what it should be [D2]: its journal whole, its rows what the journal says, its demo data what
// this version lays out, one live claim a seat. Owns what is checked; must never write, nor need the house to be closed.

import type Database from 'better-sqlite3'
import type { HouseEvent } from '../src/shared/domain/events.ts'
import { brokenLink } from '../src/main/store/journal.ts'
import { migrations } from './migrations/index.ts'
import { openDatabase } from '../src/main/store/open-database.ts'
import { planDigest, planOf } from '../src/main/store/plan-rows.ts'
import { writesOf } from '../src/main/store/projection.ts'
import { type Row, type TableName, put } from '../src/main/store/rows.ts'
import { SqliteStore } from '../src/main/store/sqlite-store.ts'
import type { Store } from '../src/main/store/store.ts'
import { eventOf, seedOf } from '../src/main/house/seed.ts'
import { checkSeed } from './validate-seed.ts'

/** One claim, and whether it holds; null: only said. */
export interface Line {
  readonly holds: boolean | null
  readonly text: string
}

export interface Report {
  readonly lines: readonly Line[]
  /** Null in a house without demo data. */
  readonly seed: string | null
  readonly schema: number
  /** What happened after the seed, in words. */
  readonly since: string
}

/** Everything that the journal's events make; the journal itself and the kept answers apart. */
const projected = [
  'venue',
  'listing',
  'show',
  'priceList',
  'customer',
  'staff',
  'lockout',
  'coupon',
  'wallet',
  'booking',
  'claim',
  'transfer',
] as const satisfies readonly TableName[]

/** Reads in one transaction: the picture is of one instant, while the house sells on. */
export function validateHouse(db: Database.Database): Report {
  db.exec('BEGIN')
  try {
    const schema = Number(db.pragma('user_version', { simple: true }))
    if (schema !== migrations.length) return ofAnotherSchema(schema)
    const store = new SqliteStore(db)
    const journal = store.all('journal')
    const seed = seedOf(store)
    const later = journal.slice(seed?.rows.length ?? 0).map(eventOf)
    return {
      lines: [
        ...checkSchema(db, schema),
        checkJournal(journal),
        checkRows(store, journal),
        ...checkPlans(store, journal),
        checkClaims(store),
        ...(seed ? checkSeed(seed, (planId) => planOf(store, planId)) : [withoutSeed(journal)]),
      ],
      seed: seed?.checksum ?? null,
      schema,
      since: sinceText(later),
    }
  } finally {
    db.exec('ROLLBACK')
  }
}

/** A house of one's own begins with one row, its desk, and has nothing to compare; a demo begins with all of its own, and has its mark. */
function withoutSeed(journal: readonly Row<'journal'>[]): Line {
  const began = journal.filter(({ commandId }) => commandId === journal[0]?.commandId)
  return began.length > 1
    ? {
        holds: false,
        text: `no demo data is marked, though the house began with ${count(began.length, 'row')}`,
      }
    : { holds: null, text: 'no demo data: this house began without' }
}

/** Its rows stand in other columns: nothing else can be read of it. */
function ofAnotherSchema(schema: number): Report {
  const next = schema < migrations.length ? 'start the house once, which brings it up to date' : 'it is newer'
  const text = `schema ${schema}, and this version makes ${migrations.length}: ${next}`
  return {
    lines: [{ holds: false, text }],
    seed: null,
    schema,
    since: 'nothing is known of what happened since',
  }
}

function checkSchema(db: Database.Database, schema: number): Line[] {
  const fresh = openDatabase(':memory:')
  try {
    const wanted = fresh.pragma('user_version', { simple: true })
    const holds = schema === wanted && schemaText(db) === schemaText(fresh)
    const damage = String(db.pragma('quick_check(1)', { simple: true }))
    return [
      { holds, text: `schema ${schema}, table by table as this version makes it` },
      { holds: damage === 'ok', text: `the file is sound: ${damage}` },
    ]
  } finally {
    fresh.close()
  }
}

function schemaText(db: Database.Database): string {
  const sql = 'SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE ? ORDER BY type, name'
  return JSON.stringify(db.prepare(sql).all('sqlite_%'))
}

function checkJournal(journal: readonly Row<'journal'>[]): Line {
  const broken = brokenLink(journal)
  if (broken !== null)
    return { holds: false, text: `journal broken at row ${broken}: its hash does not follow` }
  return {
    holds: true,
    text: `journal whole: ${count(journal.length, 'row')}, each hash follows from the one before`,
  }
}

/** [I25] Folds the journal through the projection from nothing and compares, row by row. */
function checkRows(store: Store, journal: readonly Row<'journal'>[]): Line {
  const db = openDatabase(':memory:')
  try {
    const replayed = new SqliteStore(db)
    replayed.transaction(() => {
      // Plans are kept beside the journal: shows point at them.
      replayed.write(store.all('plan').map((plan) => put('plan', plan)))
      for (const row of journal) replayed.write(writesOf({ row, event: eventOf(row) }))
    })
    const different = projected.filter((table) => rowsText(store, table) !== rowsText(replayed, table))
    const rows = projected.reduce((sum, table) => sum + replayed.all(table).length, 0)
    if (different.length > 0)
      return { holds: false, text: `rows differ from the journal in: ${different.join(', ')}` }
    return { holds: true, text: `every row is what the journal says: ${count(rows, 'row')}` }
  } catch (error) {
    return { holds: false, text: `the journal cannot be replayed: ${String(error)}` }
  } finally {
    db.close()
  }
}

function rowsText(store: Store, table: TableName): string {
  return JSON.stringify(store.all(table))
}

/** A plan's seats are not in the journal; their digest is. */
function checkPlans(store: Store, journal: readonly Row<'journal'>[]): Line[] {
  const imported = journal.map(eventOf).filter((event) => event.type === 'plan-imported')
  const wrong = imported.filter(({ planId, digest }) => {
    const plan = planOf(store, planId)
    return !plan || planDigest(plan) !== digest
  })
  const seats = imported.reduce((sum, event) => sum + event.seats, 0)
  const strangers = store.all('plan').length - imported.length
  if (wrong.length > 0 || strangers !== 0) {
    const names =
      wrong.map(({ name }) => `“${name}”`).join(', ') || `${strangers} that the journal does not know`
    return [{ holds: false, text: `plans differ from the journal: ${names}` }]
  }
  return [
    { holds: true, text: `${count(imported.length, 'plan')} as their digests say: ${count(seats, 'seat')}` },
  ]
}

/** [C1] Counted, not trusted to the index. */
function checkClaims(store: Store): Line {
  const live = store.all('claim')
  const seats = new Set(live.map((claim) => `${claim.showId} ${claim.seatId}`))
  const double = live.length - seats.size
  if (double > 0) return { holds: false, text: `${count(double, 'seat')} claimed twice` }
  return { holds: true, text: `one live claim a seat: ${count(live.length, 'claim')}` }
}

function sinceText(events: readonly HouseEvent[]): string {
  const seatsOf = (type: 'booking-confirmed' | 'booking-cancelled') =>
    events.reduce((sum, event) => sum + (event.type === type ? event.seatIds.length : 0), 0)
  const held = events.filter((event) => event.type === 'seats-held').length
  if (events.length === 0) return 'nothing happened since'
  const parts = [count(held, 'hold'), `${count(seatsOf('booking-confirmed'), 'seat')} sold`]
  return `since then: ${count(events.length, 'event')}, of them ${parts.join(', ')}, ${count(seatsOf('booking-cancelled'), 'seat')} given back`
}

function count(number: number, one: string): string {
  return `${number.toLocaleString('en')} ${one}${number === 1 ? '' : 's'}`
}
