import { expect, test } from 'vitest'
import { PassingMap } from './passing-map.ts'

test('[house] a passing map has what was set and not deleted, however much came and went', () => {
  const map = new PassingMap<number, string>()
  const plain = new Map<number, string>()
  for (let key = 0; key < 1000; key += 1) {
    map.set(key, `${key}`)
    plain.set(key, `${key}`)
    const gone = key % 3 === 0 ? key - 30 : key + 1
    map.delete(gone)
    plain.delete(gone)
  }
  expect([...map.values()]).toEqual([...plain.values()])
  expect([map.get(999), map.get(0)]).toEqual(['999', undefined])
})

test('[house] what is set again is there once, with its last value', () => {
  const map = new PassingMap<string, number>()
  map.set('a', 1)
  map.set('a', 2)
  expect([...map.values()]).toEqual([2])
})
