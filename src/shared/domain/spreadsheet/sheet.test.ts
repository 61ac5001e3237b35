import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { type CouponEntry, type CustomerEntry, type ListingEntry, listingSorts } from '../catalogue.ts'
import type { CustomerId, ListingId } from '../ids.ts'
import { letterLanguages } from '../message.ts'
import { decideSheet } from './decide-sheet.ts'
import { readSheet } from './read-sheet.ts'
import { columnNames, keyOf, neededColumns } from './sheet-columns.ts'
import { type EntryKind, SHEET_CHARS_MAX, SHEET_LINES_MAX, type SheetEntry, entryKinds } from './sheet.ts'
import { sheetHead, sheetLines } from './write-sheet.ts'

const ravi: CustomerEntry = {
  kind: 'customer',
  customerId: 2 as CustomerId,
  name: 'Ravi',
  phone: '',
  email: '',
  vip: false,
}
const tenOff: CouponEntry = {
  kind: 'coupon',
  code: 'TENOFF',
  percent: 10,
  discountMaxMinor: 100_00,
  validFromMs: Date.UTC(2026, 0, 1),
  validUntilMs: Date.UTC(2027, 0, 1),
  active: true,
  usesMax: null,
}

const palace: ListingEntry = {
  kind: 'listing',
  listingId: 5 as ListingId,
  sort: 'hotel',
  title: 'Palace',
  active: true,
  terms: { feeMinor: 5 },
  details: { city: 'Pune', stars: 4, amenities: ['WiFi', 'Pool, heated'], rehearsal: 'yes', minutes: 'two' },
  images: [],
}
const kinds = { customers: 'customer', coupons: 'coupon', listings: 'listing' } as const

interface Turn {
  readonly rows?: readonly SheetEntry[]
  readonly held?: readonly (number | string)[]
  readonly zone?: string | null
}

function runIn(of: EntryKind, text: string, { rows = [ravi, tenOff, palace], held = [], zone = null }: Turn) {
  const rowOf = (key: number | string) =>
    rows.find((row) => row.kind === kinds[of] && keyOf(row) === key) ?? null
  const isHeld = (key: number | string) => held.includes(key)
  return decideSheet(of, readSheet(text, columnNames(of), neededColumns(of)), {
    rowOf,
    nextId: 7,
    isHeld,
    zone,
  })
}

function run(of: EntryKind, text: string, rows: readonly SheetEntry[] = [ravi, tenOff, palace]) {
  return runIn(of, text, { rows })
}

function faultsOf(of: EntryKind, text: string): string[] {
  const { faults, events } = run(of, text)
  if (faults.length > 0) expect(events).toEqual([])
  return faults.map(({ line, column, problem, found }) => `${line} ${column} ${problem} ${found}`.trim())
}

const couponHead = 'code,percent,discount_max,valid_from,valid_until,active,uses_max\n'
const coupon = (...cells: string[]) => `${couponHead}${cells.join(',')}\n`
const fifty = Array.from({ length: 50 }, (_, at) => `a${at}`).join(',')
const from = '2026-11-20T12:00Z'
const until = '2026-12-31T23:59+05:30'

test('[A3] a line with a known number changes that customer, one without is somebody new, and nothing else is touched', () => {
  const text = 'name;id;phone;vip\nRavi K;2;\u202A۰۹۱۲۱۲۳۴۵۶\u202C;yes\nAsha;;;\nRavi;;;no\n'
  const { lines, faults, events } = run('customers', text)
  expect(faults).toEqual([])
  expect(lines).toEqual([
    {
      line: 2,
      name: 'Ravi K',
      outcome: 'changed',
      fields: [
        { column: 'name', before: 'Ravi', after: 'Ravi K' },
        { column: 'phone', before: '', after: '0912123456' },
        { column: 'vip', before: 'no', after: 'yes' },
      ],
    },
    expect.objectContaining({ line: 3, name: 'Asha', outcome: 'new' }),
    expect.objectContaining({ line: 4, name: 'Ravi', outcome: 'new' }),
  ])
  const [changed, ...made] = events
  expect(changed).toEqual({
    type: 'rows-changed',
    of: 'customers',
    alike: [
      {
        ids: [2],
        before: { name: 'Ravi', phone: '', vip: false },
        after: { name: 'Ravi K', phone: '0912123456', vip: true },
      },
    ],
  })
  expect(made.map((event) => ('entry' in event ? event.entry : null))).toEqual([
    { ...ravi, customerId: 7, name: 'Asha', language: null },
    { ...ravi, customerId: 8, name: 'Ravi', language: null },
  ])
})

