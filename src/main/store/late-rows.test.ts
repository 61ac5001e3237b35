import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrations } from '../../../db/migrations/index.ts'
import type { CommandId, WalletId } from '../../shared/domain/ids.ts'
import type { Account } from '../../shared/domain/tender.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { openDatabase } from './open-database.ts'
import {
  commandsBetween,
  journalOfShow,
  lastRevisionOfShow,
  transfersAfter,
  transfersOfWallet,
} from './queries.ts'
import { journalRow, showId, smallHouse } from './row.fixture.ts'
import { type Row, type Write, put } from './rows.ts'
import { SqliteStore } from './sqlite-store.ts'
import { Conflict } from './store.ts'

/** The number of journal rows after which what is stored beside them is moved to its own tables (db/migrations/0021_late_rows.sql). */
const CUT = 256
/** The schema's number before that migration. */
const FORM_BEFORE = 21

const walletId = 1 as WalletId
const inputHash = 'h'.repeat(22)
const idOf = (sequence: number) => `c${String(sequence).padStart(4, '0')}` as CommandId

function answerOf(commandId: CommandId, atMs: number, answer = `answer ${commandId}`): Write {
  return put('command', { commandId, inputHash, answer, atMs })
}

/** A command as the engine writes it: an event, then the answer. */
function commandOf(
  sequence: number,
  commandId = idOf(sequence),
  revision: number | null = sequence,
): Write[] {
  const { row } = journalRow(sequence, revision) as { readonly row: Row<'journal'> }
  return [put('journal', { ...row, commandId }), answerOf(commandId, row.atMs)]
}

function commandsTo(store: SqliteStore, last: number, first = 1): void {
  for (let at = first; at <= last; at += 1) store.transaction(() => store.write(commandOf(at)))
}

function openNew(file = ':memory:') {
  const db = openDatabase(file)
  const store = new SqliteStore(db)
  if (!store.get('show', showId)) store.write(smallHouse)
  const count = (sql: string) => db.prepare(sql).pluck().get()
  return { store, count }
}

test('[C3] an answer lies beside its event, and is found there; 256 rows of the journal later it is found at once, still the same', () => {
  const { store, count } = openNew()
  commandsTo(store, CUT - 1)
  const found = () => [store.get('command', idOf(7)), store.all('command').length, store.all('command')[6]]
  const row = { commandId: idOf(7), inputHash, answer: `answer ${idOf(7)}`, atMs: 7 }
  expect([found(), count('SELECT count(*) FROM command')]).toEqual([[row, CUT - 1, row], 0])
  commandsTo(store, CUT, CUT)
  expect([found(), count('SELECT count(*) FROM command')]).toEqual([[row, CUT, row], CUT])
  commandsTo(store, CUT + 3, CUT + 1)
  expect([found(), count('SELECT count(*) FROM command')]).toEqual([[row, CUT + 3, row], CUT])
  store.close()
})

test('[I24] an answer is kept once, wherever the first one lies, and in whatever order ids come', () => {
  const { store } = openNew()
  commandsTo(store, CUT + 2)
  for (const taken of [1, CUT, CUT + 2]) {
    const twice = () => store.transaction(() => store.write(commandOf(CUT + 3, idOf(taken))))
    expect(twice, String(taken)).toThrow(Conflict)
    expect(() => store.write([answerOf(idOf(taken), 0)]), String(taken)).toThrow(Conflict)
  }
  expect(store.get('journal', CUT + 3)).toBeUndefined()
  const earlier = 'b' as CommandId
  const foreign = 'č' as CommandId
  for (const [at, id] of [earlier, foreign].entries()) {
    store.transaction(() => store.write(commandOf(CUT + 3 + at, id)))
    expect(() => store.write([answerOf(id, 0)]), id).toThrow(Conflict)
  }
  expect(store.all('command').length).toBe(CUT + 4)
  store.close()
})

test('[I24] two of one command in one commit are a conflict, and what is undone may come again', () => {
  const { store } = openNew()
  const both = () =>
    store.transaction(() => {
      store.write(commandOf(1, 'a' as CommandId))
      store.write(commandOf(2, 'a' as CommandId))
    })
  expect(both).toThrow(Conflict)
  expect([store.all('command'), store.all('journal')]).toEqual([[], []])
  store.transaction(() => store.write(commandOf(1, 'a' as CommandId)))
  expect(store.all('command').map(({ commandId }) => commandId)).toEqual(['a'])
  store.close()
})

test('[C2] what another process kept since is known, beside its event and without one', () => {
  const file = join(tempFolder(), 'house.db')
  const [here, there] = [openNew(file).store, openNew(file).store]
  commandsTo(here, 1)
  commandsTo(there, 3, 2)
  there.write([answerOf('d' as CommandId, 1)])
  for (const theirs of [idOf(2), idOf(3), 'd' as CommandId]) {
    const again = () => here.transaction(() => here.write(commandOf(4, theirs)))
    expect(again, theirs).toThrow(Conflict)
  }
  here.close()
  there.close()
})

test('[C3] an answer without an event of its own, or read too early to lie beside it, has a row of its own', () => {
  const { store, count } = openNew()
  store.transaction(() => store.write([...commandOf(1), answerOf('refused' as CommandId, 1)]))
  store.transaction(() => {
    const [event, answer] = commandOf(2) as [Write, Write]
    store.write([event])
    // A read makes the store write everything that waits first.
    store.get('journal', 2)
    store.write([answer])
  })
  expect(count('SELECT group_concat(command_id) FROM command')).toBe(`${idOf(2)},refused`)
  expect(store.all('command').length).toBe(3)
  store.close()
})

