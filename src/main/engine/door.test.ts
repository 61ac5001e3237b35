// A show's door through the whole engine: typed numbers, doors that were offline, and how many guests are in.

import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import type { CommandId, SeatId } from '../../shared/domain/ids.ts'
import type { News } from '../../shared/contract/topics.ts'
import { bytesOfBase32 } from '../../shared/lib/ulid.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { signerOf } from '../house/ticket-key.ts'
import { TestHouse, holdOf, payOf, show1, show2 } from './test-house.ts'

async function sold(house: TestHouse, seats: readonly number[], cart = 'cart') {
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf(seats, { cart }))
  await house.done('desk-1', 'pay-booking', payOf(booking))
  const { bookingId } = booking
  const { tickets } = await house.done('desk-1', 'tickets', { bookingId })
  return { bookingId, codes: tickets.map(({ code }) => code), numbers: tickets.map(({ number }) => number) }
}

const letIn = (house: TestHouse, code: string, showId = show1) =>
  house.done('gate', 'check-in', { showId, code })

test('[T3] a number that is typed lets in once, whole or by its last eight digits; fewer digits are nobody’s', async () => {
  const house = new TestHouse()
  const { numbers, codes, bookingId } = await sold(house, [0, 1, 2])
  const [first = '', second = '', third = ''] = numbers
  expect(await letIn(house, first.toLowerCase())).toMatchObject({
    answer: 'valid',
    label: 'A1',
    number: first,
  })
  expect(await letIn(house, first.slice(-8))).toMatchObject({ answer: 'used', section: 'Stalls' })
  expect(await letIn(house, codes[0] ?? '')).toMatchObject({ answer: 'used', ofShowId: show1 })
  expect(await letIn(house, second.slice(-8), show2)).toMatchObject({ answer: 'wrong-show', ofShowId: show1 })
  expect(await letIn(house, second.slice(-7))).toMatchObject({ answer: 'unknown', number: null })
  expect(await letIn(house, '00000000')).toMatchObject({ answer: 'unknown' })
  await house.done('desk-1', 'reprint-tickets', { bookingId })
  expect(await letIn(house, codes[1] ?? '')).toMatchObject({ answer: 'void' })
  expect(await letIn(house, second)).toMatchObject({ answer: 'valid' })
  await house.done('manager', 'cancel-booking', { bookingId, reason: 'Rain' })
  expect(await letIn(house, third)).toMatchObject({ answer: 'void', label: 'A3' })
  expect(checkInvariants(house.store)).toEqual([])
})

test('[C3] [T3] a door that hands in again under the same id gets its first answer, and was there when it says', async () => {
  const house = new TestHouse()
  const { codes } = await sold(house, [0])
  house.clock.atMs += 2 * 60_000
  const scannedAtMs = house.clock.atMs - 60_000
  const input = { showId: show1, code: codes[0] ?? '', scannedAtMs }
  const commandId = 'door-0001' as CommandId
  const first = await house.ask('gate', 'check-in', input, commandId)
  expect(first).toMatchObject({ kind: 'done', value: { answer: 'valid' } })
  expect(await house.ask('gate', 'check-in', input, commandId)).toEqual(first)
  const other = await house.done('gate', 'check-in', { showId: show1, code: codes[0] ?? '' })
  expect(other).toMatchObject({ answer: 'used', usedAtMs: scannedAtMs })
  expect(house.store.all('checkIn')).toHaveLength(1)
  expect(checkInvariants(house.store)).toEqual([])
})

test('[T3] [K1] whoever stands at the door hears how many are in, by section, of how many; who leaves is out', async () => {
  const house = new TestHouse()
  const { codes } = await sold(house, [0, 1])
  const party = await sold(house, [5, 6], 'party')
  await letIn(house, codes[0] ?? '')
  await letIn(house, party.codes[0] ?? '')
  const heard: News[] = []
  const end = house.desk('gate').subscribe({ kind: 'door', showId: show1 }, (news) => heard.push(news))
  const stalls = () => {
    const news = heard.at(-1)
    return news?.kind === 'door' ? news.sections.find(({ name }) => name === 'Stalls') : undefined
  }
  expect(stalls()).toEqual({ name: 'Stalls', sold: 4, letIn: 2 })
  await letIn(house, codes[1] ?? '')
  expect(stalls()).toEqual({ name: 'Stalls', sold: 4, letIn: 3 })
  await sold(house, [2], 'other')
  expect(stalls()).toEqual({ name: 'Stalls', sold: 5, letIn: 3 })
  const before = heard.length
  await house.done('desk-1', 'hold-seats', holdOf([3], { cart: 'third' }))
  await letIn(house, codes[1] ?? '')
  expect(heard).toHaveLength(before)
  // A guest who is inside gives the seat back: the count is made again.
  const { bookingId } = party
  await house.done('desk-1', 'return-seats', { bookingId, seatIds: [5 as SeatId], reason: 'Ill' })
  expect(stalls()).toEqual({ name: 'Stalls', sold: 4, letIn: 2 })
  end()
  await sold(house, [4], 'fourth')
  expect(stalls()).toEqual({ name: 'Stalls', sold: 4, letIn: 2 })
})

test('[T1] a door gets the public half of the key, and nothing of the other', async () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const signer = signerOf(privateKey)
  const house = new TestHouse({ signer })
  const { publicKey } = await house.done('gate', 'door-key', {})
  const raw = Buffer.from(bytesOfBase32(publicKey) ?? [])
  expect(raw.toString('base64url')).toBe(signer.publicKey.export({ format: 'jwk' }).x)
})
