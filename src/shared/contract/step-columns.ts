// Steps of a show's seats as columns, so that a hundred thousand of them are copied and not parsed. Owns both conversions; must never
// know what a step means.

import { z } from 'zod'
import type { BookingId, SeatId } from '../domain/ids.ts'
import { seatStates } from '../domain/seat-state.ts'
import type { SeatStep } from '../domain/seat-steps.ts'
import type { Frozen } from '../lib/frozen.ts'
import * as id from './ids.ts'
import { bytes } from './shapes.ts'

const instants = z.custom<Float64Array>((value) => value instanceof Float64Array)
const wholes = z.custom<Uint32Array>((value) => value instanceof Uint32Array)

/** One entry per step, except in `seats`, which has the seats of all steps one after the other. */
export const stepColumns = z.object({
  revision: wholes,
  atMs: instants,
  /** Empty: about no booking. */
  booking: z.array(z.string()),
  state: bytes,
  /** NaN: as before. */
  untilMs: instants,
  seatCount: wholes,
  seats: wholes,
  /** Only for the few steps that change it; `step`: the step's index. */
  onSale: z.array(z.object({ step: z.int(), categories: z.array(z.boolean()) })),
  /** [L4] The same for steps that moved the show to another version of its plan. */
  plans: z.array(z.object({ step: z.int(), planId: id.planId })),
})
export type StepColumns = Frozen<z.output<typeof stepColumns>>

/** Append, never reorder: their indexes are what is sent. */
const states = [...seatStates, 'pending'] as const
const AS_BEFORE = 255

export function columnsOfSteps(steps: readonly SeatStep[]): StepColumns {
  return {
    revision: Uint32Array.from(steps, (step) => step.revision),
    atMs: Float64Array.from(steps, (step) => step.atMs),
    booking: steps.map((step) => step.bookingId ?? ''),
    state: Uint8Array.from(steps, ({ state }) => (state === null ? AS_BEFORE : states.indexOf(state))),
    untilMs: Float64Array.from(steps, (step) => step.untilMs ?? Number.NaN),
    seatCount: Uint32Array.from(steps, (step) => step.seatIds.length),
    seats: Uint32Array.from(steps.flatMap((step) => step.seatIds)),
    onSale: steps.flatMap(({ onSale }, step) => (onSale ? [{ step, categories: [...onSale] }] : [])),
    plans: steps.flatMap(({ planId }, step) => (planId === null ? [] : [{ step, planId }])),
  }
}

export function stepsOfColumns(columns: StepColumns): SeatStep[] {
  const onSale = new Map(columns.onSale.map(({ step, categories }) => [step, categories]))
  const plans = new Map(columns.plans.map(({ step, planId }) => [step, planId]))
  let seatsAt = 0
  return Array.from(columns.revision, (revision, step) => {
    const seatIds = [...columns.seats.subarray(seatsAt, seatsAt + (columns.seatCount[step] ?? 0))]
    seatsAt += seatIds.length
    const untilMs = columns.untilMs[step] ?? Number.NaN
    return {
      revision,
      atMs: columns.atMs[step] ?? 0,
      bookingId: (columns.booking[step] || null) as BookingId | null,
      seatIds: seatIds as SeatId[],
      state: states[columns.state[step] ?? AS_BEFORE] ?? null,
      untilMs: Number.isNaN(untilMs) ? null : untilMs,
      onSale: onSale.get(step) ?? null,
      planId: plans.get(step) ?? null,
    }
  })
}
