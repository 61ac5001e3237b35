import { expect, test } from 'vitest'
import { PAN_BEGINS, PAN_ENDS } from './page/page-bench.ts'
import { swapTimes } from './swaps.ts'

const swap = (ts: number) => ({ name: 'DisplayScheduler::DrawAndSwap', ts })
const pan = [
  { name: PAN_BEGINS, ts: 1000 },
  { name: PAN_ENDS, ts: 9000 },
]

test('[house] a frame’s time is from one swap to the next, in whatever order the trace tells them', () => {
  expect(swapTimes([swap(5000), swap(2000), { name: 'other', ts: 2500 }, ...pan, swap(3500)])).toEqual([
    1.5, 1.5,
  ])
})

test('[house] what was shown before and after the pan is not of it', () => {
  expect(swapTimes([swap(900), swap(2000), swap(3000), swap(9001), ...pan])).toEqual([1])
})

test('[house] a trace without a pan is no measurement', () => {
  expect(() => swapTimes([swap(1), swap(2)])).toThrow(/no pan/)
})
