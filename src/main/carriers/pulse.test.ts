import { expect, test } from 'vitest'
import { Pulse, type Verdict, WAITING_BYTES_MAX } from './pulse.ts'

const MIB = 1024 * 1024

/** Looks once a second; `each` says how much is waiting then. */
function looked(seconds: number, each: (pulse: Pulse, second: number) => number): Verdict[] {
  const pulse = new Pulse(0)
  return Array.from({ length: seconds }, (_, at) => pulse.look((at + 1) * 1000, each(pulse, at + 1)))
}

test('[SYNC 5.7] whoever answers is asked every five seconds, for ever', () => {
  const said = looked(60, (pulse) => {
    pulse.answered()
    return 0
  })
  expect(said.flatMap((one, at) => (one === 'wait' ? [] : [`${one} ${at + 1}`])).slice(0, 3)).toEqual([
    'ping 5',
    'ping 10',
    'ping 15',
  ])
  expect(said).not.toContain('cut')
})

test('[SYNC 5.7] [V13] whoever answers no ping is cut off when the third is due', () => {
  const said = looked(15, () => 0)
  expect(said.indexOf('cut')).toBe(14)
})

test('[SYNC 5.7] whoever takes nothing for ten seconds while something waits is cut off, though it answered', () => {
  const said = looked(11, (pulse) => {
    pulse.answered()
    return 100
  })
  expect(said.indexOf('cut')).toBe(10)
})

test('[SYNC 5.7] whoever takes something now and then may have something waiting for ever', () => {
  const said = looked(60, (pulse, second) => {
    pulse.answered()
    if (second % 9 === 0) pulse.left()
    return 100
  })
  expect(said).not.toContain('cut')
})

test('[SYNC 5.7] more than 1 MiB waiting for ten seconds is too much, though some of it leaves; less is not', () => {
  const waiting = (bytes: number) =>
    looked(30, (pulse) => {
      pulse.answered()
      pulse.left()
      return bytes
    })
  expect(waiting(MIB + 1).indexOf('cut')).toBe(10)
  expect(waiting(MIB)).not.toContain('cut')
})

test('[SYNC 5.7] more than anybody can ask for is too much at once', () => {
  expect(looked(1, () => WAITING_BYTES_MAX + 1)).toEqual(['cut'])
  expect(looked(1, () => WAITING_BYTES_MAX)).toEqual(['wait'])
})
