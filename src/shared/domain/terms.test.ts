import { expect, test } from 'vitest'
import { type Terms, houseTerms, resolveTerms, settableTerms, termBounds, withTerms } from './terms.ts'

test('[H2] the nearest wins: house, venue, listing, show', () => {
  const [venue, listing, show] = [{ holdMs: 1, graceMs: 1 }, { holdMs: 2 }, { feeMinor: 3 }]
  expect(resolveTerms({ seatsMax: 4 }, venue, listing, show)).toEqual({
    ...houseTerms,
    seatsMax: 4,
    graceMs: 1,
    holdMs: 2,
    feeMinor: 3,
  })
})

test('[H2] a term is set, and taken from above again; what a change does not name stays', () => {
  const before: Partial<Terms> = { feeMinor: 5, autoLockMs: 7 }
  expect(withTerms(before, { holdMs: 60_000, ladiesRule: true })).toEqual({
    feeMinor: 5,
    autoLockMs: 7,
    holdMs: 60_000,
    ladiesRule: true,
  })
  expect(withTerms(before, { feeMinor: null })).toEqual({ autoLockMs: 7 })
  expect(withTerms(before, { feeMinor: 0 })).toEqual({ feeMinor: 0, autoLockMs: 7 })
})

test('[A2] terms that are so already are the very same: such a change changes nothing', () => {
  const before: Partial<Terms> = { asksNames: false, feeMinor: 5 }
  expect(withTerms(before, { feeMinor: 5, asksNames: false, holdMs: null })).toBe(before)
  expect(withTerms(before, {})).toBe(before)
})

test('[H2] the built-in terms lie within the bounds of what may be set, and only the house’s own two cannot be', () => {
  for (const [name, [least, most]] of Object.entries(termBounds)) {
    const value = houseTerms[name as keyof typeof termBounds]
    expect(value >= least && value <= most, name).toBe(true)
  }
  const rest = Object.keys(houseTerms).filter((name) => !(settableTerms as readonly string[]).includes(name))
  expect(rest).toEqual(['autoLockMs', 'requireShift'])
})
