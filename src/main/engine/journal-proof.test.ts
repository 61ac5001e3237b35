import { expect, test } from 'vitest'
import { PROVEN_ROWS_MAX } from '../../shared/contract/limits.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import { change } from '../store/rows.ts'
import { sequenceAfter } from './sequence-after.ts'
import { TestHouse, holdOf, openingMs, payOf } from './test-house.ts'

type Proof = Output<'prove-journal'>

const whole = { after: 0, hash: null, upTo: null }

/** As the screen does it: piece by piece, each continuing from the one before. */
async function prove(house: TestHouse, from: Input<'prove-journal'> = whole): Promise<Proof> {
  let proof = await house.done('manager-1', 'prove-journal', from)
  while (!proof.isAll && proof.broken === null) {
    const { sequence: after, hash } = proof
    // oxlint-disable-next-line no-await-in-loop -- each piece goes on from the one before
    proof = await house.done('manager-1', 'prove-journal', { ...from, after, hash })
  }
  return proof
}

async function sold(): Promise<TestHouse> {
  const house = new TestHouse()
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  await house.done('desk-1', 'pay-booking', payOf(booking))
  return house
}

/** More rows than one answer covers. */
async function longHouse(): Promise<TestHouse> {
  const house = new TestHouse()
  const rows = Array.from({ length: PROVEN_ROWS_MAX }, (_, index) => index)
  const customer = { kind: 'customer', phone: '', email: '', vip: false } as const
  house.engine.furnish(
    rows.map((index) => {
      const entry = { ...customer, customerId: (100 + index) as never, name: `${index}` }
      return { type: 'entry-saved', entry } as const
    }),
    [],
  )
  return house
}

test('[I25] a journal as it was recorded is followed to its last row, whose hash is told', async () => {
  const house = await sold()
  const last = house.store.all('journal').at(-1)
  expect(await prove(house)).toEqual({
    sequence: last?.sequence,
    hash: Buffer.from(last?.hash ?? []).toString('hex'),
    broken: null,
    isAll: true,
    newest: last?.sequence,
  })
})

test('[I25] a row that somebody changed is named, and so is the one after a row that is gone', async () => {
  const changed = await sold()
  const { sequence, body } = changed.store.all('journal').at(-2) ?? { sequence: 0, body: '' }
  changed.store.write([change('journal', { sequence }, { body: body.replace('A1', 'A2') })])
  expect(await prove(changed)).toMatchObject({ broken: sequence, sequence: sequence - 1, isAll: false })

  const cut = await sold()
  cut.store.write([{ drop: 'journal', where: { sequence } }])
  expect(await prove(cut)).toMatchObject({ broken: sequence + 1, sequence: sequence - 1 })
})

test('[I25] a long journal is proven in pieces, across which the chain goes on', async () => {
  const house = await longHouse()
  const first = await house.done('manager-1', 'prove-journal', whole)
  expect(first).toMatchObject({ sequence: PROVEN_ROWS_MAX, broken: null, isAll: false })
  expect(await prove(house)).toMatchObject({ broken: null, sequence: house.engine.sequence })
  // Row 5 has another hash than when it was proven: it was rewritten between two pieces.
  const hash = 'ab'.repeat(32)
  const next = await house.done('manager-1', 'prove-journal', { after: 5, hash, upTo: null })
  expect(next).toMatchObject({ broken: 5, isAll: false })
  house.store.write([change('journal', { sequence: PROVEN_ROWS_MAX + 3 }, { kioskId: 'desk-9' as never })])
  expect(await prove(house)).toMatchObject({ broken: PROVEN_ROWS_MAX + 3, sequence: PROVEN_ROWS_MAX + 2 })
})

test('[I25] a stretch is proven from its own first row; what is wrong outside is not its concern', async () => {
  const house = await sold()
  const stretch = { after: 10, hash: null, upTo: 12 }
  expect(await prove(house, stretch)).toMatchObject({ sequence: 12, broken: null, isAll: true })
  house.store.write([change('journal', { sequence: 13 }, { atMs: 1 })])
  expect(await prove(house, stretch)).toMatchObject({ broken: null })
  house.store.write([change('journal', { sequence: 11 }, { atMs: 1 })])
  expect(await prove(house, stretch)).toMatchObject({ broken: 11, sequence: 10 })
  house.store.write([{ drop: 'journal', where: { sequence: 10 } }])
  expect(await prove(house, stretch)).toMatchObject({ broken: 10 })
})

test('[A7] the first row after an instant is found, and the next one where none is later', async () => {
  const house = new TestHouse()
  const before = house.engine.sequence
  house.clock.atMs += 1000
  await house.done('desk-1', 'hold-seats', holdOf([0]))
  const at = (atMs: number) => sequenceAfter(house.store, atMs)
  expect([at(0), at(openingMs), at(openingMs + 999)]).toEqual([1, before + 1, before + 1])
  expect(at(openingMs + 1000)).toBe(house.engine.sequence + 1)
})
