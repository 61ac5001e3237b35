import { expect, test } from 'vitest'
import type { SeatId, TicketTypeId } from '../../../shared/domain/ids.ts'
import { commonTypes, nextType, offeredWith, typeOfAll } from './types-for-all.ts'

const row = {
  ticketTypes: ['Normal', 'Child', 'Senior'],
  prices: [
    [200, 100, 150],
    [300, null, 250],
  ],
}
const plan = { category: Uint8Array.of(0, 0, 1) }
const line = (seatId: number, ticketTypeId = 0) => ({
  seatId: seatId as SeatId,
  ticketTypeId: ticketTypeId as TicketTypeId,
})

test('[P2] only a type that every chosen seat admits can be said of all of them', () => {
  expect(commonTypes(row, plan, [line(0), line(1)])).toEqual([0, 1, 2])
  expect(commonTypes(row, plan, [line(0), line(2)])).toEqual([0, 2])
})

test('[P2] seats of one type have it in common, others none', () => {
  expect([typeOfAll([line(0, 1), line(1, 1)]), typeOfAll([line(0, 1), line(1, 2)]), typeOfAll([])]).toEqual([
    1,
    null,
    null,
  ])
})

test('[P2] a type that was taken off sale meanwhile stays in sight where it is chosen: another is not said in its place', () => {
  const types = [1, 2] as TicketTypeId[]
  expect(offeredWith(types, 0 as TicketTypeId)).toEqual([0, 1, 2])
  expect(offeredWith(types, 2 as TicketTypeId)).toEqual([1, 2])
  expect(offeredWith([], 0 as TicketTypeId)).toEqual([0])
})

test('one key goes through the types and begins again', () => {
  const types = [0, 2] as TicketTypeId[]
  const after = (now: number | null) => nextType(types, now as TicketTypeId | null)
  expect([after(null), after(0), after(2), after(1)]).toEqual([0, 2, 0, 0])
  expect(nextType([], null)).toBeUndefined()
})
