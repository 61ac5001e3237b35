import { expect, test } from 'vitest'
import type { PaperWords } from '../../papers/paper-words.ts'
import type { ReportRow, ReportTable } from './report-table.ts'
import { tablePaper } from './table-paper.ts'

const words: PaperWords = {
  say: (id, values) => [id, ...Object.values(values ?? {})].join(' '),
  formats: {
    money: (amountMinor, currency) => `${currency} ${amountMinor}`,
    clock: String,
    exactClock: String,
    day: String,
    wholeDay: String,
    number: String,
    lasting: String,
    seatNames: (names) => names.join(),
    list: (texts) => texts.join(),
  },
  language: 'fa',
  direction: 'rtl',
}

const row = (name: string, values: readonly (number | null)[]): ReportRow => {
  return {
    key: name,
    name,
    values,
    of: 'bookings',
    count: 0,
    leadOf: () => ({ of: 'bookings', bookingIds: [] }),
  }
}
const table: ReportTable = {
  title: 'What was sold?',
  fileName: 'sold',
  rowWords: 'Day',
  columns: [
    { words: 'Seats', kind: 'count' },
    { words: 'Discount', kind: 'money' },
    { words: 'Net', kind: 'money' },
    { words: 'Share', kind: 'percent' },
  ],
  drawn: 2,
  rows: [row('Fri', [5, 0, 305_000, 50]), row('Sat', [0, null, -1000, null])],
  total: row('All', [5, 0, 304_000, null]),
  currency: 'INR',
}

test('[A6] [T2] a report on paper has each row with what is drawn, and under it what else there is to say', () => {
  const { name, language, direction, blocks } = tablePaper(table, 'Mon to Sat', words)
  expect([name, language, direction]).toEqual(['What was sold?', 'fa', 'rtl'])
  expect(blocks.slice(0, 4)).toEqual([
    { kind: 'title', text: 'What was sold?' },
    { kind: 'line', text: 'Mon to Sat' },
    { kind: 'rule' },
    { kind: 'pair', start: 'Day', end: 'Net' },
  ])
  expect(blocks.slice(5)).toEqual([
    { kind: 'pair', start: 'Fri', end: 'INR 305000', isStrong: false },
    { kind: 'line', text: 'Seats 5 · Share reports.percent 50', look: 'quiet' },
    { kind: 'pair', start: 'Sat', end: 'INR -1000', isStrong: false },
    { kind: 'rule' },
    { kind: 'pair', start: 'All', end: 'INR 304000', isStrong: true },
    { kind: 'line', text: 'Seats 5', look: 'quiet' },
  ])
})

test('[A6] a report whose rows add up to nothing ends with its rows', () => {
  const { blocks } = tablePaper({ ...table, total: null, drawn: 9 }, '', words)
  expect(blocks.at(-2)).toEqual({ kind: 'pair', start: 'Sat', end: '–', isStrong: false })
})
