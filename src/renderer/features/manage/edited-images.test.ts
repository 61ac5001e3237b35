import { expect, test } from 'vitest'
import { LISTING_IMAGES_MAX } from '../../../shared/domain/catalogue.ts'
import type { DrawnImage } from './draw-image.ts'
import { type Images, described, moved, whyNot, withDrawn } from './edited-images.ts'

const drawn = (digest: string) =>
  ({ digest, width: 3, height: 2, bytes: [], address: '' }) as unknown as DrawnImage
const all = (...digests: readonly string[]): Images =>
  digests.map((digest) => ({ digest, width: 3, height: 2, alt: {} }))
const order = (images: Images) => images.map(({ digest }) => digest).join('')

test('[A3] a picture that was decoded goes behind the others as they are by then, with their words', () => {
  const before = described(all('a', 'b'), 'a', 'en', 'The front')
  const after = withDrawn(before, drawn('c'))
  expect(order(after)).toBe('abc')
  expect(after[0]?.alt).toEqual({ en: 'The front' })
})

test('[A3] a picture that is there already, and one too many, are not taken', () => {
  expect(whyNot(all('a', 'b'), drawn('b'))).toBe('twice')
  expect(whyNot(all('a', 'b'), drawn('c'))).toBe(null)
  const full = all(...Array.from({ length: LISTING_IMAGES_MAX }, (_, index) => String(index)))
  expect(whyNot(full, drawn('c'))).toBe('too-many')
})

test('[A3] pictures are moved within their list, and words of one language leave those of others', () => {
  expect(order(moved(all('a', 'b', 'c'), 2, 0))).toBe('cab')
  expect(order(moved(all('a', 'b'), 0, 2))).toBe('ab')
  const both = described(described(all('a'), 'a', 'fa', 'x'), 'a', 'en', 'y')
  expect(Object.keys(both[0]?.alt ?? {})).toEqual(['en', 'fa'])
  expect(described(both, 'a', 'fa', '')[0]?.alt).toEqual({ en: 'y' })
})
