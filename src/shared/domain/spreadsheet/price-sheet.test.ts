import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { ShowId } from '../ids.ts'
import { sampleShow } from '../sale.fixture.ts'
import { PRICE_MINOR_MAX } from '../shows.ts'
import { type PricedShow, decidePrices, priceColumns, priceHead, priceLines } from './price-sheet.ts'
import { readSheet } from './read-sheet.ts'

const rain: PricedShow = { show: sampleShow, title: 'Rain', categories: ['Near', 'Far', 'House'] }
const snow: PricedShow = {
  ...rain,
  title: '=Snow',
  show: { ...sampleShow, showId: 2 as ShowId, priceVersion: 4 },
}

function run(text: string, shows: readonly PricedShow[] = [rain, snow]) {
  const showOf = (showId: ShowId) => shows.find(({ show }) => show.showId === showId) ?? null
  return decidePrices(readSheet(text, priceColumns), showOf)
}

const head = 'show,category,ticket_type,price\n'

function faultsOf(text: string): string[] {
  const { faults, events } = run(text)
  if (faults.length > 0) expect(events).toEqual([])
  return faults.map(({ line, column, problem, found }) => `${line} ${column} ${problem} ${found}`.trim())
}

test('[A3] [P2] each show that changes gets one new list; what is not named in the file stays', () => {
  const { lines, faults, events } = run(
    `${head}1,Near,Student,"1,500.50"\n2,House,Normal,۲۰\n1,Far,Normal,\n2,Near,Normal,200.00\n`,
  )
  expect(faults).toEqual([])
  expect(lines.map(({ line, name, outcome }) => `${line} ${name} ${outcome}`)).toEqual([
    '2 Rain · Near · Student changed',
    '3 =Snow · House · Normal changed',
    '4 Rain · Far · Normal changed',
    '5 =Snow · Near · Normal same',
  ])
  expect(lines[2]?.fields).toEqual([{ column: 'price', before: '100.00', after: '' }])
  expect(events).toEqual([
    {
      type: 'prices-set',
      showId: 1,
      version: 2,
      prices: [
        [200_00, 1500_50],
        [null, null],
        [null, null],
      ],
    },
    {
      type: 'prices-set',
      showId: 2,
      version: 5,
      prices: [
        [200_00, 150_00],
        [100_00, null],
        [20_00, null],
      ],
    },
  ])
})

test.for([
  [`${head},Near,Normal,1\n`, '2 show missing'],
  [`${head}x,Near,Normal,1\n`, '2 show number x'],
  [`${head}9,Near,Normal,1\n`, '2 show unknown-row 9'],
  [`${head}1,Balcony,Normal,1\n`, '2 category unknown-category Balcony'],
  [`${head}1,Near,Child,1\n`, '2 ticket_type unknown-type Child'],
  [`${head}1,Near,Normal,1\n1,Near,Normal,2\n`, '3 show repeated 1'],
  [`${head}1,Near,Normal,-5\n`, '2 price number -5'],
  [`${head}1,Near,Normal,121.275\n`, '2 price either 121.275'],
  [`${head}1,Near,Normal,"1,420"\n`, '2 price either 1,420'],
  [`${head}1,Near,Normal,۱۲۱٫۲۷۵\n`, '2 price either ۱۲۱٫۲۷۵'],
  [`${head}1,Near,Normal,=1+1\n`, '2 price number =1+1'],
  [`${head}1,Near,Normal,${PRICE_MINOR_MAX}\n`, `2 price number ${PRICE_MINOR_MAX}`],
  ['show,category,ticket_type\n1,Near,Normal\n', '2 price missing-column'],
  ['category,price\nNear,5\n', '1 show missing-column'],
  ['show,price\n1,5\n', '2 category unknown-category'],
  [`${head}1,Near,Normal,1,2\n`, '2  more-cells 2'],
] as const)('[A3] [V9] %j: %s', ([text, fault]) => {
  expect(faultsOf(text)).toContain(fault)
})

test('[A3] [P1] three digits behind a mark are the fraction where a currency has as many, and a thousand beside another mark', () => {
  const dinar = { ...rain, show: { ...sampleShow, currency: 'KWD' as const } }
  const after = (price: string, one: PricedShow) =>
    run(`${head}1,Near,Normal,"${price}"\n`, [one]).lines[0]?.fields[0]?.after
  expect(after('121.275', dinar)).toBe('121.275')
  expect(after('1,420.00', rain)).toBe('1420.00')
})

test('[A3] a title that a spreadsheet would run goes out with an apostrophe; changed, it changes nothing', () => {
  const text = priceHead + priceLines(snow)
  expect(text.split('\r\n')[1]).toBe("2,'=Snow,2026-11-20T14:00Z,Near,Normal,200.00")
  expect(run(text.replaceAll("'=Snow", 'Sun')).lines.map(({ outcome }) => outcome)).toEqual(
    Array(6).fill('same'),
  )
})

const price = fc.option(fc.integer({ min: 0, max: PRICE_MINOR_MAX }), { nil: null })
const priced = fc.record({
  names: fc.uniqueArray(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 }), {
    minLength: 1,
    maxLength: 4,
    selector: (name) => name.trim(),
  }),
  currency: fc.constantFrom('INR', 'JPY', 'KWD'),
  prices: fc.array(fc.tuple(price, price), { minLength: 4, maxLength: 4 }),
})

property.prop([priced])(
  '[A3] what was exported and is imported again changes nothing',
  ({ names, currency, prices }) => {
    const categories = names.filter((name) => name.trim() === name)
    const show = { ...sampleShow, currency, prices: prices.slice(0, categories.length) }
    const one = { show, title: 'Rain', categories }
    const { lines, faults, events } = run(priceHead + priceLines(one), [one])
    expect(faults.filter(({ problem }) => problem !== 'no-lines')).toEqual([])
    expect(lines.filter(({ outcome }) => outcome !== 'same')).toEqual([])
    expect(events).toEqual([])
  },
)

const scrap = fc.oneof(
  fc.constantFrom(
    '"',
    ',',
    ';',
    '\r',
    '\n',
    '\uFEFF',
    '\u0000',
    '=1',
    '1e309',
    '9'.repeat(400),
    '',
    '2',
    'Far',
    '\uD800',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
const mutation = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(12), scrap })

property.prop([fc.array(mutation, { minLength: 1, maxLength: 6 })], { numRuns: 1000 })(
  '[V9] a damaged file never throws and is imported whole or not at all',
  (mutations) => {
    const text = mutations.reduce(
      (before, { at, length, scrap: put }) => {
        const start = Math.floor(at * before.length)
        return before.slice(0, start) + put + before.slice(start + length)
      },
      priceHead + priceLines(rain) + priceLines(snow),
    )
    const { faults, events } = run(text)
    if (faults.length > 0) expect(events).toEqual([])
    for (const event of events) {
      expect(event.type).toBe('prices-set')
      const all = event.type === 'prices-set' ? event.prices.flat() : []
      for (const one of all) expect(one === null || Number.isSafeInteger(one)).toBe(true)
    }
  },
)
