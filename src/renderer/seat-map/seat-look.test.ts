import { expect, test } from 'vitest'
import { seatStateCode, seatStates } from '../../shared/domain/seat-state.ts'
import { seat } from './plans.fixture.ts'
import { isDimmed, lookCodeOf, lookOfCode, type SeatFacts } from './seat-look.ts'
import { ViewSeats } from './view-seats.ts'

const lookOf = (facts: SeatFacts, id: number) => lookOfCode(lookCodeOf(facts, seat(id)))
const nobody: SeatFacts['mine'] = new Set()

test('[L2] every state has its own look', () => {
  const states = Uint8Array.from(seatStates, (state) => seatStateCode[state])
  const looks = seatStates.map((_, id) => lookOf({ states, mine: nobody, asking: nobody }, id))
  expect(looks).toEqual(['free', 'held', 'reserved', 'paying', 'sold', 'blocked'])
})

test('one’s own held seat is mine, and what is asked for is asking before all', () => {
  const states = Uint8Array.of(seatStateCode.held, seatStateCode.available, seatStateCode.held)
  const facts = { states, mine: new Set([seat(0), seat(2)]), asking: new Set([seat(1), seat(2)]) }
  expect([0, 1, 2].map((id) => lookOf(facts, id))).toEqual(['mine', 'asking', 'asking'])
})

test('[H9] what this desk holds and has not in hand has its own look, as long as the house holds it', () => {
  const states = Uint8Array.of(seatStateCode.held, seatStateCode.held, seatStateCode.available)
  const aside = new Set([seat(1), seat(2)])
  const facts = { states, mine: nobody, asking: nobody, aside }
  expect([0, 1, 2].map((id) => lookOf(facts, id))).toEqual(['held', 'aside', 'free'])
  const seats = new ViewSeats(3)
  seats.setStates(states)
  seats.setMine(nobody, nobody, aside)
  expect([...seats.looks].map(lookOfCode)).toEqual(['held', 'aside', 'free'])
  seats.setMine(new Set([seat(1)]), nobody)
  expect([...seats.looks].map(lookOfCode)).toEqual(['held', 'mine', 'free'])
})

test('a code this build does not know is not offered', () => {
  expect(lookOf({ states: Uint8Array.of(99), mine: nobody, asking: nobody }, 0)).toBe('blocked')
})

test('[S1] a change elsewhere fades, one’s own answers at once', () => {
  const seats = new ViewSeats(2)
  const states = new Uint8Array(2)
  seats.setStates(states)
  states.fill(seatStateCode.held)
  seats.change([seat(0), seat(1)], 0)
  seats.setMine(new Set([seat(1)]), nobody)
  expect(seats.fades.tick(0).map(({ fade }) => fade.seatId)).toEqual([0])
})

test('only seats that look different are drawn anew', () => {
  const seats = new ViewSeats(3)
  const states = new Uint8Array(3)
  seats.setStates(states)
  states[1] = seatStateCode.sold
  seats.change([seat(0), seat(1), seat(2)], null)
  expect(seats.takeDirty()).toEqual(new Set([seat(1)]))
  expect(seats.takeDirty()).toEqual(new Set())
})

test('a seat given back loses its look without being named', () => {
  const seats = new ViewSeats(1)
  seats.setStates(new Uint8Array(1))
  seats.setMine(new Set([seat(0)]), nobody)
  seats.takeDirty()
  seats.setMine(nobody, nobody)
  expect(seats.takeDirty()).toEqual(new Set([seat(0)]))
})

test('[L2] where one price zone is looked for all other seats fade and keep their shape, but for one’s own', () => {
  const states = Uint8Array.of(seatStateCode.available, seatStateCode.sold, seatStateCode.held)
  const isBright = (id: number) => id === 1
  const facts = { states, mine: new Set([seat(2)]), asking: nobody, isBright }
  const codes = [0, 1, 2].map((id) => lookCodeOf(facts, seat(id)))
  expect(codes.map(isDimmed)).toEqual([true, false, false])
  expect(codes.map(lookOfCode)).toEqual(['free', 'sold', 'mine'])
})

test('only the seats that fade, or come back, are drawn anew', () => {
  const seats = new ViewSeats(3)
  seats.setStates(new Uint8Array(3))
  seats.setBright((id) => id === seat(0))
  expect(seats.takeDirty()).toEqual(new Set([seat(1), seat(2)]))
  seats.setBright(null)
  expect(seats.takeDirty()).toEqual(new Set([seat(1), seat(2)]))
  expect([...seats.looks].some(isDimmed)).toBe(false)
})
