import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { embeddedMigrations } from '../scripts/embed-migrations.ts'
import { openDatabase } from '../src/main/store/open-database.ts'
import { keys, tables } from '../src/main/store/rows.ts'

const folder = join(import.meta.dirname, 'migrations')

test('[V15] the embedded migrations are the .sql files, to the letter', () => {
  expect(readFileSync(join(folder, 'index.ts'), 'utf8')).toBe(embeddedMigrations())
})

test('[V15] migrations are numbered without a gap, and each is known to drizzle', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'))
  const meta = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
    entries: { tag: string }[]
  }
  expect(files.toSorted().map((file) => Number(file.slice(0, 4)))).toEqual(files.map((_, index) => index))
  expect(meta.entries.map(({ tag }) => `${tag}.sql`)).toEqual(files.toSorted())
})

test('[I4] the tables of a migrated file are those of the schema: columns, kinds, keys, nulls', () => {
  const db = openDatabase(':memory:')
  for (const table of Object.values(tables)) {
    const { name, columns, primaryKeys } = getTableConfig(table)
    const rows = db.pragma(`table_info(${name})`) as {
      name: string
      type: string
      notnull: number
      pk: number
    }[]
    expect(
      rows.map((row) => [row.name, row.type]),
      name,
    ).toEqual(columns.map((column) => [column.name, column.getSQLType().toUpperCase()]))
    const keyed = new Set([
      ...columns.filter((column) => column.primary).map((column) => column.name),
      ...primaryKeys.flatMap((key) => key.columns.map((column) => column.name)),
    ])
    expect(new Set(rows.filter((row) => row.pk > 0).map((row) => row.name)), name).toEqual(keyed)
  }
  db.close()
})

test('[I13] every table is strict: a word in a column of numbers is refused by SQLite itself', () => {
  const db = openDatabase(':memory:')
  const loose = db.prepare(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'",
  )
  expect(loose.pluck().all()).toEqual([])
  db.close()
})

test('[I1] every table of the schema has its key named in the store, in the order of the primary key; a booking’s is its id', () => {
  for (const [name, table] of Object.entries(tables)) {
    const { columns, primaryKeys } = getTableConfig(table)
    const named = new Map(Object.entries(table).map(([key, column]) => [column, key]))
    const unique = columns.filter((column) => column.isUnique)
    const single = unique.length > 0 ? unique : columns.filter((column) => column.primary)
    const own = primaryKeys[0]?.columns ?? single
    expect(
      own.map((column) => named.get(column as never)),
      name,
    ).toEqual([...keys[name as keyof typeof keys]])
  }
})
