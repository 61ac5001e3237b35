import { expect, test } from 'vitest'
import { ownDigits, sameReach } from './same-reach.ts'

const reach = (phone: string, email = '') => ({ phone, email })

test.for([
  ['98765 43210', '+91 98765-43210'],
  ['۰۹۱۲ ۳۴۵ ۶۷۸۹', '+98 912 345 6789'],
  ['12345', '12345'],
])('[P11] %s and %s are one number', ([one = '', other = '']) => {
  expect(sameReach(reach(one), reach(other))).toBe('phone')
  expect(sameReach(reach(other), reach(one))).toBe('phone')
})

test.for([
  ['98765 43210', '98765 43211'],
  ['12345', '98765 12345'],
  ['', ''],
  ['', '98765 43210'],
])('[P11] %j and %j are two numbers, or none', ([one = '', other = '']) => {
  expect(sameReach(reach(one), reach(other))).toBeNull()
})

test('[P11] an address is one in capitals or not, and none is nobody’s', () => {
  expect(sameReach(reach('12345', 'Zoe@example.com '), reach('54321', 'zoe@EXAMPLE.com'))).toBe('email')
  expect(sameReach(reach('12345', 'zoe@example.com'), reach('54321', 'ali@example.com'))).toBeNull()
  expect(sameReach(reach('', 'zoe@example.com'), reach(''))).toBeNull()
})

test('[P11] every spelling of a number has its last digits', () => {
  expect(ownDigits('+91 98765-43210')).toBe('6543210')
  expect(ownDigits('۱۲۳۴۵')).toBe('12345')
})
