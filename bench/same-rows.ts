// Plain better-sqlite3 that writes exactly the rows which the engine writes for a sale: one sale is recorded at the database, statement
// by statement, then written again with keys of its own. Owns what differs from sale to sale; must never decide, hash, log or answer.

import { randomBytes } from 'node:crypto'
import Database from 'better-sqlite3'
import { Engine } from '../src/main/engine/engine.ts'
import { deskActor } from '../src/main/house/open-house.ts'
import { noPictures } from '../src/main/engine/ports.ts'
import { systemChance, systemClock, systemScheduler } from '../src/main/house/world.ts'
import { layLog, openDatabase } from '../src/main/store/open-database.ts'
import { SqliteStore } from '../src/main/store/sqlite-store.ts'
import { Bug, known } from '../src/shared/lib/assert.ts'
import { unsoldShow } from './demo-house.ts'
import { SEATS, done, holdPair, newId, payFor } from './sellers.ts'
import type { SeatPair } from './seat-pairs.ts'

type Value = string | number | bigint | Uint8Array | null

/** One statement of the recorded sale, and the values of its parameters. */
interface Recorded {
  readonly sql: string
  readonly columns: readonly string[]
  readonly values: readonly Value[]
}

interface Written {
  readonly statement: Database.Statement<[readonly Value[]]>
  readonly values: readonly Value[]
}

/** The writes of a sale's two commits. */
interface Sale {
  readonly hold: readonly Recorded[]
  readonly pay: readonly Recorded[]
}

/** What differs in each further sale. */
interface Keys {
  readonly pair: SeatPair
  readonly names: ReadonlyMap<string, string>
  /** The sequence of the journal row that this commit writes. */
  sequence: number
}

export class SameRows {
  readonly #db: Database.Database
  readonly #sale: Sale
  readonly #names: readonly string[]
  readonly #statements = new Map<string, Database.Statement<[readonly Value[]]>>()
  readonly #begin: Database.Statement
  readonly #commit: Database.Statement
  readonly #firstSequence: number
  readonly #firstRevision: number
  #sequence: number

  private constructor(db: Database.Database, sale: Sale) {
    this.#db = db
    this.#sale = sale
    this.#names = namesOf(sale)
    this.#begin = db.prepare('BEGIN IMMEDIATE')
    this.#commit = db.prepare('COMMIT')
    const journal = known(
      sale.pay.find(({ sql }) => sql.includes('INTO journal')),
      'journal row',
    )
    this.#firstSequence = Number(valueOf(journal, 'sequence'))
    this.#firstRevision = Number(valueOf(journal, 'revision'))
    this.#sequence = this.#firstSequence
  }

  /** `path`: a copy of a house; the engine makes one sale in it, to see what it writes. */
  static async record(path: string, pair: SeatPair): Promise<SameRows> {
    const sale = await recordSale(path, pair)
    const db = openDatabase(path)
    layLog(db)
    return new SameRows(db, sale)
  }

