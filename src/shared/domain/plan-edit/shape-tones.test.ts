import { expect, test } from 'vitest'
import { plainArea } from './add-parts.ts'
import { shapeTones, toneOf } from './shape-tones.ts'

test('[L4] a shape says which tone it has; one that its file brought has none of them', () => {
  expect(toneOf(plainArea)).toBe('plain')
  expect(toneOf(shapeTones.water)).toBe('water')
  expect(toneOf({ color: '#123456', borderColor: '' })).toBe(null)
})
