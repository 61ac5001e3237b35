import { fc, test as property } from '@fast-check/vitest'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { CustomerId } from '../../../shared/domain/ids.ts'
import type { CustomerEntry } from '../../../shared/domain/catalogue.ts'
import { decideSheet } from '../../../shared/domain/spreadsheet/decide-sheet.ts'
import { readSheet } from '../../../shared/domain/spreadsheet/read-sheet.ts'
import { columnNames } from '../../../shared/domain/spreadsheet/sheet-columns.ts'
import { sheetHead, sheetLines } from '../../../shared/domain/spreadsheet/write-sheet.ts'
import { XLSX_BYTES_MAX, isXlsx, readXlsx } from './read-xlsx.ts'
import { workbookOf } from '../../ui/workbook.ts'
import { cellsOf } from './sheet-cells.ts'

const writeXlsx = (text: string) => workbookOf(cellsOf(text))

function customer(customerId: number, name: string, phone = ''): CustomerEntry {
  return { kind: 'customer', customerId: customerId as CustomerId, name, phone, email: '', vip: false }
}

async function outcomes(rows: readonly CustomerEntry[]) {
  const text = await tableOf(writeXlsx(sheetHead('customers') + sheetLines('customers', rows)))
  const rowOf = (key: number | string) => rows.find(({ customerId }) => customerId === key) ?? null
  return decideSheet('customers', readSheet(text, columnNames('customers')), {
    rowOf,
    nextId: 1,
    isHeld: () => false,
    zone: null,
  })
}

async function tableOf(bytes: Uint8Array): Promise<string> {
  const read = await readXlsx(bytes)
  return read === null || read === 'too-large' ? String(read) : read.text
}

