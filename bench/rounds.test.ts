import { expect, test } from 'vitest'
import { median, medianRatio, percentile, takeTurns } from './rounds.ts'

test('[house] variants take turns, forwards and backwards, and the first round is dropped', async () => {
  const order: string[] = []
  const run = (name: string) => () => order.push(name)
  const samples = await takeTurns({ a: run('a'), b: run('b'), c: run('c') }, 3)
  expect(order.join('')).toBe('abccbaabccba')
  // The position at which each one ran: the first round's are 1, 2, 3.
  expect(samples).toEqual({ a: [6, 7, 12], b: [5, 8, 11], c: [4, 9, 10] })
})

test('[house] one variant ends before the next begins', async () => {
  let running = 0
  const run = async () => {
    running += 1
    expect(running).toBe(1)
    await Promise.resolve()
    running -= 1
  }
  await takeTurns({ a: run, b: run }, 2)
  expect(running).toBe(0)
})

test('[house] a median is the middle, whatever the order', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(median([10, 9, 100])).toBe(10)
  expect(() => median([])).toThrow(RangeError)
})

test('[house] a percentile is a value that was measured and that so many do not exceed', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect(percentile(hundred, 0.5)).toBe(50)
  expect(percentile(hundred, 0.95)).toBe(95)
  expect(percentile(hundred, 1)).toBe(100)
  expect(percentile([7], 0.01)).toBe(7)
  expect(() => percentile([], 0.5)).toThrow(RangeError)
})

test('[house] a ratio is taken round by round: a round that was slow for both counts as any other', () => {
  expect(medianRatio([20, 400, 30], [10, 200, 15])).toBe(2)
  expect(() => medianRatio([1, 2], [1])).toThrow(RangeError)
})
