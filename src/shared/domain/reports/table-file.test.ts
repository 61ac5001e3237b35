import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { writeTable } from './table-file.ts'

test('[A6] numbers are numbers, also below zero; every digit that is meant is written; nothing is an empty cell', () => {
  const rows = [
    ['Asha, K', 3, { exact: '12.50' }],
    ['Ravi', null, { exact: '-7.00' }],
  ]
  expect(writeTable(['Seller', 'Seats', 'Net'], rows)).toBe(
    '\uFEFFSeller,Seats,Net\r\n"Asha, K",3,12.50\r\nRavi,,-7.00\r\n',
  )
})

test('[A6] a text that a spreadsheet would run is written as text, whichever way it cuts its cells', () => {
  const starts = fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' =', '"=', ';=', '\t@')
  const text = fc.tuple(starts, fc.string()).map(([start, rest]) => `${start}${rest}`)
  fc.assert(
    fc.property(text, (wicked) => {
      const { data } = Papa.parse<string[]>(
        writeTable([wicked], [[wicked]])
          .slice(1)
          .trimEnd(),
        { delimiter: ',' },
      )
      for (const cell of data.flat().filter((one) => one !== '')) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
  expect(writeTable(['=1+1'], [['-2+3;@x']])).toBe("\uFEFF'=1+1\r\n\"'-2+3;'@x\"\r\n")
})
