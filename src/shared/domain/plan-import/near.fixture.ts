import { expect } from 'vitest'

/**
 * The expected value, with every number in it allowed to be 5e-6 units off: pretix stores differences of positions, and subtracting
 * and adding them up again is not exact to the last bit.
 */
export function near(expected: unknown): unknown {
  if (typeof expected === 'number') return expect.closeTo(expected, 5)
  if (Array.isArray(expected)) return expected.map(near)
  if (typeof expected !== 'object' || expected === null || ArrayBuffer.isView(expected)) return expected
  return Object.fromEntries(Object.entries(expected).map(([key, value]) => [key, near(value)]))
}
