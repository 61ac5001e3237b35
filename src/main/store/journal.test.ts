import { expect, test } from 'vitest'
import { known } from '../../shared/lib/assert.ts'
import { TestHouse, holdOf, payOf } from '../engine/test-house.ts'
import { brokenLink, emptyHead, hashOf, makeEntry, sameBytes } from './journal.ts'
import type { Row } from './rows.ts'

/** A journal of some twenty rows: a sale, a refusal, a cancellation, a lapse. */
async function someJournal(): Promise<readonly Row<'journal'>[]> {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0, 1]))
  await house.done('desk-1', 'pay-booking', payOf(booking))
  await house.ask('desk-2', 'hold-seats', holdOf([1], { cart: 'b' }))
  const second = await house.done('desk-2', 'hold-seats', holdOf([2], { cart: 'b' }))
  await house.done('desk-1', 'cancel-booking', { bookingId: booking.bookingId, reason: '' })
  house.pass(second.booking.graceEndsAtMs)
  return house.store.all('journal')
}

test('[I25] an untouched journal is whole, from its first row and from any row on', async () => {
  const rows = await someJournal()
  expect(rows.length).toBeGreaterThan(15)
  expect(brokenLink(rows)).toBeNull()
  for (const [index, head] of rows.entries()) expect(brokenLink(rows.slice(index + 1), head)).toBeNull()
  expect(brokenLink([])).toBeNull()
})

const edits: readonly (readonly [string, (row: Row<'journal'>) => Partial<Row<'journal'>>])[] = [
  ['time', (row) => ({ atMs: row.atMs + 1 })],
  ['kind', () => ({ kind: 'booking-confirmed!' })],
  ['body', (row) => ({ body: `${row.body} ` })],
  ['show', () => ({ showId: 77 as never })],
  ['revision', () => ({ revision: 77 })],
  ['seller', () => ({ staffId: 77 as never })],
  ['role', () => ({ role: 'owner' })],
  ['kiosk', () => ({ kioskId: 'desk-77' as never })],
  ['command', () => ({ commandId: 'forged' as never })],
  ['hash', () => ({ hash: new Uint8Array(32).fill(1) })],
]

test.for(edits)('[I25] an edited %s is found at its row, wherever it is', async ([, edit]) => {
  const rows = await someJournal()
  for (const index of rows.keys()) {
    const forged = rows.map((row, at) => (at === index ? { ...row, ...edit(row) } : row))
    expect(brokenLink(forged)).toBe(index + 1)
  }
})

test('[I25] a row taken out, put in twice or swapped with its neighbour is found', async () => {
  const rows = await someJournal()
  for (let at = 0; at < rows.length - 1; at += 1) {
    const [row, next] = [rows[at], rows[at + 1]]
    if (!row || !next) continue
    expect(brokenLink(rows.toSpliced(at, 1))).toBe(at + 2)
    expect(brokenLink(rows.toSpliced(at, 0, row))).toBe(at + 1)
    expect(brokenLink(rows.toSpliced(at, 2, next, row))).toBe(at + 2)
  }
})

test('[I25] an edit that also mends its own hash is found at the next row', async () => {
  const rows = await someJournal()
  const forged = rows.map((row, at) => {
    if (at !== 3) return row
    const edited = { ...row, atMs: row.atMs + 1 }
    return { ...edited, hash: hashOf(edited, known(rows[at - 1], 'row before').hash) }
  })
  expect(brokenLink(forged)).toBe(5)
})

test('[I25] a tail that was cut off is beyond a chain: it is found by whoever kept the number or hash of the last row', async () => {
  const rows = await someJournal()
  const cut = rows.slice(0, -3)
  expect(brokenLink(cut)).toBeNull()
  const kept = rows.at(-1)
  expect(cut.at(-1)?.sequence).not.toBe(kept?.sequence)
  expect(brokenLink(kept ? [kept] : [], cut.at(-1))).toBe(kept?.sequence)
})

test('[I25] the first row stands on nothing: number one, thirty-two zero bytes before it', async () => {
  const [first] = await someJournal()
  expect(first && sameBytes(first.hash, hashOf(first, new Uint8Array(32)))).toBe(true)
  expect(first).toMatchObject({ sequence: 1 })
  expect(emptyHead.sequence).toBe(0)
})

test('[I39] a row says who did it, in which role, where and by which command', () => {
  const actor = { staffId: 3 as never, name: 'Asha', role: 'manager', kioskId: 'desk-4' as never } as const
  const event = { type: 'prices-set', showId: 9 as never, version: 2, prices: [[1]] } as const
  const occasion = { atMs: 5, actor, commandId: 'c' as never }
  const { row } = makeEntry(emptyHead, event, 7, occasion)
  expect(row).toMatchObject({ staffId: 3, role: 'manager', kioskId: 'desk-4', commandId: 'c', atMs: 5 })
  expect(row).toMatchObject({ showId: 9, revision: 7, kind: 'prices-set', body: JSON.stringify(event) })
  expect(JSON.stringify(row)).not.toContain('Asha')
})
