import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TicketTypeId } from './ids.ts'
import { couponRefusal, discountOf, passengerOf, priceLines, totalsOf } from './pricing.ts'
import { isRefusal } from './refusal.ts'
import { sampleCoupon, sampleShow, seatNumber, start, wanted } from './sale.fixture.ts'
import { Bug } from '../lib/assert.ts'

function priced(
  ...[seats, lines, coupon]: Parameters<typeof priceLines> extends [infer _, ...infer Rest] ? Rest : never
) {
  const result = priceLines(sampleShow, seats, lines, coupon)
  if (isRefusal(result)) throw new Bug(JSON.stringify(result))
  return result
}

test('[P4] 2 × ₹200 with 10 % and at most ₹100 is 400 − 40 + 20 = 380', () => {
  const { totals } = priced([seatNumber(0), seatNumber(1)], wanted(0, 1), sampleCoupon)
  expect(totals).toEqual({
    currency: 'INR',
    baseMinor: 400_00,
    discountMinor: 40_00,
    feeMinor: 20_00,
    totalMinor: 380_00,
  })
})

test('[P4] the discount stops at its maximum, at the paisa', () => {
  expect(discountOf(1000_00, sampleCoupon)).toBe(100_00)
  expect(discountOf(999_99, sampleCoupon)).toBe(100_00)
  expect(discountOf(999_94, sampleCoupon)).toBe(99_99)
  expect(discountOf(50_000_00, sampleCoupon)).toBe(100_00)
})

test('[P4] a discount is rounded half up and is never more than the base', () => {
  expect(discountOf(5, sampleCoupon)).toBe(1)
  expect(discountOf(4, sampleCoupon)).toBe(0)
  expect(discountOf(70, { ...sampleCoupon, percent: 200 })).toBe(70)
  expect(discountOf(400_00, null)).toBe(0)
})

test('[P3] the fee is per seat and has no discount; total = base − discount + fee', () => {
  const whole = { ...sampleCoupon, percent: 100, discountMaxMinor: 1e9 }
  expect(priced([seatNumber(0)], wanted(0), whole).totals).toMatchObject({
    discountMinor: 200_00,
    feeMinor: 10_00,
    totalMinor: 10_00,
  })
})

test('[P10] the discount is split over the seats by their prices, so that each knows what it refunds', () => {
  const seats = [seatNumber(0), seatNumber(1, 1), seatNumber(2)]
  const { lines, totals } = priced(seats, wanted(0, 1, 2), { ...sampleCoupon, percent: 33.33 })
  expect(totals.discountMinor).toBe(100_00)
  expect(lines.map((line) => line.discountMinor)).toEqual([40_00, 20_00, 40_00])
})

test('[P2] a line carries the names and the price of its moment', () => {
  const lines = [{ seatId: seatNumber(3).seatId, ticketTypeId: 1 as TicketTypeId }]
  expect(priced([seatNumber(3)], lines, null).lines).toEqual([
    {
      seatId: 3,
      label: 'A4',
      section: 'Stalls',
      ticketTypeId: 1,
      ticketType: 'Student',
      priceMinor: 150_00,
      discountMinor: 0,
      feeMinor: 10_00,
    },
  ])
})

test.for([
  [2, 0],
  [1, 1],
  [0, 9],
  [9, 0],
] as const)('[P2] a seat of category %i does not admit ticket type %i', ([category, type]) => {
  const lines = [{ seatId: seatNumber(0).seatId, ticketTypeId: type as TicketTypeId }]
  expect(priceLines(sampleShow, [seatNumber(0, category)], lines, null)).toMatchObject({
    code: 'INVALID_INPUT',
    problem: 'type-not-admitted',
  })
})

test('[P1] a seat that was not read is a bug, never a price', () => {
  expect(() => priceLines(sampleShow, [], wanted(0), null)).toThrow(Bug)
})

test('[P1] whatever the prices and the coupon, lines add up to totals and nothing is negative', () => {
  const amount = fc.nat({ max: 1_000_000_000 })
  const line = fc.record({ price: amount, type: fc.constant(0) })
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 10 }),
      fc.record({ percent: fc.integer({ min: 0, max: 10_000 }), max: amount, fee: fc.nat({ max: 10_000 }) }),
      (rows, { percent, max, fee }) => {
        const show = {
          ...sampleShow,
          prices: rows.map(({ price }) => [price]),
          terms: { ...sampleShow.terms, feeMinor: fee },
        }
        const coupon = { ...sampleCoupon, percent: percent / 100, discountMaxMinor: max }
        const seats = rows.map((_, index) => seatNumber(index, index))
        const result = priceLines(show, seats, wanted(...rows.keys()), coupon)
        if (isRefusal(result)) throw new Bug('every category has a price')
        const { lines, totals } = result
        expect(totals).toEqual(totalsOf(lines, 'INR'))
        expect(totals.discountMinor).toBe(discountOf(totals.baseMinor, coupon))
        expect(totals.discountMinor).toBeLessThanOrEqual(Math.min(max, totals.baseMinor))
        for (const { priceMinor, discountMinor } of lines) {
          expect(discountMinor).toBeGreaterThanOrEqual(0)
          expect(discountMinor).toBeLessThanOrEqual(priceMinor)
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('[P4] a coupon is valid from its first millisecond until before its last', () => {
  const at = (nowMs: number) => couponRefusal('TENOFF', sampleCoupon, nowMs)
  expect(at(start - 1)).toEqual({ code: 'INVALID_COUPON', coupon: 'TENOFF', reason: 'not-yet' })
  expect(at(start)).toBeNull()
  expect(at(sampleCoupon.validUntilMs - 1)).toBeNull()
  expect(at(sampleCoupon.validUntilMs)).toMatchObject({ reason: 'over' })
})

test('[P4] a coupon is used up at its limit; without a limit never', () => {
  const used = (uses: number, usesMax: number | null) =>
    couponRefusal('TENOFF', { ...sampleCoupon, uses, usesMax }, start)
  expect(used(2, 3)).toBeNull()
  expect(used(3, 3)).toMatchObject({ reason: 'used-up' })
  expect(used(0, 0)).toMatchObject({ reason: 'used-up' })
  expect(used(1_000_000, null)).toBeNull()
})

test('[P4] a coupon that is switched off or not there is refused as typed', () => {
  expect(couponRefusal('TENOFF', { ...sampleCoupon, active: false }, start)).toMatchObject({
    reason: 'inactive',
  })
  expect(couponRefusal('NOPE', null, start)).toEqual({
    code: 'INVALID_COUPON',
    coupon: 'NOPE',
    reason: 'unknown',
  })
})

test('[L3] a line keeps who sits there where somebody said so, and nothing where nobody did', () => {
  const genders = ['female', 'male', 'unspecified'] as const
  const lines = wanted(0, 1, 2, 3).map((line, index) => {
    const gender = genders[index]
    return gender ? { ...line, passenger: { gender } } : line
  })
  const { lines: kept } = priced(
    [0, 1, 2, 3].map((seatId) => seatNumber(seatId)),
    lines,
    null,
  )
  expect(kept.map(({ gender }) => gender)).toEqual(['female', 'male', undefined, undefined])
  expect(kept.map((line) => 'gender' in line)).toEqual([true, true, false, false])
  expect(kept.map(passengerOf)).toEqual([
    { gender: 'female' },
    { gender: 'male' },
    { gender: 'unspecified' },
    { gender: 'unspecified' },
  ])
})