test('[A3] a sheet of new rows needs no column for what none of them has yet', () => {
  const { lines, faults, events } = run('customers', 'name,phone,email\nAsha,12345,\nRavi,,r@b.in\n')
  expect([faults, lines.map(({ outcome }) => outcome)]).toEqual([[], ['new', 'new']])
  expect(events).toHaveLength(2)
})

test('[A3] what is as it was is the same, and saved by nobody', () => {
  const { lines, events } = run('customers', 'id,name\r\n2,Ravi\r\n')
  expect([lines[0]?.outcome, lines[0]?.fields, events]).toEqual(['same', [], []])
})

test('[A3] a row that could not be written today, and is not, may stay as it is', () => {
  const over = { ...tenOff, validUntilMs: tenOff.validFromMs }
  const text = sheetHead('coupons') + sheetLines('coupons', [over])
  expect(run('coupons', text, [over]).lines[0]?.outcome).toBe('same')
  expect(run('coupons', text.replace(',10,', ',11,'), [over]).faults[0]?.problem).toBe('order')
})

test('[A3] [P4] a coupon is known by its code in capitals; instants say how far from UTC they are', () => {
  const text = `${couponHead}tenoff,"12,5",10000,2026-01-01 00:00:00Z,2027-01-01T00:00:00.000Z,YES,7\n`
  expect(run('coupons', text).lines[0]?.fields).toEqual([
    { column: 'percent', before: '10', after: '12.5' },
    { column: 'uses_max', before: '', after: '7' },
  ])
  const { events } = run('coupons', coupon('NEW', '5%', '900', from, until, 'false', ''))
  expect(events[0]).toHaveProperty('entry', {
    ...tenOff,
    code: 'NEW',
    percent: 5,
    discountMaxMinor: 900,
    validFromMs: Date.UTC(2026, 10, 20, 12),
    validUntilMs: Date.UTC(2026, 11, 31, 18, 29),
    active: false,
  })
})

test('[A3] a listing is changed in the details that the file names, and keeps all others as they are', () => {
  const text = 'id,title,stars,city,amenities,minutes\n5,Palace II,۵,,"WiFi, WiFi ,Bar",two\n'
  const { lines, events } = run('listings', text)
  expect(lines[0]?.fields).toEqual([
    { column: 'title', before: 'Palace', after: 'Palace II' },
    { column: 'city', before: 'Pune', after: '' },
    { column: 'stars', before: '4', after: '5' },
    { column: 'amenities', before: 'WiFi, Pool, heated', after: 'WiFi, Bar' },
  ])
  const details = { stars: 5, amenities: ['WiFi', 'Bar'], rehearsal: 'yes', minutes: 'two' }
  expect(events).toEqual([
    {
      type: 'rows-changed',
      of: 'listings',
      alike: [
        {
          ids: [5],
          before: { title: 'Palace', details: palace.details },
          after: { title: 'Palace II', details },
        },
      ],
    },
  ])
})

test('[A3] a listing without a number is a new one, with the details that it was given', () => {
  const text = 'id,sort,title,active,nights,includes,from_minor\n,Package,Goa,no,3,"Bus; Hotel",450000\n'
  expect(run('listings', text).events).toEqual([
    {
      type: 'entry-saved',
      entry: {
        kind: 'listing',
        listingId: 7,
        sort: 'package',
        title: 'Goa',
        active: false,
        terms: {},
        details: { nights: 3, includes: ['Bus; Hotel'], fromMinor: 450000 },
      },
    },
  ])
})

