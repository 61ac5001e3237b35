import { expect, test } from 'vitest'
import { type Step, offerSteps, offeredSteps, steps, withdrawSteps } from './steps.ts'

const step = (id: string, isOffered = true, keys: readonly string[] = []): Step => ({
  id,
  words: id,
  keys,
  run: () => {},
  isOffered,
})
const offered = () => offeredSteps(steps.getState().shown).map(({ id }) => id)

test('[E2] the palette has what every part of the screen offers, each once, and nothing that cannot be done now', () => {
  offerSteps('cart', [step('hold'), step('park', false), step('extend')])
  offerSteps('clock', [step('extend')])
  expect(offered()).toEqual(['hold', 'extend'])
  offerSteps('cart', [step('park')])
  expect(offered()).toEqual(['park', 'extend'])
  withdrawSteps('clock')
  expect(offered()).toEqual(['park'])
  withdrawSteps('cart')
})

test('[E2] what has a key comes first, whichever part of the screen was there before', () => {
  offerSteps('coupon', [step('coupon')])
  offerSteps('cart', [step('hold', true, ['F9']), step('clear', true, ['Escape'])])
  expect(offered()).toEqual(['hold', 'clear', 'coupon'])
})
