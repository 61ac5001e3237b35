import { expect, test } from 'vitest'
import { fc, test as propertyTest } from '@fast-check/vitest'
import { Ulids, base32, timeOfUlid } from './ulid.ts'

const zeros = (count: number) => new Uint8Array(count)

test('[T1] bytes are written in letters that people can read aloud', () => {
  expect(base32(Uint8Array.of())).toBe('')
  expect(base32(Uint8Array.of(0xff))).toBe('ZW')
  expect(base32(zeros(5))).toBe('00000000')
})

propertyTest.prop([fc.uint8Array({ maxLength: 40 })])(
  '[T1] letters are the bits of the bytes, five by five, and nothing is lost',
  (bytes) => {
    const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
    const padded = bits.padEnd(Math.ceil(bits.length / 5) * 5, '0')
    const fives = padded.match(/.{5}/g) ?? []
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    expect(base32(bytes)).toBe(fives.map((five) => letters[Number.parseInt(five, 2)]).join(''))
  },
)

propertyTest.prop([fc.array(fc.nat(2 ** 40), { minLength: 2, maxLength: 30 })])(
  '[I22] every id sorts after the one before, whatever the clock says',
  (times) => {
    const ulids = new Ulids((count) => Uint8Array.from({ length: count }, (_, at) => (at * 77) & 0xff))
    const made = times.map((atMs) => ulids.next(atMs))
    expect(made.toSorted()).toEqual(made)
    expect(new Set(made).size).toBe(made.length)
    for (const id of made) expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  },
)

test('[I22] in one millisecond an id is one more than the last, over the edge of a byte too', () => {
  const ulids = new Ulids((count) =>
    Uint8Array.from({ length: count }, (_, at) => (at === count - 1 ? 0xff : 0)),
  )
  expect(ulids.next(1)).toBe('0000000001000000000000007Z')
  expect(ulids.next(1)).toBe('00000000010000000000000080')
})

test('[I22] a new millisecond draws new chance: ids of two makers differ', () => {
  let draws = 0
  const ulids = new Ulids((count) => Uint8Array.from({ length: count }, () => (draws += 1) & 0xff))
  ulids.next(1)
  ulids.next(1)
  ulids.next(2)
  expect(draws).toBe(20)
})

test('[P5] an id says when it was made; what is no id says nothing', () => {
  const atMs = Date.UTC(2026, 10, 20, 12)
  expect(timeOfUlid(new Ulids(zeros).next(atMs))).toBe(atMs)
  expect(timeOfUlid('payment-10')).toBeNull()
  expect(timeOfUlid('01ABC')).toBeNull()
})