test('[A3] a listing of which somebody holds seats is not taken off sale; all else of it may change', () => {
  const held = { held: [5] }
  expect(runIn('listings', 'id,active\n5,no\n', held).faults).toMatchObject([
    { line: 2, column: 'active', problem: 'held', found: 'no' },
  ])
  expect(runIn('listings', `id,amenities\n5,"${fifty}"\n`, held).faults).toEqual([])
  expect(runIn('listings', 'id,active\n5,no\n', {}).events).toHaveLength(1)
})

test('[A3] [E3] a day and time without a zone is that of the venues, where they have one', () => {
  const text = coupon('X', '5', '900', '2026-11-20T12:00', '۲۰۲۶-12-31 23:59', 'yes', '')
  const times = { validFromMs: Date.UTC(2026, 10, 20, 6, 30), validUntilMs: Date.UTC(2026, 11, 31, 18, 29) }
  expect(runIn('coupons', text, { zone: 'Asia/Kolkata' }).events).toMatchObject([{ entry: times }])
  expect(runIn('coupons', text, { zone: null }).faults).toMatchObject([
    { column: 'valid_from', problem: 'instant' },
    { column: 'valid_until', problem: 'instant' },
  ])
  const jumped = coupon('X', '5', '900', '2026-03-29T02:30', '2026-10-25T02:30', 'yes', '')
  expect(runIn('coupons', jumped, { zone: 'Europe/Berlin' }).faults).toMatchObject([
    { column: 'valid_from', problem: 'no-such-clock' },
    { column: 'valid_until', problem: 'clock-twice' },
  ])
  const old = coupon('X', '5', '900', '1969-07-20T20:00', '2026-12-31T23:59', 'yes', '')
  expect(runIn('coupons', old, { zone: 'UTC' }).faults).toMatchObject([{ problem: 'instant' }])
})

