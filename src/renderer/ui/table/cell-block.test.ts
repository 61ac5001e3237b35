import { expect, test } from 'vitest'
import { cellsOf, copied, pastedAt } from './cell-block.ts'
import type { Column } from './column.ts'
import { at, blockOf, moved } from './cursor.ts'

interface Line {
  readonly name: string
  readonly city: string
  readonly sold: number
}

const edit = { text: ({ city }: Line) => city, read: () => null }
const columns = [
  { id: 'name', text: ({ name }: Line) => name, edit: { ...edit, text: ({ name }: Line) => name } },
  { id: 'sold', text: ({ sold }: Line) => String(sold) },
  { id: 'city', text: ({ city }: Line) => `in ${city}`, edit },
].map((column): Column<Line> => ({ head: '', kind: 'text', width: '', value: () => null, ...column }))
const rows = [
  { name: 'Bay', city: 'Goa', sold: 1 },
  { name: 'say "hi"', city: 'Pune', sold: 2 },
  { name: 'Dune', city: 'Goa', sold: 3 },
]

test('[A1] what is marked is copied as a spreadsheet writes it: as it would be typed, marks doubled', () => {
  const block = blockOf({ row: 1, column: 2, anchor: { row: 0, column: 0 } })
  expect(copied(rows, columns, block)).toBe('Bay\t1\tGoa\n"say ""hi"""\t2\tPune')
})

test('[A1] what a spreadsheet wrote is read back cell by cell, whatever stands in one', () => {
  expect(cellsOf('a\tb\r\nc\td\r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  expect(cellsOf('"two\nlines"\t"say ""hi"""')).toEqual([['two\nlines', 'say "hi"']])
  expect(cellsOf('5" pipe\t"open')).toEqual([['5" pipe', '"open']])
  expect(cellsOf('a\t')).toEqual([['a', '']])
  expect(cellsOf('')).toEqual([['']])
  expect(cellsOf('a\n\nb')).toEqual([['a'], [''], ['b']])
})

test('[A1] a block goes in from the first marked cell on, past what may not be typed into, and no further than the table', () => {
  const edits = (text: string, cursor = at(1, 0)) =>
    pastedAt(rows, columns, { cells: cellsOf(text), block: blockOf(cursor) }).map(
      ({ row, column, text }) => `${row.name}.${column.id}=${text}`,
    )
  expect(edits('A\t9\tX\tY\nB\t8\nC')).toEqual(['say "hi".name=A', 'say "hi".city=X', 'Dune.name=B'])
  expect(edits('9', at(0, 1))).toEqual([])
  const marked = { row: 0, column: 2, anchor: { row: 2, column: 2 } }
  expect(edits('Agra', marked)).toEqual(['Bay.city=Agra', 'say "hi".city=Agra', 'Dune.city=Agra'])
})

test('[A1] arrows move by a cell and stay inside, Shift marks, the page of a right-to-left language runs the other way', () => {
  const size = { rows: 3, columns: 3, page: 2 }
  const press = (key: string, more: object = {}) =>
    ({ key, ctrlKey: false, shiftKey: false, isRightToLeft: false, ...more }) as const
  const step = (key: string, more: object = {}) => moved(at(1, 1), press(key, more), size)
  expect(step('ArrowDown')).toEqual(at(2, 1))
  expect(step('ArrowRight')).toEqual(at(1, 2))
  expect(step('ArrowRight', { isRightToLeft: true })).toEqual(at(1, 0))
  expect(step('ArrowLeft', { isRightToLeft: true })).toEqual(at(1, 2))
  expect(step('PageDown')).toEqual(at(2, 1))
  expect(step('ArrowUp', { ctrlKey: true })).toEqual(at(0, 1))
  expect(step('Home')).toEqual(at(1, 0))
  expect(step('Home', { ctrlKey: true })).toEqual(at(0, 0))
  expect(step('End', { ctrlKey: true })).toEqual(at(2, 2))
  expect(step('PageUp', { shiftKey: true })).toEqual({ row: 0, column: 1, anchor: { row: 1, column: 1 } })
  expect(step('x')).toBeNull()
  expect(moved(at(0, 0), press('ArrowDown'), { rows: 0, columns: 3, page: 2 })).toBeNull()
})
