import { expect, test } from 'vitest'
import type { ForwardChange } from '../../../shared/domain/changes/change.ts'
import type { Column, Edited } from '../../ui/table/column.ts'
import { stepsOf } from './steps-of.ts'

const set = (patch: object) => ({ of: 'listings', kind: 'set', set: patch }) as ForwardChange
function column(id: string, read: (text: string) => ForwardChange | null) {
  return { id, edit: { text: () => '', read } } as unknown as Column<number>
}
const title = column('title', (text) => (text === '' ? null : set({ title: text })))
const city = column('city', (text) => set({ details: { city: text } }))
const stars = column('stars', (text) => set({ details: { stars: Number(text) } }))
const start = column('start', (text) => ({ of: 'shows', kind: 'move', byMs: Number(text) }))
const idOf = (row: number) => row
const edit = (row: number, of: Column<number>, text: string): Edited<number> => ({ row, column: of, text })

test('[A2] fields of one row are set together, and rows that get the same are one change', () => {
  const edits = [1, 2, 3].flatMap((row) => [
    edit(row, city, row === 3 ? 'Agra' : 'Goa'),
    edit(row, stars, '4'),
  ])
  expect(stepsOf(edits, idOf)).toEqual([
    { change: set({ details: { city: 'Goa', stars: 4 } }), ids: [1, 2] },
    { change: set({ details: { city: 'Agra', stars: 4 } }), ids: [3] },
  ])
  expect(stepsOf([edit(1, title, 'A'), edit(1, city, 'B')], idOf)).toEqual([
    { change: set({ title: 'A', details: { city: 'B' } }), ids: [1] },
  ])
})

test('[A2] what is no field of a row stays a change of its own', () => {
  const steps = stepsOf([edit(1, start, '5'), edit(1, start, '6')], idOf)
  expect(steps).toHaveLength(2)
})

test('[A2] a cell that cannot be what was typed is named, and then nothing is to be done', () => {
  const bad = edit(2, title, '')
  expect(stepsOf([edit(1, city, 'Goa'), bad], idOf)).toEqual({ unreadable: bad })
})
