import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mutants } from './mutant-list.ts'

const root = join(import.meta.dirname, '..')

test('[V19] every planted bug still fits: its text is in its file, and its tests are there', () => {
  const rotten = mutants.flatMap(({ name, changes, tests }) => {
    const misfits = changes.filter(
      ({ file, find }) =>
        !existsSync(join(root, file)) || !readFileSync(join(root, file), 'utf8').includes(find),
    )
    const missing = tests.filter((file) => !existsSync(join(root, file)))
    return [...misfits.map(({ file }) => `${name}: ${file}`), ...missing.map((file) => `${name}: ${file}`)]
  })
  expect(rotten).toEqual([])
})

test('[V19] each has a name of its own and changes something, and there are as many as RELIABILITY asks for', () => {
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length)
  for (const { changes, name } of mutants)
    for (const { find, put } of changes) expect(put, name).not.toBe(find)
  expect(mutants.length).toBeGreaterThanOrEqual(30)
})

test('[V19] the README says how many there are', () => {
  const said = /(?<count>\d+) planted bugs/.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.groups?.[
    'count'
  ]
  expect(Number(said)).toBe(mutants.length)
})
