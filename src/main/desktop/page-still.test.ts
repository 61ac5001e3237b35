import { expect, test } from 'vitest'
import { untilStill } from './page-still.ts'

test('[K1] a page has its files when it has asked for no other for a moment, and not before it asked for the first', async () => {
  const waiting: (() => void)[] = []
  const wait = (ms: number) => {
    expect(ms).toBe(40)
    return new Promise<void>((resolve) => waiting.push(resolve))
  }
  const { answers, still } = untilStill((path) => new Response(path), wait)
  let isStill = false
  void still.then(() => (isStill = true))
  const passed = async () => {
    waiting.shift()?.()
    await new Promise(setImmediate)
    return isStill
  }
  expect(await answers('/').text()).toBe('/')
  expect(waiting).toHaveLength(0)
  answers('/assets/index.js')
  answers('/assets/base.js')
  expect(await passed()).toBe(false)
  expect(await passed()).toBe(true)
})
