import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Currency,
  decimalText,
  isCurrency,
  latinDigits,
  minorDigits,
  parseAmount,
  percentOf,
  splitByWeight,
} from './money.ts'

test('[P4] a percentage is rounded half up, on both sides of the half', () => {
  expect(percentOf(1_04, 50)).toBe(52)
  expect(percentOf(1_05, 50)).toBe(53)
  expect(percentOf(49, 1)).toBe(0)
  expect(percentOf(50, 1)).toBe(1)
  expect(percentOf(199, 12.5)).toBe(25)
})

test('[P4] a percentage with two decimals is exact: 0.29 % of 100,000 is 290, which a float says is 289.99…', () => {
  expect(percentOf(100_000, 0.29)).toBe(290)
  expect(percentOf(10_000, 33.33)).toBe(3333)
  expect(percentOf(10_000, 0)).toBe(0)
})

test('[P1] an amount too large to be exact is a bug that shows, never a wrong sum', () => {
  expect(() => percentOf(Number.MAX_SAFE_INTEGER, 100)).toThrow('out of range')
})

const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 40 })

test('[P10] shares are whole, add up to the total and are each less than one unit from their ratio', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), weights, (total, ratio) => {
      const shares = splitByWeight(total, ratio)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total)
      const sum = ratio.reduce((whole, weight) => whole + BigInt(weight), 0n)
      if (sum === 0n) return
      for (const [index, share] of shares.entries()) {
        expect(Number.isSafeInteger(share) && share >= 0).toBe(true)
        const off = BigInt(share) * sum - BigInt(total) * BigInt(ratio[index] ?? 0)
        expect(off > -sum && off < sum).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})

test('[P10] the first of equals gets the odd unit', () => {
  expect(splitByWeight(100, [1, 1, 1])).toEqual([34, 33, 33])
  expect(splitByWeight(5, [1, 1, 1])).toEqual([2, 2, 1])
  expect(splitByWeight(7, [0, 0])).toEqual([4, 3])
  expect(splitByWeight(40_00, [200_00, 200_00])).toEqual([20_00, 20_00])
})

test('[P10] a share is exact where the product of total and weight is beyond a float', () => {
  expect(splitByWeight(999_999_999_999, [999_999_999, 999_999_998, 1])).toEqual([
    500_000_000_000, 499_999_999_499, 500,
  ])
  // Each weight times 414. With floats the second share comes out one short, and the first would get that unit.
  expect(splitByWeight(308_867_092_920, [223_719_615, 522_336_165])).toEqual([
    92_619_920_610, 216_247_172_310,
  ])
})

test('[P1] a seat whose price is nothing has no share of a discount', () => {
  expect(splitByWeight(31, [100, 0, 100])).toEqual([16, 0, 15])
})

test.for([
  ['420', 'INR', 420_00],
  ['420.5', 'INR', 420_50],
  ['420,50', 'INR', 420_50],
  ['1,420.00', 'INR', 1_420_00],
  ['1.420,00', 'EUR', 1_420_00],
  ['1,420', 'INR', 1_420_00],
  ['1,42,000', 'INR', 142_000_00],
  ['12,34,567.8', 'INR', 1_234_567_80],
  ['1 420', 'INR', 1_420_00],
  ['1\u202f420,5', 'EUR', 1_420_50],
  ['۴۲۰٫۵', 'IRR', 420_50],
  ['۱٬۴۲۰', 'IRR', 1_420_00],
  ['٤٢٠', 'INR', 420_00],
  ['४२०', 'INR', 420_00],
  ['420.', 'INR', 420_00],
  ['0', 'INR', 0],
  ['500', 'JPY', 500],
  ['1,500', 'JPY', 1500],
  ['1.250', 'KWD', 1_250],
  ['1.2505', 'KWD', null],
  ['12.5', 'JPY', null],
  ['420.5000', 'INR', null],
  ['12.34.56', 'INR', null],
  ['', 'INR', null],
  ['.', 'INR', null],
  ['.5', 'INR', null],
  ['-5', 'INR', null],
  ['+5', 'INR', null],
  ['1e3', 'INR', null],
  ['0x10', 'INR', null],
  ['₹5', 'INR', 500],
  ['₹ 1,300.50', 'INR', 130_050],
  ['5 rupees', 'INR', null],
  ['99999999999999999', 'INR', null],
  ['10000000000', 'INR', 1_000_000_000_000],
  ['10000000000.01', 'INR', null],
  ['0.001', 'INR', null],
  ['0,500', 'INR', null],
  ['0.500', 'KWD', 500],
  ['0.50', 'INR', 50],
  ['\u200e₹1,420.00', 'INR', 1_420_00],
  ['\u200e₹۱٬۴۲۰٫۰۰', 'INR', 1_420_00],
  ['\u2066\u200f۴۲۰\u2069', 'INR', 420_00],
] as const)('[P1] [E1] %s typed as %s is read as %s', ([text, currency, minor]) => {
  expect(parseAmount(text, currency)).toBe(minor)
})

test('[P1] what is written exactly is read back as it was, in every currency', () => {
  const currencies = Object.keys(minorDigits) as Currency[]
  fc.assert(
    fc.property(fc.constantFrom(...currencies), fc.nat({ max: 1_000_000_000_000 }), (currency, minor) => {
      expect(parseAmount(decimalText(minor, currency), currency)).toBe(minor)
    }),
  )
})

test('[P1] the exact text has the digits of ISO 4217, not those of Intl', () => {
  expect(decimalText(123_450, 'INR')).toBe('1234.50')
  expect(decimalText(5, 'INR')).toBe('0.05')
  expect(decimalText(-5, 'KWD')).toBe('-0.005')
  expect(decimalText(500, 'JPY')).toBe('500')
  expect(decimalText(100, 'IRR')).toBe('1.00')
})

test('[E1] digits of three scripts are read as one, and other letters stay', () => {
  expect(latinDigits('۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ ०१२३४५६७८९ A9')).toBe('0123456789 0123456789 0123456789 A9')
})

test('[P1] only currencies of the table are currencies', () => {
  expect(isCurrency('INR')).toBe(true)
  expect(isCurrency('XXX')).toBe(false)
  expect(isCurrency('toString')).toBe(false)
})
