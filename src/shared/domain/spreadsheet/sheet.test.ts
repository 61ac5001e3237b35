import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { CouponEntry, CustomerEntry } from '../catalogue.ts'
import type { CustomerId } from '../ids.ts'
import { letterLanguages } from '../message.ts'
import { decideSheet } from './decide-sheet.ts'
import { readSheet } from './read-sheet.ts'
import { columnNames, keyOf } from './sheet-columns.ts'
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

function run(of: EntryKind, text: string, rows: readonly SheetEntry[] = [ravi, tenOff]) {
  const rowOf = (key: number | string) =>
    rows.find((row) => (of === 'coupons') === (row.kind === 'coupon') && keyOf(row) === key) ?? null
  return decideSheet(of, readSheet(text, columnNames(of)), { rowOf, nextCustomerId: 3 })
}

function faultsOf(of: EntryKind, text: string): string[] {
  const { faults, events } = run(of, text)
  if (faults.length > 0) expect(events).toEqual([])
  return faults.map(({ line, column, problem, found }) => `${line} ${column} ${problem} ${found}`.trim())
}

const couponHead = 'code,percent,discount_max,valid_from,valid_until,active,uses_max\n'
const coupon = (...cells: string[]) => `${couponHead}${cells.join(',')}\n`
const from = '2026-11-20T12:00Z'
const until = '2026-12-31T23:59+05:30'

test('[A3] a line with a known number changes that customer, one without is somebody new, and nothing else is touched', () => {
  const text = 'name;id;phone;vip\nRavi K;2;۰۹۱۲۱۲۳۴۵۶;yes\nAsha;;;\nRavi;;;no\n'
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
  expect(events.map((event) => ('entry' in event ? event.entry : null))).toEqual([
    { ...ravi, name: 'Ravi K', phone: '0912123456', vip: true },
    { ...ravi, customerId: 3, name: 'Asha', language: null },
    { ...ravi, customerId: 4, name: 'Ravi', language: null },
  ])
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
  const { events } = run('coupons', coupon('NEW', '5', '900', from, until, 'false', ''))
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

test.for([
  ['customers', '', '1  no-head'],
  ['customers', '\uFEFF \r\n\r\n', '1  no-head'],
  ['customers', 'id,name\n', '1  no-lines'],
  ['customers', 'name,phone\nA,1\n', '1 id missing-column'],
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
] as const)('[A3] [V9] %s %j: %s', ([of, text, fault]) => {
  expect(faultsOf(of, text)).toContain(fault)
})

test('[V9] every wrong line of a file is named, in their order, and the good ones are not imported', () => {
  const text = 'id,name,phone\n,Good,12345\n,,12345\n,Bad,1\n77,Who,\n'
  expect(faultsOf('customers', text)).toEqual(['3 name missing', '4 phone phone 1', '5 id unknown-row 77'])
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

/** As the desk keeps them: without spaces around. */
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

property.prop([fc.oneof(customers, coupons)])(
  '[A3] what was exported and is imported again changes nothing',
  (rows) => {
    const of = rows[0]?.kind === 'coupon' ? 'coupons' : 'customers'
    const { lines, faults, events } = run(of, sheetHead(of) + sheetLines(of, rows), rows)
    expect(faults.filter(({ problem }) => problem !== 'no-lines')).toEqual([])
    expect(lines.map(({ outcome }) => outcome)).toEqual(rows.map(() => 'same'))
    expect(events).toEqual([])
  },
)

const good: Readonly<Record<EntryKind, string>> = {
  customers: `${sheetHead('customers')}${sheetLines('customers', [ravi])},Asha,+91 98200,a@b.in,yes,hi\r\n`,
  coupons: sheetHead('coupons') + sheetLines('coupons', [tenOff, { ...tenOff, code: 'B' }]),
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
    expect(events).toHaveLength(
      faults.length > 0 ? 0 : lines.filter(({ outcome }) => outcome !== 'same').length,
    )
    const saved = events.flatMap((event) => (event.type === 'entry-saved' ? [event] : []))
    for (const { entry } of saved) expect(Object.values(entry)).not.toContain(Number.NaN)
    const keys = saved.flatMap(({ entry }) =>
      entry.kind === 'coupon' || entry.kind === 'customer' ? [keyOf(entry)] : [],
    )
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
