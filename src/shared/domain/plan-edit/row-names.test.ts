import { expect, test } from 'vitest'
import { nextName, rowNames, seatNames } from './row-names.ts'

test('[L4] rows are lettered A to Z, then AA, or numbered, from wherever one begins', () => {
  expect(rowNames({ style: 'letters', from: 25 }, 4)).toEqual(['Y', 'Z', 'AA', 'AB'])
  expect(rowNames({ style: 'letters', from: 702 }, 2)).toEqual(['ZZ', 'AAA'])
  expect(rowNames({ style: 'numbers', from: 9 }, 3)).toEqual(['9', '10', '11'])
})

test.for([
  [{ order: 'ascending', step: 'all', from: 5 }, ['5', '6', '7']],
  [{ order: 'descending', step: 'all', from: 1 }, ['3', '2', '1']],
  [{ order: 'ascending', step: 'odd', from: 1 }, ['1', '3', '5']],
  [{ order: 'descending', step: 'odd', from: 2 }, ['7', '5', '3']],
  [{ order: 'ascending', step: 'even', from: 1 }, ['2', '4', '6']],
  [{ order: 'ascending', step: 'even', from: 8 }, ['8', '10', '12']],
] as const)('[L4] seats are numbered %o', ([numbering, names]) => {
  expect(seatNames({ style: 'numbers', ...numbering }, 3)).toEqual(names)
})

test('[L4] a coach letters its seats', () => {
  const numbering = { style: 'letters', order: 'ascending', step: 'all', from: 1 } as const
  expect(seatNames(numbering, 4)).toEqual(['A', 'B', 'C', 'D'])
})

test('[L4] a copied row is called what comes next and is not there yet', () => {
  expect(nextName('A', new Set(['A', 'B']))).toBe('C')
  expect(nextName('Z', new Set())).toBe('AA')
  expect(nextName('9', new Set(['9', '10']))).toBe('11')
  expect(nextName('T1', new Set(['T1']))).toBe('T2')
  expect(nextName('Box', new Set())).toBe('Box 2')
  expect(nextName('', new Set())).toBe('2')
})
