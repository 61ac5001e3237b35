import { expect, test } from 'vitest'
import { fc, test as propertyTest } from '@fast-check/vitest'
import { ticketDigits, ticketPlace } from './ticket-number.ts'

const place = fc.tuple(fc.nat(2 ** 24 - 1), fc.nat(255))

propertyTest.prop([place, place])(
  '[T1] two places never give one number, and each number leads back',
  (one, other) => {
    const digits = ticketDigits(...one)
    expect(digits).toMatch(/^[0-9A-F]{8}$/)
    for (const count of [4, 5, 6, 7, 8]) {
      const { sequence, line, every } = ticketPlace(digits.slice(-count))
      expect([line, sequence, every]).toEqual([one[1], one[0] % every, 16 ** count / 256])
    }
    expect(ticketDigits(...other) === digits).toBe(one.join() === other.join())
  },
)

test('[T1] digits begin again only after sixteen million rows, and never within one sale', () => {
  expect(ticketDigits(2 ** 24 + 5, 1)).toBe(ticketDigits(5, 1))
  expect(() => ticketDigits(5, 256)).toThrow('fewer tickets')
})
