import { expect, test } from 'vitest'
import { readPercent } from './read-percent.ts'

test('[A2] a percentage is read with a sign, two decimals and digits of either language', () => {
  expect(['+10', '-2.5', '−90', '۱۰٪', '900 %', '2٫25'].map(readPercent)).toEqual([
    10, -2.5, -90, 10, 900, 2.25,
  ])
})

test('[A2] each thing that is wrong with a percentage is a problem of its own', () => {
  expect(['', ' % ', '0', '+0.00', 'ten', '1.2.3', '+3.333', '-91', '901', '1e2'].map(readPercent)).toEqual([
    'empty',
    'empty',
    'zero',
    'zero',
    'notNumber',
    'notNumber',
    'tooFine',
    'outside',
    'outside',
    'notNumber',
  ])
})
