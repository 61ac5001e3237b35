import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SeatId } from './ids.ts'
import { SeatFrames } from './seat-frames.ts'
import { seatStateCode } from './seat-state.ts'

const { available, held, sold } = seatStateCode
const seat = (index: number) => index as SeatId

test('[A6] seats at any instant are as every change until then left them, over many key frames', () => {
  const change = fc.record({ seat: fc.nat(5), code: fc.nat(5), afterMs: fc.nat(2) })
  fc.assert(
    fc.property(
      fc.array(change, { minLength: 9000, maxLength: 9000, size: 'max' }),
      fc.array(fc.nat(20_000)),
      (changes, asked) => {
        const frames = new SeatFrames(new Uint8Array(6))
        let nowMs = 1
        const told = changes.map(({ afterMs, ...what }) => ({ ...what, atMs: (nowMs += afterMs) }))
        for (const { seat: index, code, atMs } of told) frames.change(seat(index), code, atMs)
        for (const atMs of [0, nowMs, ...asked]) {
          const naive = new Uint8Array(6)
          for (const one of told) if (one.atMs <= atMs) naive[one.seat] = one.code
          expect([...frames.statesAt(atMs)], `at ${atMs}`).toEqual([...naive])
        }
      },
    ),
    { numRuns: 10 },
  )
})

test('[A6] a picture that was asked for is a copy: drawing on it changes no instant', () => {
  const frames = new SeatFrames(new Uint8Array(2))
  frames.statesAt(0)[0] = sold
  expect([...frames.statesAt(0)]).toEqual([available, available])
})

test('[A6] the instants before and after one are those at which a seat changed; there are none beyond the ends', () => {
  const frames = new SeatFrames(new Uint8Array(2))
  expect([frames.before(10), frames.after(10)]).toEqual([null, null])
  frames.change(seat(0), held, 10)
  frames.change(seat(1), held, 10)
  frames.change(seat(0), held, 15)
  frames.change(seat(0), sold, 20)
  expect([0, 10, 15, 20].map((atMs) => frames.after(atMs))).toEqual([10, 20, 20, null])
  expect([10, 11, 20, 21].map((atMs) => frames.before(atMs))).toEqual([null, 10, 10, 20])
  expect(frames.codeOf(seat(0))).toBe(sold)
  expect(frames.codeOf(seat(7))).toBe(seatStateCode.blocked)
})

test('[A6] what was sold and what was given back is counted in the part of the time in which it was', () => {
  const frames = new SeatFrames(new Uint8Array(4))
  frames.change(seat(0), held, 0)
  frames.change(seat(0), sold, 10)
  frames.change(seat(1), sold, 49)
  frames.change(seat(2), sold, 50)
  frames.change(seat(0), available, 99)
  frames.change(seat(1), sold, 99)
  frames.change(seat(3), sold, 100)
  expect(frames.turnover(0, 100, 2)).toEqual({ sold: [2, 2], back: [0, 1] })
  // Changes outside the range count in the nearest interval; a range without length has one instant.
  expect(frames.turnover(20, 90, 2)).toEqual({ sold: [3, 1], back: [0, 1] })
  expect(frames.turnover(50, 50, 1)).toEqual({ sold: [4], back: [1] })
})
