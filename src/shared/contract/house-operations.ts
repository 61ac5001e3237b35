// The operations about the house itself as it lies on a disk [SYNC 5.9]: its backups. A part of operations.ts; must never carry a path from
// a screen: where backups go, whoever starts the house says.

import { z } from 'zod'
import { office } from '../domain/rights.ts'
import { recoveryQueries } from './recovery-news.ts'
import { instant } from './shapes.ts'
import { backupTroubles } from './topics.ts'

const nothing = z.strictObject({})

export const houseQueries = {
  /** Null: this house makes none by itself. */
  backups: {
    roles: office,
    input: nothing,
    output: z.object({
      state: z
        .object({
          folder: z.string(),
          /** Where each is copied to as well; null: nowhere. */
          elsewhere: z.string().nullable(),
          /** [I42] How the house's keys lie, which are in none of them. */
          keys: z.enum(['sealed', 'unprotected']),
          newest: z.object({ atMs: instant, sequence: z.int() }).nullable(),
          isRunning: z.boolean(),
          trouble: z.object({ kind: z.enum(backupTroubles), detail: z.string(), atMs: instant }).nullable(),
        })
        .nullable(),
    }),
  },
  /** Begins one; how it went, `backups` says, and the topic `house` when to ask. */
  ...recoveryQueries,
  /** `isAsked` false: it is there already. */
  'back-up': { roles: office, input: nothing, output: z.object({ isAsked: z.boolean() }) },
} as const
