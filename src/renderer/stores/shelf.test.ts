import { expect, test } from 'vitest'
import { type Shelf, openShelf } from './shelf.ts'

/** `room`: whether anything more can be stored. */
function storage() {
  const rows = new Map<string, string>()
  const at = { room: true }
  const shelf: Shelf = {
    getItem: (name) => rows.get(name) ?? null,
    setItem: (name, text) => {
      if (!at.room) throw new DOMException('full', 'QuotaExceededError')
      rows.set(name, text)
    },
    removeItem: (name) => void rows.delete(name),
  }
  return { rows, at, shelf }
}

test('[C3] where there is room, what is kept lies in the storage and is there for the next page', () => {
  const { rows, shelf } = storage()
  openShelf(() => shelf).setItem('cart', 'D10')
  expect(rows.get('cart')).toBe('D10')
  const next = openShelf(() => shelf)
  expect(next.getItem('cart')).toBe('D10')
  next.removeItem('cart')
  expect(next.getItem('cart')).toBeNull()
})

test('[C3] a disk that is full stops nothing: the page has what it kept, and the next one finds no older state of it', () => {
  const { rows, at, shelf } = storage()
  const page = openShelf(() => shelf)
  page.setItem('cart', 'D10')
  at.room = false
  page.setItem('cart', 'D10 D11')
  expect(page.getItem('cart')).toBe('D10 D11')
  expect(rows.has('cart')).toBe(false)

  at.room = true
  page.setItem('cart', 'D12')
  expect([page.getItem('cart'), rows.get('cart')]).toEqual(['D12', 'D12'])
})

test('[C3] a browser that forbids it stops nothing', () => {
  const page = openShelf(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  expect(page.getItem('cart')).toBeNull()
  page.setItem('cart', 'D10')
  expect(page.getItem('cart')).toBe('D10')
  page.removeItem('cart')
  expect(page.getItem('cart')).toBeNull()
})
