import { onTestFinished, expect, test } from 'vitest'
import type { CommandId } from '../../shared/domain/ids.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { TestHouse, holdOf, payOf } from '../engine/test-house.ts'
import { nameOfHouse } from './house-epoch.ts'
import { type KeptCommand, KeptCommands, openKioskFile } from './kept-commands.ts'

const asked = (commandId: string): KeptCommand => ({
  commandId: commandId as CommandId,
  name: 'cancel-booking',
  input: { bookingId: commandId, reason: 'گرفته شد' },
  askedAtMs: 1,
})

function open(folder: string): KeptCommands {
  const kept = new KeptCommands(openKioskFile(folder))
  onTestFinished(() => kept.close())
  return kept
}

test('[SYNC 5.2] what was asked and not answered is there after a new start, as it was, in the order of asking', () => {
  const folder = tempFolder()
  const before = open(folder)
  for (const id of ['b', 'a', 'c']) before.put(asked(id))
  before.settle('a' as CommandId, { kind: 'done', value: {} }, null, 0)
  expect(open(folder).open()).toEqual([asked('b'), asked('c')])
})

test('[SYNC 5.2] the same command asked again is one, and one that was answered stays answered', () => {
  const kept = open(tempFolder())
  kept.put(asked('a'))
  kept.put({ ...asked('a'), input: { other: true } })
  expect(kept.open()).toEqual([asked('a')])
  kept.settle('a' as CommandId, { kind: 'done', value: {} }, null, 0)
  kept.put(asked('a'))
  kept.drop('a' as CommandId)
  expect(kept.open()).toEqual([])
})

test('[SYNC 5.3] what was never executed and is wanted by nobody is forgotten', () => {
  const kept = open(tempFolder())
  kept.put(asked('a'))
  kept.drop('a' as CommandId)
  expect(kept.open()).toEqual([])
})

test('[SYNC 5.3] what was asked once is known, answered or not, until it is forgotten', () => {
  const kept = open(tempFolder())
  kept.put(asked('a'))
  kept.put(asked('b'))
  kept.settle('b' as CommandId, { kind: 'done', value: {} }, null, 0)
  kept.drop('a' as CommandId)
  expect(['a', 'b', 'c'].map((id) => kept.has(id as CommandId))).toEqual([false, true, false])
})

/** The answer that a kiosk got to a sale of these seats. */
async function soldIn(house: TestHouse, seats: readonly number[]) {
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf(seats, { cart: `cart-${seats[0]}` }))
  return { booking, answer: await house.ask('desk-1', 'pay-booking', payOf(booking)) }
}

const beginning = { toldAtMs: 0, place: 0 }

test('[SYNC 5.6] what was sold is a receipt of the house that said so: its tickets, seats, money, and no name', async () => {
  const house = new TestHouse()
  const name = nameOfHouse(house.store)
  if (!name) throw new Error('nothing happened in it')
  const kept = open(tempFolder())
  for (const [at, seats] of [[1, 2], [4]].entries()) {
    const { answer } = await soldIn(house, seats)
    kept.put(asked(`pay-${at}`))
    kept.settle(`pay-${at}` as CommandId, answer, name, 0)
  }
  kept.put(asked('refused'))
  kept.settle('refused' as CommandId, { kind: 'refused', refusal: { code: 'BUSY' } }, name, 0)
  const first = kept.receipts(name.root, beginning, 1)
  expect(first.receipts).toMatchObject([
    {
      house: name,
      commandId: 'pay-0',
      state: 'confirmed',
      seats: [{ label: 'A2' }, { label: 'A3' }],
      totalMinor: 420_00,
      ways: [{ mode: 'CASH', amountMinor: 420_00 }],
    },
  ])
  expect(first.receipts[0]?.numbers).toHaveLength(2)
  const second = kept.receipts(name.root, first.next ?? beginning, 10)
  expect(second.receipts.map(({ commandId }) => commandId)).toEqual(['pay-1'])
  expect(second.next).toBeNull()
  expect(kept.receipts('another', beginning, 10)).toEqual({ receipts: [], next: null })
})

test('[SYNC 4.7] receipts are read in the order in which they were told, so that what became of an older sale is among those since', async () => {
  const house = new TestHouse()
  const name = nameOfHouse(house.store)
  const kept = open(tempFolder())
  const { booking, answer } = await soldIn(house, [1])
  const cancelled = await house.ask('desk-1', 'cancel-booking', {
    bookingId: booking.bookingId,
    reason: 'ill',
  })
  const soldAtMs = house.engine.nowMs()
  for (const [id, told, toldAtMs] of [
    ['pay', answer, soldAtMs],
    ['cancel', cancelled, soldAtMs + 5000],
  ] as const) {
    kept.put(asked(id))
    kept.settle(id as CommandId, told, name, toldAtMs)
  }
  const since = (toldAtMs: number) => kept.receipts(name?.root ?? '', { toldAtMs, place: 0 }, 10).receipts
  expect(since(soldAtMs + 1).map(({ commandId }) => commandId)).toEqual(['cancel'])
  expect(since(0).map(({ commandId }) => commandId)).toEqual(['pay', 'cancel'])
})

test('[SYNC 4.7] a receipt stays what it was, also where a house that has forgotten the sale answers otherwise', async () => {
  const house = new TestHouse()
  const name = nameOfHouse(house.store)
  const { answer } = await soldIn(house, [1])
  const kept = open(tempFolder())
  kept.put(asked('pay'))
  kept.settle('pay' as CommandId, answer, name, 0)
  kept.settle('pay' as CommandId, { kind: 'refused', refusal: { code: 'NOT_FOUND' } }, name, 0)
  expect(kept.receipts(name?.root ?? '', beginning, 10).receipts).toHaveLength(1)
})

test('[V15] the file of an earlier version is read on, and what it has of answers is no receipt', () => {
  const folder = tempFolder()
  const earlier = openKioskFile(folder)
  earlier.exec(`CREATE TABLE command (
    place INTEGER PRIMARY KEY, command_id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, input TEXT NOT NULL,
    asked_at_ms INTEGER NOT NULL, answer TEXT) STRICT;
    INSERT INTO command VALUES (1, 'a', 'cancel-booking', '{}', 1, '{"kind":"done","value":{}}')`)
  earlier.close()
  const kept = open(folder)
  kept.put(asked('b'))
  expect(kept.open()).toEqual([asked('b')])
  expect(kept.has('a' as CommandId)).toBe(true)
  expect(kept.receipts('', beginning, 10).receipts).toEqual([])
})
