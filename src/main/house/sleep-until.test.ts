import { expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../shared/lib/time.ts'
import { sleepUntil } from './sleep-until.ts'

/** A timer that counts elapsed time, and a clock that may be set. */
function machine() {
  const timers: { leftMs: number; work: () => void }[] = []
  const it = {
    nowMs: 0,
    woken: 0,
    sleep: (ms: number, work: () => void) => {
      const timer = { leftMs: ms, work }
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), 1)
    },
    pass: (ms: number) => {
      for (let left = ms; left > 0; left -= SECOND_MS) {
        it.nowMs += SECOND_MS
        for (const timer of timers) timer.leftMs -= SECOND_MS
        for (const timer of timers.filter(({ leftMs }) => leftMs <= 0)) {
          timers.splice(timers.indexOf(timer), 1)
          timer.work()
        }
      }
    },
  }
  const until = (instantMs: number) =>
    sleepUntil({ instantMs, nowMs: () => it.nowMs, sleep: it.sleep }, () => (it.woken += 1))
  return { it, until }
}

test('[H7] it wakes once, at the instant', () => {
  const { it, until } = machine()
  until(5 * MINUTE_MS)
  it.pass(5 * MINUTE_MS - SECOND_MS)
  expect(it.woken).toBe(0)
  it.pass(SECOND_MS)
  expect(it.woken).toBe(1)
  it.pass(HOUR_MS)
  expect(it.woken).toBe(1)
})

test('[I6] a clock that is set forward beyond the instant wakes it within half a minute', () => {
  const { it, until } = machine()
  until(HOUR_MS)
  it.pass(MINUTE_MS)
  it.nowMs += 2 * HOUR_MS
  it.pass(31 * SECOND_MS)
  expect(it.woken).toBe(1)
})

test('[H7] what is called off does not wake, in whichever piece of its sleep it is', () => {
  const { it, until } = machine()
  const callOff = until(5 * MINUTE_MS)
  it.pass(2 * MINUTE_MS)
  callOff()
  it.pass(HOUR_MS)
  expect(it.woken).toBe(0)
})