  /** Prepares what these sales will bind, before timing starts: `group` sales a commit, first their holds, then their payments. */
  prepared(pairs: readonly SeatPair[], group: number): () => void {
    const commits: Written[][] = []
    for (let at = 0; at < pairs.length; at += group) {
      const sales = pairs.slice(at, at + group).map((pair) => this.#keysFor(pair))
      commits.push(sales.flatMap((keys) => this.#writes(this.#sale.hold, keys)))
      commits.push(sales.flatMap((keys) => this.#writes(this.#sale.pay, keys)))
    }
    return () => {
      for (const commit of commits) this.#commitOf(commit)
    }
  }

  /** The same, but each commit of one sale runs when it is called. */
  apart(pairs: readonly SeatPair[]): readonly { readonly hold: () => void; readonly pay: () => void }[] {
    return pairs.map((pair) => {
      const keys = this.#keysFor(pair)
      const [hold, pay] = [this.#writes(this.#sale.hold, keys), this.#writes(this.#sale.pay, keys)]
      return { hold: () => this.#commitOf(hold), pay: () => this.#commitOf(pay) }
    })
  }

  close(): void {
    this.#db.close()
  }

  #commitOf(commit: readonly Written[]): void {
    this.#begin.run()
    for (const { statement, values } of commit) statement.run(values)
    this.#commit.run()
  }

  #keysFor(pair: SeatPair): Keys {
    return { pair, names: new Map(this.#names.map((name) => [name, newId()])), sequence: 0 }
  }

  #writes(recorded: readonly Recorded[], keys: Keys): Written[] {
    this.#sequence += 1
    keys.sequence = this.#sequence
    let seat = 0
    return recorded.map(({ sql, columns, values }) => {
      const ofClaim = sql.startsWith('INSERT INTO claim') ? keys.pair[seat++] : undefined
      const fresh = values.map((value, at) =>
        this.#fresh(known(columns[at], 'column'), value, { ...keys, seat: ofClaim }),
      )
      return { statement: this.#statement(sql), values: fresh }
    })
  }

  #fresh(
    column: string,
    value: Value,
    { names, sequence, seat }: Keys & { seat: number | undefined },
  ): Value {
    if (column === 'hash') return randomBytes(32)
    if (column === 'seat_id') return seat ?? value
    if (column === 'sequence' || column === 'tickets_sequence') return value === null ? null : sequence
    if (column === 'revision') return this.#firstRevision + sequence - this.#firstSequence
    if (typeof value !== 'string') return value
    let text = value
    for (const [old, own] of names) text = text.replaceAll(old, own)
    return text
  }

  #statement(sql: string): Database.Statement<[readonly Value[]]> {
    const ready = this.#statements.get(sql) ?? this.#db.prepare<[readonly Value[]]>(sql)
    this.#statements.set(sql, ready)
    return ready
  }
}

/** A copy of an open house in its current state. */
export function copyHouse(from: string, to: string): void {
  const db = new Database(from, { readonly: true })
  db.prepare('VACUUM INTO ?').run(to)
  db.close()
}

async function recordSale(path: string, pair: SeatPair): Promise<Sale> {
  const db = openDatabase(path)
  const prepare = db.prepare.bind(db)
  const commits: Recorded[][] = []
  db.prepare = (sql: string) => listened(prepare(sql), sql, commits) as never
  const engine = silentEngine(db)
  const desk = engine.deskFor(deskActor('desk-0'))
  const { showId } = await unsoldShow(desk, SEATS)
  const { booking } = done(await holdPair(desk, showId, pair))
  done(await payFor(desk, booking))
  engine.close()
  const [hold, pay] = commits.slice(-2)
  return { hold: known(hold, 'hold'), pay: known(pay, 'payment') }
}

function silentEngine(db: Database.Database): Engine {
  return new Engine({
    store: new SqliteStore(db),
    clock: systemClock,
    chance: systemChance,
    scheduler: systemScheduler,
    log: { error() {}, info() {}, debug() {} },
    signer: { sign: () => '', publicKeyText: () => '' },
    version: 'bench',
    houseTerms: {},
    claims: 'pessimistic',
    isShared: false,
    terminal: null,
    pictures: noPictures,
    printers: null,
    paperShelf: null,
    kioskNet: null,
    post: null,
    backups: null,
    updates: null,
    pinHasher: { digest: () => Promise.reject(new Error('nobody signs in here')) },
  })
}

/** Records what is run, commit by commit. */
function listened(statement: Database.Statement, sql: string, commits: Recorded[][]): Database.Statement {
  const run = statement.run.bind(statement)
  statement.run = (...given: unknown[]) => {
    if (sql.startsWith('BEGIN')) commits.push([])
    const values = [...((given[0] ?? []) as Value[])]
    if (/^(INSERT|UPDATE)/.test(sql)) commits.at(-1)?.push({ sql, columns: columnsOf(sql), values })
    return run(...given)
  }
  return statement
}

function columnsOf(sql: string): readonly string[] {
  const inserted = /^INSERT[^(]*\(([^)]*)\)/.exec(sql)?.[1]
  if (inserted !== undefined) return inserted.split(', ')
  return [...sql.matchAll(/(\w+) = \?/g)].map(([, column]) => known(column, 'column'))
}

function valueOf({ sql, columns, values }: Recorded, column: string): Value {
  const value = values[columns.indexOf(column)]
  if (value === undefined) throw new Bug(`no ${column} in ${sql}`)
  return value
}

/** Every id that the recorded sale made: another sale needs its own. */
function namesOf({ hold, pay }: Sale): readonly string[] {
  const named = [...hold, ...pay].flatMap(({ columns, values }) =>
    columns.flatMap((column, at) => {
      const value = values[at]
      return /^(booking|cart|command|payment)_id$/.test(column) && typeof value === 'string' ? [value] : []
    }),
  )
  return [...new Set(named)]
}