test('[K3] answers of a stretch of time are read in the order of their ids, page by page, wherever they lie', () => {
  const { store } = openNew()
  commandsTo(store, CUT + 10)
  store.transaction(() => store.write(commandOf(CUT + 11, `${idOf(5)}b` as CommandId)))
  const page = store.select(commandsBetween, idOf(3), idOf(CUT + 5), 5).map(({ commandId }) => commandId)
  expect(page).toEqual([idOf(4), idOf(5), `${idOf(5)}b`, idOf(6), idOf(7)])
  const last = store.select(commandsBetween, idOf(CUT - 2), idOf(CUT + 3), 9)
  expect(last.map(({ commandId }) => commandId)).toEqual([CUT - 1, CUT, CUT + 1, CUT + 2].map(idOf))
  store.close()
})

/** Revisions of the show after `after`, with the journal rows that they are. */
function tellShow(store: SqliteStore, after: number, limit: number): string[] {
  const rows = store.select(journalOfShow, showId, after, limit)
  return rows.map(({ revision, sequence, commandId }) => `${revision}:${sequence}:${commandId}`)
}

test('[S1] the rows of a show are found in order across the cut, and its last one', () => {
  const { store } = openNew()
  // Every third journal row belongs to no show.
  const revisionOf = (at: number) => (at % 3 === 0 ? null : at - Math.floor(at / 3))
  for (let at = 1; at <= CUT + 4; at += 1)
    store.transaction(() => store.write(commandOf(at, idOf(at), revisionOf(at))))
  const told = [1, 2, 4, 5].map((at) => `${revisionOf(at)}:${at}:${idOf(at)}`)
  expect(tellShow(store, 0, 4)).toEqual(told)
  expect(tellShow(store, 170, 9)).toEqual([
    `171:${CUT}:${idOf(CUT)}`,
    ...[257, 259, 260].map((at) => `${revisionOf(at)}:${at}:${idOf(at)}`),
  ])
  expect(store.select(lastRevisionOfShow, showId, 1)).toEqual([{ revision: 174 }])
  expect(store.select(lastRevisionOfShow, 9, 1)).toEqual([])
  store.close()
})

/** A house of the version before, in which each of this many commands recorded one event of the show. */
function houseBefore(file: string, commands: number): void {
  const db = new Database(file)
  for (const { statements } of migrations.slice(0, FORM_BEFORE)) for (const one of statements) db.exec(one)
  db.pragma(`user_version = ${FORM_BEFORE}`)
  const event = db.prepare(
    "INSERT INTO journal VALUES (?, 1, ?, ?, 'hold-lapsed', '{}', 1, 'clerk', 'desk-1', ?, x'00')",
  )
  const answer = db.prepare('INSERT INTO command VALUES (?, ?, ?, ?)')
  for (let at = 1; at <= commands; at += 1) {
    event.run(at, at, at, idOf(at))
    answer.run(idOf(at), inputHash, `answer ${idOf(at)}`, at)
  }
  db.close()
}

test('[V15] a house of the version before comes along: its shows and its answers are found as those of a house of today', () => {
  const file = join(tempFolder(), 'house.db')
  houseBefore(file, CUT + 5)
  const [came, today] = [openNew(file), openNew()]
  commandsTo(today.store, CUT + 5)
  const look = ({ store }: typeof came) => [tellShow(store, 0, 999), store.all('command')]
  expect(came.count('SELECT count(*) FROM show_row')).toBe(CUT)
  expect(look(came)).toEqual(look(today))
  for (const { store } of [came, today]) commandsTo(store, 2 * CUT, CUT + 6)
  expect(look(came)).toEqual(look(today))
  expect(() => came.store.write([answerOf(idOf(CUT + 2), 0)])).toThrow(Conflict)
  came.store.close()
  today.store.close()
})

function moneyOf(sequence: number, part: number, walletId: WalletId | null = null): Write {
  const accounts = { debit: 'drawer:desk-1' as Account, credit: 'booking:a' as Account }
  return put('transfer', {
    sequence,
    part,
    ...accounts,
    amountMinor: 100 * sequence + part,
    currency: 'INR',
    walletId,
  })
}

test('[P9] money lies beside its event, what touches a wallet does not; all of it is read in its order, before and after', () => {
  const { store, count } = openNew()
  store.write([put('wallet', { walletId, customerId: null, currency: 'INR' })])
  const parts = (at: number) => [
    moneyOf(at, 0),
    moneyOf(at, 1, at % 2 === 0 ? walletId : null),
    moneyOf(at, 2),
  ]
  const sell = (at: number) => {
    const [event, answer] = commandOf(at) as [Write, Write]
    store.transaction(() => store.write([event, ...parts(at), answer]))
  }
  for (let at = 1; at < CUT; at += 1) sell(at)
  const told = (last: number) =>
    Array.from({ length: last }, (_, at) => parts(at + 1)).flatMap((ones) =>
      ones.map((one) => (one as { readonly row: Row<'transfer'> }).row),
    )
  expect(count('SELECT count(*) FROM transfer')).toBe(Math.floor((CUT - 1) / 2))
  expect(store.all('transfer')).toEqual(told(CUT - 1))
  for (let at = CUT; at < CUT + 4; at += 1) sell(at)
  expect(count('SELECT count(*) FROM transfer')).toBe(3 * CUT + 1)
  expect(store.all('transfer')).toEqual(told(CUT + 3))
  expect(store.get('transfer', CUT + 1, 2)).toEqual(told(CUT + 3).at(-7))
  expect(store.select(transfersOfWallet, walletId).length).toBe(CUT / 2 + 1)
  const after = store.select(transfersAfter, CUT - 1, 5)
  expect(after.map(({ sequence }) => sequence)).toEqual([CUT, CUT, CUT, CUT + 1, CUT + 1])
  store.close()
})
