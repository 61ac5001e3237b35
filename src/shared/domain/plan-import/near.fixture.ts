import { expect } from 'vitest'

/**
 * What is expected, with every number in it allowed to lie 5e-6 units off: pretix keeps differences of places, and what is taken apart
 * and added up again is not the same to the last bit.
 */
export function near(expected: unknown): unknown {
  if (typeof expected === 'number') return expect.closeTo(expected, 5)
  if (Array.isArray(expected)) return expected.map(near)
  if (typeof expected !== 'object' || expected === null || ArrayBuffer.isView(expected)) return expected
  return Object.fromEntries(Object.entries(expected).map(([key, value]) => [key, near(value)]))
}