test.for([
  ['customers', '', '1  no-head'],
  ['customers', '\uFEFF \r\n\r\n', '1  no-head'],
  ['customers', 'id,name\n', '1  no-lines'],
  ['customers', 'phone\n12345\n', '1 name missing-column'],
  ['customers', 'Asha,12345\nRavi,12345\n', '1 name missing-column'],
  ['coupons', 'percent\n5\n', '1 code missing-column'],
  ['listings', 'title\nPune\n', '1 active missing-column'],
  ['customers', '\nid,nmae\n,A\n', '2 nmae unknown-column nmae'],
  ['customers', 'id,name,Name\n,A,A\n', '1 name column-twice Name'],
  ['customers', 'id,name\n,"A\n', '2  quotes ,"A'],
  ['customers', 'id,name\n,A"B"\n', '2  quotes ,A"B"'],
  ['customers', 'id,name\n,"A"B\n', '2  quotes ,"A"B'],
  ['customers', '"id', '1  quotes "id'],
  ['customers', 'id,name\n,A,B\n', '2  more-cells B'],
  ['customers', 'id,name\r\r,\u0000A\r', '3 name not-text \u0000A'],
  ['customers', 'id,name\n,\uD83D\n', '2 name not-text \uFFFD'],
  ['customers', `id,name\n,${'A'.repeat(121)}\n`, `2 name too-long ${'A'.repeat(60)}`],
  ['customers', `id,name\n,${'A'.repeat(999)}\n`, `2 name too-long ${'A'.repeat(60)}`],
  ['customers', `id,name,phone\n,A,${'1'.repeat(41)}\n`, `2 phone too-long ${'1'.repeat(41)}`],
  ['customers', `id,name,email\n,A,${'a'.repeat(201)}\n`, `2 email too-long ${'a'.repeat(60)}`],
  ['customers', 'id,name\n99,A\n', '2 id unknown-row 99'],
  ['customers', 'id,name\n2,A\n2,B\n', '3 id repeated 2'],
  ['customers', 'id,name\n1e3,A\n', '2 id number 1e3'],
  ['customers', 'id,name\n99999999999999999999,A\n', '2 id number 99999999999999999999'],
  ['customers', 'id,name\n9007199254740993,A\n', '2 id number 9007199254740993'],
  ['customers', 'id,name\n,\n2,\n', '3 name missing'],
  ['customers', 'id,name,phone\n,A,=1+1\n', '2 phone phone =1+1'],
  ['customers', 'id,name,email\n,A,at home\n', '2 email email at home'],
  ['customers', 'id,name,vip\n,A,maybe\n', '2 vip yes-no maybe'],
  ['customers', 'id,name,language\n,A,tlh\n', '2 language language tlh'],
  ['coupons', coupon('', '1', '1', from, until, 'yes', ''), '2 code missing'],
  ['coupons', coupon('ß'.repeat(26), '1', '1', from, until, 'yes', ''), `2 code too-long ${'ß'.repeat(26)}`],
  ['coupons', coupon('X'.repeat(51), '1', '1', from, until, 'yes', ''), `2 code too-long ${'X'.repeat(51)}`],
  ['coupons', coupon('X', '101', '1', from, until, 'yes', ''), '2 percent number 101'],
  ['coupons', coupon('X', '1e999', '1', from, until, 'yes', ''), '2 percent number 1e999'],
  ['coupons', coupon('X', '1', '1.5', from, until, 'yes', ''), '2 discount_max number 1.5'],
  ['coupons', coupon('X', '1', '-1', from, until, 'yes', ''), '2 discount_max number -1'],
  [
    'coupons',
    coupon('X', '1', '1', '2026-02-30T00:00Z', until, 'yes', ''),
    '2 valid_from instant 2026-02-30T00:00Z',
  ],
  [
    'coupons',
    coupon('X', '1', '1', '2026-13-01T00:00Z', until, 'yes', ''),
    '2 valid_from instant 2026-13-01T00:00Z',
  ],
  [
    'coupons',
    coupon('X', '1', '1', '2026-11-20T12:00', until, 'yes', ''),
    '2 valid_from instant 2026-11-20T12:00',
  ],
  [
    'coupons',
    coupon('X', '1', '1', '1969-12-31T12:00Z', until, 'yes', ''),
    '2 valid_from instant 1969-12-31T12:00Z',
  ],
  ['coupons', coupon('X', '1', '1', until, from, 'yes', ''), `2 valid_until order ${from}`],
  ['coupons', coupon('X', '1', '1', from, until, 'yes', '-3'), '2 uses_max number -3'],
  ['coupons', 'code,percent\nX,5\n', '2 active missing'],
  ['listings', 'id,title\n99,A\n', '2 id unknown-row 99'],
  ['listings', 'id,sort,title\n,opera,A\n', '2 sort sort opera'],
  ['listings', 'id,sort\n5,coach\n', '2 sort fixed coach'],
  ['listings', 'id,title\n5,\n', '2 title missing'],
  ['listings', 'id,stars\n5,6\n', '2 stars number 6'],
  ['listings', 'id,nights\n5,-1\n', '2 nights number -1'],
  ['listings', `id,amenities\n5,${'A'.repeat(61)}\n`, `2 amenities too-long ${'A'.repeat(60)}`],
  ['listings', `id,amenities\n5,"${fifty},x"\n`, `2 amenities too-long ${fifty.slice(0, 60)}`],
] as const)('[A3] [V9] %s %j: %s', ([of, text, fault]) => {
  expect(faultsOf(of, text)).toContain(fault)
})

test('[V9] every wrong line of a file is named, in their order, and the good ones are not imported', () => {
  const text = 'id,name,phone\n,Good,12345\n,,12345\n,Bad,1\n77,Who,\n'
  expect(faultsOf('customers', text)).toEqual(['3 name missing', '4 phone phone 1', '5 id unknown-row 77'])
})

test('[V9] everything that is wrong in a line is named at once', () => {
  expect(faultsOf('customers', 'name,phone,email,vip\n,12,notmail,maybe\n')).toEqual([
    '2 name missing',
    '2 phone phone 12',
    '2 email email notmail',
    '2 vip yes-no maybe',
  ])
})

