import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { readSeatTable } from './csv.ts'
import type { DraftRow, DraftSeat, PlanDraft } from './draft.ts'
import { withGuard, withoutGuard } from './text-cells.ts'
import { writeSeatTable } from './write-csv.ts'

const isLabel = (text: string) => text === text.trim() && !/[\p{Cc}\p{Cs}]|\s{2,}|[^\S ]/u.test(text)
/** What spreadsheets would execute, among anything people write. */
const risky = fc
  .tuple(
    fc.constantFrom('', ';', 'a;', '"', ';"', "';", '; '),
    fc.constantFrom('=', '+', '-', '@', "'", "'=", '＝'),
    fc.string({ maxLength: 8 }),
  )
  .map((parts) => parts.join(''))
const label = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    risky,
    fc.constantFrom('a,b', 'a;b', '"q"', 'x\ty', ''),
  )
  .filter(isLabel)
const named = label.filter((text) => text !== '')
/** Reading converts digits to 0-9, so only those are read back unchanged. */
const printed = named.filter((text) => !/[٠-٩۰-۹०-९]/u.test(text))
const place = fc.integer({ min: 0, max: 90_000_000 }).map((thousandths) => thousandths / 1_000)
const marks = fc.subarray(['wheelchair', 'companion', 'restrictedView', 'aisle', 'ladies'] as const)

const seat: fc.Arbitrary<Omit<DraftSeat, 'uuid' | 'guid'>> = fc.record({
  number: printed,
  x: place,
  y: place,
  radius: fc.integer({ min: 1, max: 128 }),
  category: named,
  flags: marks,
})
const row = fc.record({ label: printed, seats: fc.array(seat, { minLength: 1, maxLength: 5 }) })
const sections = fc.uniqueArray(
  fc.record({
    name: label,
    kind: fc.constantFrom('seats' as const, 'standing' as const),
    rows: fc.array(row, { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 4, selector: ({ name }) => name },
)

const draft: fc.Arbitrary<PlanDraft> = sections.map((drawn) => {
  let made = 0
  const withId = (each: Omit<DraftSeat, 'uuid' | 'guid'>): DraftSeat => {
    made += 1
    return { uuid: `=seat ${made}`, guid: '', ...each }
  }
  const rows = (each: (typeof drawn)[number]): DraftRow[] =>
    each.rows.map((one) => ({ ...one, seats: one.seats.map(withId) }))
  const whole = drawn.map((each) => ({ ...each, rows: rows(each), areas: [] }))
  const names = whole.flatMap((each) => each.rows.flatMap(({ seats }) => seats.map((one) => one.category)))
  const categories = [...new Set(names)].map((name, index) => ({
    name,
    color: `#${String(index).padStart(6, '0')}`,
  }))
  return { name: '', width: 1, height: 1, categories, sections: whole }
})

/** What a table keeps: neither the paper's size nor printed ids. */
const carried = ({ categories, sections: all }: PlanDraft) => ({
  categories,
  sections: all.map((section) => ({
    ...section,
    rows: section.rows.map(({ label: of, seats }) => ({
      label: of,
      seats: seats.map(({ guid: _guid, ...rest }) => rest),
    })),
  })),
})

propertyTest.prop([draft], { numRuns: 300 })(
  '[L4] any draft written as a table reads back with every row, seat, place, zone and mark',
  (written) => {
    const { draft: back, findings } = readSeatTable(writeSeatTable(written))
    expect(findings).toEqual([])
    expect(back && carried(back)).toEqual(carried(written))
  },
)

propertyTest.prop([draft], { numRuns: 300 })(
  '[A3] no cell of text begins as a formula does, and a negative number is left a number',
  (written) => {
    const moved = {
      ...written,
      sections: written.sections.map((each) => ({
        ...each,
        rows: each.rows.map((one) => ({ ...one, seats: one.seats.map((of) => ({ ...of, x: -of.x })) })),
      })),
    }
    const lines = writeSeatTable(moved).split(/\r\n/).slice(1, -1)
    for (const line of lines) {
      const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []
      const texts = cells.map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, ''))
      expect(Number.isFinite(Number(texts[5]))).toBe(true)
      for (const [column, text] of texts.entries())
        if (column !== 5 && column !== 6) expect(text).not.toMatch(/^[=+\-@\t]/)
    }
  },
)

/** Every way a spreadsheet may cut a line, whatever its list separator and whether or not it respects quotation marks. */
const cutCells = (line: string) => line.split(/[;\t\r\n]/).slice(1)

propertyTest.prop([draft], { numRuns: 300 })(
  '[A3] where lists are parted by semicolons, no piece of a cell begins as a formula does',
  (written) => {
    for (const piece of cutCells(writeSeatTable(written).slice(1)))
      expect(piece).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/u)
  },
)

propertyTest.prop([fc.string({ unit: fc.constantFrom(...Array.from('\'=+;\t\r\n "＝a')), maxLength: 12 })], {
  numRuns: 3_000,
})('[L4] any text, guarded, comes back as it was', (text) => {
  expect(withoutGuard(withGuard(text))).toBe(text)
})

test.for([
  ['=1+1', "'=1+1"],
  [';=1+1', ";'=1+1"],
  ['a;"=1', 'a;\'"=1'],
  ['\n=1', "'\n'=1"],
  ['\r=1', "'\r'=1"],
  ['\nname', "'\nname"],
  ["'=1", "''=1"],
  ['Row 3-4; left', 'Row 3-4; left'],
])('[A3] %j is written as %j', ([text = '', wanted]) => {
  expect(withGuard(text)).toBe(wanted)
})

test('[A3] a name with a semicolon or a tab is one quoted cell', () => {
  const one = { x: 10, y: 10, radius: 10, uuid: 'a', number: '1', flags: [], guid: '' }
  const rows = [{ label: 'left\taisle', seats: [{ ...one, category: 'near; dear' }] }]
  const sections = [{ name: ';=1+1', kind: 'seats' as const, rows, areas: [] }]
  const [, line] = writeSeatTable({ name: '', width: 1, height: 1, categories: [], sections }).split('\r\n')
  expect(line).toBe(`a,";'=1+1","left\taisle",,1,10,10,10,"near; dear",,,`)
})

test('[L4] a row without a seat leaves no line and is not counted as a part of its label', () => {
  const seated = { uuid: '', guid: '', number: '1', x: 10, y: 10, radius: 5, category: 'Near', flags: [] }
  const rows = [
    { label: 'A', seats: [] },
    { label: 'A', seats: [seated] },
  ]
  const hall = (own: readonly DraftRow[]): PlanDraft => ({
    name: 'Hall',
    width: 100,
    height: 100,
    categories: [],
    sections: [{ name: 'Floor', kind: 'seats', rows: own, areas: [] }],
  })
  expect(writeSeatTable(hall(rows))).toBe(writeSeatTable(hall(rows.slice(1))))
})

test('[L4] a row that an aisle splits is two rows again, though both carry one label', () => {
  const one = { x: 10, y: 10, radius: 10, category: 'All', flags: [], guid: '' }
  const rows = [
    { label: 'A', seats: [{ ...one, uuid: 'a', number: '1' }] },
    { label: 'A', seats: [{ ...one, uuid: 'b', number: '1', x: 90 }] },
  ]
  const written: PlanDraft = {
    name: '',
    width: 1,
    height: 1,
    categories: [],
    sections: [{ name: 'Coach', kind: 'seats', rows, areas: [] }],
  }
  const { draft: back } = readSeatTable(writeSeatTable(written))
  expect(back?.sections[0]?.rows.map(({ seats }) => seats.length)).toEqual([1, 1])
})
