import { expect, test } from 'vitest'
import { couponCode } from './input-parts.ts'
import { words } from './words.ts'

test('[A3] text keeps its lines and tabs; what nobody sees and no sheet takes is refused', () => {
  expect(words.parse(' Ann\n\tLee\r\n ')).toBe('Ann\n\tLee')
  for (const unseen of ['\0', '\u001B', '\u007F', '\u0085', '\uD800'])
    expect(words.safeParse(`Ann${unseen}x`).success).toBe(false)
  expect(words.parse('می\u200Cخواهم 😀')).toBe('می\u200Cخواهم 😀')
})

test('[P4] a coupon has at most fifty characters, counted as it is kept: in capitals', () => {
  expect(couponCode.parse('ß'.repeat(25))).toBe('S'.repeat(50))
  expect(couponCode.safeParse('ß'.repeat(26)).success).toBe(false)
})
