import { expect, test } from 'vitest'
import { readFindText } from './find-text.ts'

const none = { code: null, number: null, ending: null, seat: null, words: null, phone: null }
const scan = 'GUICHET1/TKT-20261120-1A2B3C4D/12/417/DESK-1/1042/20000/6Q2XJ0000000000A/ABCDEF'

const readings: readonly (readonly [string, object])[] = [
  [scan, { ...none, code: scan, number: 'TKT-20261120-1A2B3C4D' }],
  [scan.toLowerCase(), { ...none, code: scan, number: 'TKT-20261120-1A2B3C4D' }],
  [scan.slice(0, 40), { ...none, code: scan.slice(0, 40), number: 'TKT-20261120-1A2B3C4D' }],
  ['TKT-20261120-1A2B3C4D', { ...none, number: 'TKT-20261120-1A2B3C4D' }],
  [' tkt-20261120-1a2b3c4d ', { ...none, number: 'TKT-20261120-1A2B3C4D' }],
  ['20261120-1A2B3C4D', { ...none, number: 'TKT-20261120-1A2B3C4D' }],
  ['TKT-۲۰۲۶۱۱۲۰-1A2B3C4D', { ...none, number: 'TKT-20261120-1A2B3C4D' }],
  ['1a2b3c4d', { ...none, ending: '1A2B3C4D', seat: '1A2B3C4D', words: '1a2b3c4d' }],
  ['3C4D', { ...none, ending: '3C4D', seat: '3C4D', words: '3c4d' }],
  ['c 12', { ...none, seat: 'C12', words: 'c 12' }],
  ['C۱۲', { ...none, seat: 'C12', words: 'c12' }],
  ['Asha', { ...none, words: 'asha' }],
  ['Zoë', { ...none, words: 'zoe' }],
  ['+91 98200-00001', { ...none, words: '+91 98200-00001', phone: '919820000001' }],
  ['A', none],
  ['', none],
]

test.for(readings)('[P11] %j is read as all that it may mean', ([typed, meant]) => {
  expect(readFindText(typed)).toEqual(meant)
})
