import { expect, test } from 'vitest'
import type { SeatId } from './ids.ts'
import type { Passenger } from './pricing.ts'
import { actorAt, heldBooking, seatNumber, wanted } from './sale.fixture.ts'
import { nothingAround } from './seat-plan/seats-around.ts'
import { overrideUsed, refusalOfNameless, refusalOfSeatRules, refusalOfSingleSeats } from './seat-rules.ts'
import { houseTerms } from './terms.ts'

const seats = [seatNumber(0), seatNumber(1), seatNumber(2)]
const ids = (...seatIds: number[]) => seatIds as SeatId[]
/** Seats 0 to 2, and who sits there, where given. */
const sitting = (...genders: (Passenger['gender'] | null)[]) =>
  wanted(0, 1, 2).map((line, index) => {
    const gender = genders[index]
    return gender ? { ...line, passenger: { gender } } : line
  })

test('[L3] a woman’s seat is had by a woman; of a man, or where nobody says, it is refused by its name', () => {
  const around = { ...nothingAround, womens: ids(0, 2) }
  expect(refusalOfSeatRules(around, seats, sitting('female', 'male', 'female'))).toBeNull()
  for (const other of ['male', 'unspecified', null] as const)
    expect(refusalOfSeatRules(around, seats, sitting('female', null, other))).toEqual({
      code: 'LADIES_ONLY',
      seats: ['A3'],
    })
  expect(refusalOfSeatRules(around, seats, sitting())).toEqual({ code: 'LADIES_ONLY', seats: ['A1', 'A3'] })
})

test('[L3] a companion’s seat without its wheelchair place is refused by its name', () => {
  const around = { ...nothingAround, withoutWheelchair: ids(1) }
  expect(refusalOfSeatRules(around, seats, sitting())).toEqual({ code: 'COMPANION_ONLY', seats: ['A2'] })
  expect(refusalOfSeatRules(nothingAround, seats, sitting())).toBeNull()
})

test('[H14] only a show that refuses refuses; only a manager’s reason gets past it, and only then is it kept', () => {
  const around = { ...nothingAround, leftAlone: ['A4'] }
  const terms = (singleSeatRule: 'off' | 'warn' | 'refuse') => ({ ...houseTerms, singleSeatRule })
  const [clerk, manager] = [actorAt('desk-1'), actorAt('office', 'manager')]
  const override = { reason: 'school class' }
  expect(refusalOfSingleSeats(around, terms('off'), undefined, clerk)).toBeNull()
  expect(refusalOfSingleSeats(around, terms('warn'), undefined, clerk)).toBeNull()
  const refused = { code: 'SINGLE_SEAT', seats: ['A4'] }
  expect(refusalOfSingleSeats(around, terms('refuse'), undefined, clerk)).toEqual(refused)
  expect(refusalOfSingleSeats(around, terms('refuse'), undefined, manager)).toEqual(refused)
  const notAllowed = { code: 'NOT_ALLOWED', role: 'clerk' }
  expect(refusalOfSingleSeats(around, terms('refuse'), override, clerk)).toEqual(notAllowed)
  expect(refusalOfSingleSeats(around, terms('refuse'), override, manager)).toBeNull()
  expect(refusalOfSingleSeats(around, terms('refuse'), override, actorAt('office', 'admin'))).toBeNull()
  expect(refusalOfSingleSeats(nothingAround, terms('refuse'), undefined, clerk)).toBeNull()

  expect(overrideUsed(around, terms('refuse'), override)).toEqual({ override })
  expect(overrideUsed(around, terms('warn'), override)).toEqual({})
  expect(overrideUsed(nothingAround, terms('refuse'), override)).toEqual({})
})

test('[L3] where a show keeps a list, the first seat whose passenger has no name or no age is named; where not, nobody is asked', () => {
  const [first, second] = heldBooking().lines
  if (!first || !second) throw new Error('the sample has two lines')
  const named = { ...first, name: 'Asha', age: 34 }
  const asks = { asksNames: true }
  const missing = (detail: string) => ({
    code: 'INVALID_INPUT',
    field: 'passenger',
    problem: 'empty',
    detail,
  })
  expect(refusalOfNameless([named, { ...second, name: 'Ravi', age: 0 }], asks)).toBeNull()
  expect(refusalOfNameless([named, { ...second, name: 'Ravi' }], asks)).toEqual(missing('A2'))
  expect(refusalOfNameless([{ ...first, age: 34 }, second], asks)).toEqual(missing('A1'))
  expect(refusalOfNameless([first, second], { asksNames: false })).toBeNull()
})