test('[V9] a line is counted as an editor counts it, also behind a cell of several lines', () => {
  expect(faultsOf('customers', 'id,name\r\n,"A\r\nB\nC"\r\n\r\n,\u0001\r\n')).toEqual([
    '6 name not-text \u0001',
  ])
})

test('[V9] more than one commit takes is refused before it is looked at', () => {
  expect(faultsOf('customers', `id,name\n${',A\n'.repeat(SHEET_LINES_MAX + 1)}`)).toEqual([
    `1  too-many-lines ${SHEET_LINES_MAX + 1}`,
  ])
  expect(run('customers', `id,name\n${',A\n'.repeat(SHEET_LINES_MAX)}`).events).toHaveLength(SHEET_LINES_MAX)
  const long = 'x'.repeat(SHEET_CHARS_MAX + 1)
  expect(faultsOf('customers', long)).toEqual([`1  too-large ${SHEET_CHARS_MAX + 1}`])
})

test('[S4] [A3] a cell that a spreadsheet would run goes out with an apostrophe, and comes back without', () => {
  const names = ['=HYPERLINK("x")', '+1', '-1', '@sum', "'quoted", 'a;=1', '\uFF1D1']
  const rows = names.map((name, index) => ({ ...ravi, customerId: (index + 10) as CustomerId, name }))
  const text = sheetLines('customers', rows)
  expect(text.split('\r\n').map((line) => line.split(',')[1])).toEqual([
    `"'=HYPERLINK(""x"")"`,
    "'+1",
    "'-1",
    "'@sum",
    "''quoted",
    `"a;'=1"`,
    "'\uFF1D1",
    undefined,
  ])
  const { lines, faults } = run('customers', sheetHead('customers') + text, rows)
  expect([faults, lines.map(({ outcome }) => outcome)]).toEqual([[], names.map(() => 'same')])
})

/** As the desk stores them: without surrounding spaces. */
const kept = (max: number) =>
  fc
    .oneof(
      fc.string({ unit: 'binary', maxLength: max }),
      fc.string({ unit: fc.constantFrom(...Array.from('\'"=+-@;,\t\r\n ۱९aé')), maxLength: max }),
    )
    .map((text) => text.slice(0, max).trim())
    .filter((text) => text.isWellFormed() && !/[^\P{Cc}\t\r\n]/u.test(text))
const customers = fc.uniqueArray(
  fc.record({
    kind: fc.constant('customer' as const),
    customerId: fc.integer({ min: 1, max: 2 ** 40 }).map((id) => id as CustomerId),
    name: kept(40).filter((name) => name !== ''),
    phone: fc.constantFrom('', '+98 912 123 45 67', '(020) 12-345'),
    email: fc.constantFrom('', '=a@b', '-x@y.z', 'r@example.org'),
    vip: fc.boolean(),
    language: fc.option(fc.constantFrom(...letterLanguages)),
  }),
  { selector: keyOf },
)
const coupons = fc.uniqueArray(
  fc
    .record({
      kind: fc.constant('coupon' as const),
      code: kept(50)
        .map((code) => code.toUpperCase().slice(0, 50))
        .filter((code) => code.trim() === code && code !== ''),
      percent: fc.double({ min: 1e-6, max: 100, noNaN: true }),
      discountMaxMinor: fc.integer({ min: 0, max: 1e12 }),
      validFromMs: fc.integer({ min: 0, max: 8.64e15 - 1 }),
      validUntilMs: fc.constant(8.64e15),
      active: fc.boolean(),
      usesMax: fc.option(fc.integer({ min: 0, max: 1e6 })),
    })
    .filter(({ code }) => code.isWellFormed()),
  { selector: keyOf },
)

