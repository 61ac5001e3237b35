// What the office asks about the past of a show's seats [A6]. Part of operations.ts; must never carry a seat's whole history in one
// frame.

import { z } from 'zod'
import { seatMomentKinds } from '../domain/seat-moments.ts'
import { office } from '../domain/rights.ts'
import * as id from './ids.ts'
import { MOMENTS_MAX } from './limits.ts'
import { signInName } from './staff-shapes.ts'
import { stepColumns } from './step-columns.ts'

const revision = z.int().min(0).max(0xff_ff_ff_ff)

/** What a journal row did to one seat. */
const seatMoment = z.object({
  revision: z.int(),
  kind: z.enum(seatMomentKinds),
  /** The reason as typed; empty: none was given. */
  reason: z.string(),
  /** Null: nobody was signed in, or the house did it on its own. */
  by: signInName.nullable(),
  kioskId: id.kioskId,
})

export const pastQueries = {
  /** What happened to a show's seats after one of its revisions, some pages of its journal at once. */
  'seat-steps': {
    roles: office,
    input: z.strictObject({ showId: id.showId, after: revision }),
    /** `revision`: the show's newest. `next`: where to continue; null: that was all. `plans`: every plan version it was on, in order. */
    output: z.object({
      steps: stepColumns,
      revision: z.int(),
      next: z.int().nullable(),
      plans: z.array(id.planId).min(1),
    }),
  },
  /** Who did what to a seat, and where, in these revisions of its show; revisions that did nothing to it are left out. */
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
