import { expect, test } from 'vitest'
import { Recent } from './recent.ts'

test('holds no more than its limit and lets the longest unused go', () => {
  const dropped: string[] = []
  const recent = new Recent<string, string>(2, (value) => dropped.push(value))
  recent.keep('a', 'A')
  recent.keep('b', 'B')
  recent.use('a')
  recent.keep('c', 'C')
  expect(dropped).toEqual(['B'])
  expect([...recent.values()]).toEqual(['A', 'C'])
})

test('a look is not a use', () => {
  const recent = new Recent<string, string>(2)
  recent.keep('a', 'A')
  recent.keep('b', 'B')
  recent.peek('a')
  recent.keep('c', 'C')
  expect(recent.peek('a')).toBeUndefined()
})