const detail = fc.oneof(kept(30), fc.integer({ min: 0, max: 1e6 }), fc.array(kept(20), { maxLength: 4 }))
const listings = fc.uniqueArray(
  fc.record({
    kind: fc.constant('listing' as const),
    listingId: fc.integer({ min: 1, max: 2 ** 40 }).map((id) => id as ListingId),
    sort: fc.constantFrom(...listingSorts),
    title: kept(40).filter((title) => title !== ''),
    active: fc.boolean(),
    terms: fc.constant({}),
    details: fc.dictionary(
      fc.constantFrom('operator', 'city', 'stars', 'nights', 'amenities', 'fromMinor', 'gates'),
      detail,
    ),
  }),
  { selector: keyOf },
)

property.prop([fc.oneof(customers, coupons, listings)])(
  '[A3] what was exported and is imported again changes nothing',
  (rows) => {
    const of = entryKinds.find((kind) => kinds[kind] === rows[0]?.kind) ?? 'customers'
    const { lines, faults, events } = run(of, sheetHead(of) + sheetLines(of, rows), rows)
    expect(faults.filter(({ problem }) => problem !== 'no-lines')).toEqual([])
    expect(lines.map(({ outcome }) => outcome)).toEqual(rows.map(() => 'same'))
    expect(events).toEqual([])
  },
)

const good: Readonly<Record<EntryKind, string>> = {
  customers: `${sheetHead('customers')}${sheetLines('customers', [ravi])},Asha,+91 98200,a@b.in,yes,hi\r\n`,
  coupons: sheetHead('coupons') + sheetLines('coupons', [tenOff, { ...tenOff, code: 'B' }]),
  listings: `${sheetHead('listings')}${sheetLines('listings', [palace])},coach,Pune,yes,,,,,,,,WiFi,,\r\n`,
}
const scraps = ['"', ',', ';', '\t', '\r', '\n', '\uFEFF', '\u0000', '=1+1', '1e309', '9'.repeat(400)]
const moreScraps = ['2026-02-30T25:61Z', '\uD800', 'id,', "'", ' '.repeat(300), '\r\r\n', 'TENOFF', '-0', '2']
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(12),
  scrap: fc.oneof(fc.constantFrom(...scraps, ...moreScraps, ''), fc.string({ unit: 'binary', maxLength: 8 })),
})

property.prop([fc.constantFrom(...entryKinds), fc.array(mutation, { minLength: 1, maxLength: 6 })], {
  numRuns: 2000,
})(
  '[V9] a damaged file never throws and is imported whole or not at all; what is wrong has a line',
  (of, mutations) => {
    const text = mutations.reduce((before, { at, length, scrap }) => {
      const start = Math.floor(at * before.length)
      return before.slice(0, start) + scrap + before.slice(start + length)
    }, good[of])
    const { lines, faults, events } = run(of, text)
    const last = text.split(/\r\n|\r|\n/).length
    for (const { line, column, found } of faults) {
      expect(line).toBeGreaterThanOrEqual(1)
      expect(line).toBeLessThanOrEqual(last)
      expect(Math.max(column.length, found.length)).toBeLessThanOrEqual(60)
    }
    const keys = events.flatMap((event): (number | string)[] => {
      if (event.type === 'rows-changed') return event.alike.flatMap(({ ids }) => ids)
      return event.type === 'entry-saved' ? [keyOf(event.entry as SheetEntry)] : []
    })
    expect(keys).toHaveLength(
      faults.length > 0 ? 0 : lines.filter(({ outcome }) => outcome !== 'same').length,
    )
    expect(JSON.stringify(events)).not.toMatch(/NaN|:null,"sort"/)
    expect(new Set(keys).size).toBe(keys.length)
  },
)

test.for(['"', ',', '\n', '\r', '""', "'", '\t', ' ', ',"', '\u0000', '=', ';=', 'A'])(
  '[V9] two hundred thousand characters of %j are read through once',
  (scrap) => {
    const much = scrap.repeat(Math.floor(200_000 / scrap.length))
    for (const text of [
      much,
      `id,name\n,${much}`,
      `id,name\n,"${much}`,
      `id,name\n,"${much}"\n`,
      `id;${much}`,
    ])
      for (const of of entryKinds) expect(run(of, text).events).toEqual([])
  },
)
