import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BookingId, PlanId, SeatId } from '../domain/ids.ts'
import { seatStates } from '../domain/seat-state.ts'
import type { SeatStep } from '../domain/seat-steps.ts'
import { decodeFrame, encodeFrame } from './codec.ts'
import { type StepColumns, columnsOfSteps, stepColumns, stepsOfColumns } from './step-columns.ts'

const instant = fc.integer({ min: 0, max: 8_640_000_000_000_000 })
const orNull = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null })
const step: fc.Arbitrary<SeatStep> = fc.record({
  revision: fc.nat(),
  atMs: instant,
  bookingId: orNull(fc.uuid().map((text) => text as BookingId)),
  seatIds: fc.array(fc.nat(99_999).map((index) => index as SeatId)),
  state: orNull(fc.constantFrom(...seatStates, 'pending' as const)),
  untilMs: orNull(instant),
  onSale: orNull(fc.array(fc.boolean())),
  planId: orNull(fc.integer({ min: 1, max: 1000 }).map((id) => id as PlanId)),
})

test('[A6] steps come out of their frame as they went in', () => {
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const frame = decodeFrame(encodeFrame({ steps: columnsOfSteps(steps) })) as { steps: StepColumns }
      expect(stepColumns.safeParse(frame.steps).success).toBe(true)
      expect(stepsOfColumns(frame.steps)).toEqual(steps)
    }),
  )
})

test('[V7] columns of another kind are no steps', () => {
  const columns = columnsOfSteps([])
  for (const turned of [{ atMs: new Float32Array(0) }, { seats: [] }, { state: 'x' }, { booking: null }])
    expect(stepColumns.safeParse({ ...columns, ...turned }).success).toBe(false)
})
