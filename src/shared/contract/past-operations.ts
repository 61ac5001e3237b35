// What the office asks about the past of a show's seats [A6]. A part of operations.ts; must never carry a seat's whole life in one
// frame.

import { z } from 'zod'
import { seatMomentKinds } from '../domain/seat-moments.ts'
import { office } from '../domain/rights.ts'
import * as id from './ids.ts'
import { MOMENTS_MAX } from './limits.ts'
import { signInName } from './staff-shapes.ts'
import { stepColumns } from './step-columns.ts'

const revision = z.int().min(0).max(0xff_ff_ff_ff)

/** A row of the journal, as what it did to one seat. */
const seatMoment = z.object({
  revision: z.int(),
  kind: z.enum(seatMomentKinds),
  /** As it was written; empty: none was. */
  reason: z.string(),
  /** Null: nobody was signed in, or the house did it by itself. */
  by: signInName.nullable(),
  kioskId: id.kioskId,
})

export const pastQueries = {
  /** What happened to a show's seats after a revision of it, some pages of its journal at once. */
  'seat-steps': {
    roles: office,
    input: z.strictObject({ showId: id.showId, after: revision }),
    /** `revision`: the show's newest. `next`: where to go on; null: that was all. `plans`: every version of its plan that it was on, the first first. */
    output: z.object({
      steps: stepColumns,
      revision: z.int(),
      next: z.int().nullable(),
      plans: z.array(id.planId).min(1),
    }),
  },
  /** Who did what to a seat in these revisions of its show, and where; one that did nothing to it is left out. */
  'seat-moments': {
    roles: office,
    input: z.strictObject({
      showId: id.showId,
      seatId: id.seatId,
      revisions: z.array(revision).min(1).max(MOMENTS_MAX),
    }),
    output: z.object({ moments: z.array(seatMoment) }),
  },
} as const
