import { expect, test } from 'vitest'
import type { Column } from './column.ts'
import { shownRows } from './shown-rows.ts'
import { type View, filteredBy, plainView, sortedBy, withColumn } from './view.ts'

interface Hotel {
  readonly name: string
  readonly city: string
  readonly stars: number | null
  readonly has: readonly string[]
  readonly isOpen: boolean
}

const parts: readonly Omit<Column<Hotel>, 'head' | 'width'>[] = [
  { id: 'name', kind: 'text', value: ({ name }) => name, text: ({ name }) => name },
  { id: 'city', kind: 'choice', value: ({ city }) => city, text: ({ city }) => city.toUpperCase() },
  { id: 'stars', kind: 'number', value: ({ stars }) => stars, text: ({ stars }) => String(stars) },
  { id: 'has', kind: 'choice', value: ({ has }) => has, text: ({ has }) => has.join(', ') },
  { id: 'open', kind: 'yesNo', value: ({ isOpen }) => isOpen, text: ({ isOpen }) => String(isOpen) },
]
const columns = parts.map((column) => ({ head: column.id, width: '1fr', ...column }))

const hotels: readonly Hotel[] = [
  { name: 'Taj', city: 'Pune', stars: 5, has: ['WiFi', 'Pool'], isOpen: true },
  { name: 'élan', city: 'Pune', stars: 3, has: ['WiFi'], isOpen: false },
  { name: 'Bay', city: 'Goa', stars: null, has: [], isOpen: true },
  { name: 'Dune', city: 'Goa', stars: 3, has: ['Pool'], isOpen: true },
]

const plain = { ...plainView('name'), sorts: [] }
const names = (view: Partial<View>) =>
  shownRows(hotels, columns, { ...plain, ...view }).map(({ name }) => name)

test('[A1] several columns sort together, what is missing comes last either way, and equals keep their order', () => {
  expect(names({ sorts: [{ id: 'name', isDown: false }] })).toEqual(['Bay', 'Dune', 'élan', 'Taj'])
  const cities = { id: 'city', isDown: false }
  expect(names({ sorts: [cities, { id: 'stars', isDown: true }] })).toEqual(['Dune', 'Bay', 'Taj', 'élan'])
  expect(names({ sorts: [{ id: 'stars', isDown: false }] })).toEqual(['élan', 'Dune', 'Taj', 'Bay'])
  expect(names({ sorts: [{ id: 'stars', isDown: true }] })).toEqual(['Taj', 'élan', 'Dune', 'Bay'])
  expect(names({ sorts: [{ id: 'open', isDown: false }] })[0]).toBe('élan')
  expect(names({ sorts: [{ id: 'gone', isDown: false }] })).toEqual(['Taj', 'élan', 'Bay', 'Dune'])
})

test('[A1] each kind of filter lets through what it says, its ends with it; all of them together', () => {
  const by = (id: string, filter: View['filters'][string]) => names({ filters: { [id]: filter } })
  expect(by('name', { kind: 'text', text: 'ÉL' })).toEqual(['élan'])
  expect(by('name', { kind: 'text', text: 'el' })).toEqual(['élan'])
  expect(by('city', { kind: 'choice', value: 'Goa' })).toEqual(['Bay', 'Dune'])
  expect(by('has', { kind: 'choice', value: 'Pool' })).toEqual(['Taj', 'Dune'])
  expect(by('open', { kind: 'yesNo', is: false })).toEqual(['élan'])
  expect(by('stars', { kind: 'range', from: 3, to: 3 })).toEqual(['élan', 'Dune'])
  expect(by('stars', { kind: 'range', from: null, to: 4 })).toEqual(['élan', 'Dune'])
  const open = { kind: 'yesNo', is: true } as const
  expect(names({ filters: { open, city: { kind: 'choice', value: 'Pune' } } })).toEqual(['Taj'])
})

test('[A1] a search finds every word in any of a row’s words, in capitals or not', () => {
  expect(names({ text: 'goa  du' })).toEqual(['Dune'])
  expect(names({ text: 'wifi' })).toEqual(['Taj', 'élan'])
  expect(names({ text: 'pune goa' })).toEqual([])
  expect(names({ text: ' ' })).toHaveLength(4)
  expect(names({ text: 'elan' })).toEqual(['élan'])
})

test('[A1] a column sorts up, down, not at all; with Shift beside the others, each in its place', () => {
  const once = sortedBy(plain, 'a', false)
  expect(once.sorts).toEqual([{ id: 'a', isDown: false }])
  const both = sortedBy(once, 'b', true)
  expect(sortedBy(both, 'a', true).sorts).toEqual([
    { id: 'a', isDown: true },
    { id: 'b', isDown: false },
  ])
  expect(sortedBy(sortedBy(both, 'a', true), 'a', true).sorts).toEqual([{ id: 'b', isDown: false }])
  expect(sortedBy(both, 'b', false).sorts).toEqual([{ id: 'b', isDown: true }])
})

test('[A1] an empty filter is none, and a column is turned there and back', () => {
  const on = filteredBy(plain, 'name', { kind: 'text', text: 'x' })
  expect(Object.keys(on.filters)).toEqual(['name'])
  expect(filteredBy(on, 'name', { kind: 'text', text: ' ' }).filters).toEqual({})
  expect(filteredBy(on, 'name', { kind: 'range', from: null, to: null }).filters).toEqual({})
  expect(filteredBy(on, 'name', null).filters).toEqual({})
  expect(withColumn(plain, 'city').turned).toEqual(['city'])
  expect(withColumn(withColumn(plain, 'city'), 'city').turned).toEqual([])
})