/** A workbook with this sheet. */
function workbook(sheet: string, turn: Readonly<Record<string, string>> = {}): Uint8Array {
  const made = writeXlsx('id,name\r\n')
  expect(isXlsx(made)).toBe(true)
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  return repacked({ 'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}">${sheet}</worksheet>`, ...turn })
}

function repacked(turn: Readonly<Record<string, string>>): Uint8Array {
  const office = 'http://schemas.openxmlformats.org'
  const book = `${office}/officeDocument/2006/relationships`
  const of = (id: string, target: string, type: string) =>
    `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="${id}" Type="${book}/${type}" Target="${target}"/></Relationships>`
  const all = {
    '_rels/.rels': of('rId1', 'xl/workbook.xml', 'officeDocument'),
    'xl/_rels/workbook.xml.rels': of('rId1', 'worksheets/sheet1.xml', 'worksheet'),
    'xl/workbook.xml': `<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${book}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ...turn,
  }
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])))
}

test('[A3] what was saved as a workbook changes nothing when it comes back: formulas, marks and zeros are what they were', async () => {
  const names = [
    '=HYPERLINK("x")',
    "'quoted",
    '<b>&amp;',
    '  ',
    'a\nb',
    '_x0041_',
    '007',
    'آشا',
    '1e5',
    'say "yes"',
  ]
  const rows = names.map((name, index) =>
    customer(index + 1, name.trim() === '' ? 'x' : name, '+91 98200 12345'),
  )
  const { lines, faults } = await outcomes(rows)
  expect(faults).toEqual([])
  expect(lines.map(({ outcome }) => outcome)).toEqual(names.map(() => 'same'))
})

const name = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom(...Array.from('\'"=+-@<>&_x0D,;\t\n ۱é')),
      minLength: 1,
      maxLength: 40,
    }),
  )
  .map((text) => text.slice(0, 100).trim())
  .filter((text) => text !== '' && text.isWellFormed() && !/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/u.test(text))

property.prop([fc.array(name, { maxLength: 12 })])(
  '[A3] whatever people are called, it comes back as it went',
  async (names) => {
    const { lines, faults } = await outcomes(names.map((one, index) => customer(index + 1, one)))
    expect(faults.filter(({ problem }) => problem !== 'no-lines')).toEqual([])
    expect(lines.filter(({ outcome }) => outcome !== 'same')).toEqual([])
  },
)

test('[V9] a formula is never worked out, and a day is told without a zone that nobody said', async () => {
  const cells =
    '<c r="A1" t="str"><f>1+1</f><v>7</v></c><c r="B1" t="b"><v>1</v></c><c r="C1"><v>12.50</v></c>'
  expect(await tableOf(workbook(`<sheetData><row r="1">${cells}</row></sheetData>`))).toBe(
    '"7","true","12.50"',
  )
})

const dated = {
  'xl/styles.xml':
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
}
/** Days as counted in workbooks; 46346 is 20 November 2026. */
const serial = (minutes: number) => 46346 + minutes / 1440

property.prop([fc.nat(1439)])(
  '[A3] [E3] a day of a workbook is its day and minute, without a zone',
  async (minutes) => {
    const cell = `<c r="A1" s="1"><v>${serial(minutes)}</v></c>`
    const clock = new Date(minutes * 60_000).toISOString().slice(11, 16)
    const bytes = workbook(`<sheetData><row r="1">${cell}</row></sheetData>`, dated)
    expect(await tableOf(bytes)).toBe(`"2026-11-20T${clock}"`)
  },
)

const oneRow = (cells: string) => `<sheetData><row r="1">${cells}</row></sheetData>`

test('[A3] what formulas leave of a number behind its fifteenth digit is not told: people do not see it there either', async () => {
  const cells =
    '<c r="A1"><f>1150*1.1</f><v>1265.0000000000002</v></c><c r="B1"><v>0.30000000000000004</v></c><c r="C1"><v>9007199254740991</v></c><c r="D1"><v>1.1000000000000001E-7</v></c>'
  expect(await tableOf(workbook(oneRow(cells)))).toBe('"1265","0.3","9007199254740991","1.1e-7"')
})

test('[A3] [P4] a percentage is what its cell shows, not a hundredth of it', async () => {
  const styles = dated['xl/styles.xml']
    .replace('<cellStyleXfs', '<numFmts><numFmt numFmtId="170" formatCode="0.00%"/></numFmts><cellStyleXfs')
    .replace('</cellXfs>', '<xf numFmtId="9"/><xf numFmtId="170"/></cellXfs>')
  const cells =
    '<c r="A1" s="2"><v>0.5</v></c><c r="B1" s="3"><f>1/8</f><v>0.125</v></c><c r="C1" s="0"><v>0.5</v></c><c r="D1" s="2" t="b"><v>1</v></c><c r="E1" s="2"><v>0.07</v></c>'
  const bytes = workbook(oneRow(cells), { ...dated, 'xl/styles.xml': styles })
  expect(await tableOf(bytes)).toBe('"50%","12.5%","0.5","true","7%"')
})

test('[V9] a cell far out, too many parts, or more than there is room for is refused before it is built', async () => {
  const far = (at: string) => workbook(`<sheetData><row r="1"><c r="${at}"><v>1</v></c></row></sheetData>`)
  expect(await readXlsx(far('XFD1'))).toBe('too-large')
  expect(await readXlsx(far('A1048576'))).toBe('too-large')
  expect(await readXlsx(far('&#65;1'))).toBe('too-large')
  expect(await readXlsx(new Uint8Array(XLSX_BYTES_MAX + 1))).toBe('too-large')
  expect(await readXlsx(repacked({ 'xl/a.xml': ' '.repeat(25 * 1024 * 1024) }))).toBe('too-large')
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`xl/${index}.xml`, '<a/>']))
  expect(await readXlsx(repacked(many))).toBe('too-large')
})

test('[V9] a part that is larger than it says gets no more room than it said', async () => {
  const bytes = workbook(`<sheetData/>${' '.repeat(20 * 1024 * 1024)}`)
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  for (let at = bytes.length - 46; at >= 0; at -= 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
  expect(await readXlsx(bytes)).toBeNull()
})

test('[V9] what is no workbook is none', async () => {
  expect(isXlsx(strToU8('id,name'))).toBe(false)
  expect(await readXlsx(strToU8('PK\u0003\u0004 and no more'))).toBeNull()
  expect(await readXlsx(repacked({ 'xl/workbook.xml': '<workbook' }))).toBeNull()
  expect(await readXlsx(zipSync({ 'a.txt': strToU8('x') }))).toBeNull()
})

const sample = writeXlsx(
  sheetHead('customers') + sheetLines('customers', [customer(1, 'Asha'), customer(2, 'Ravi')]),
)

property.prop(
  [fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }), fc.nat(40)],
  { numRuns: 300 },
)('[V9] [fuzz] a damaged workbook is a table or none, and never throws', async (turns, cut) => {
  const bytes = sample.slice(0, sample.length - cut)
  for (const [at, value] of turns) if (at < bytes.length) bytes[at] = value
  expect(typeof (await tableOf(bytes))).toBe('string')
})
