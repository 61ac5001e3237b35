import { expect, test } from 'vitest'
import { DRAWN, PRESSED, repaintTimes } from './repaint-times.ts'
import { SWAP } from './swaps.ts'

const at = (name: string, ...times: readonly number[]) => times.map((ts) => ({ name, ts }))

test('[house] a sale is shown by the first frame after it was drawn, not by one that was on its way', () => {
  const seller = at(PRESSED, 20_000, 1000)
  const watcher = [...at(SWAP, 26_000, 9000, 4000, 21_000), ...at(DRAWN, 5000, 22_000)]
  expect(repaintTimes(seller, watcher)).toEqual([8, 6])
})

test('[house] a sale that another screen did not draw, or never showed, is no measurement', () => {
  expect(() => repaintTimes(at(PRESSED, 1, 2), at(DRAWN, 3))).toThrow('2 sales')
  expect(() => repaintTimes(at(PRESSED, 1), [...at(SWAP, 2), ...at(DRAWN, 3)])).toThrow('never shown')
  expect(() => repaintTimes(at(PRESSED, 4), [...at(SWAP, 5), ...at(DRAWN, 3)])).toThrow('never shown')
})
