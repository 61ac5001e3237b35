// The operations about the house's files [SYNC 5.9]: its backups. Part of operations.ts; must never carry a path from a screen: where
// backups go is given when the house is started.

import { z } from 'zod'
import { office } from '../domain/rights.ts'
import { recoveryQueries } from './recovery-news.ts'
import { instant } from './shapes.ts'
import { backupTroubles } from './topics.ts'

const nothing = z.strictObject({})

export const houseQueries = {
  /** Null: this house makes no automatic backups. */
  backups: {
    roles: office,
    input: nothing,
    output: z.object({
      state: z
        .object({
          folder: z.string(),
          /** Where each is copied to as well; null: nowhere. */
          elsewhere: z.string().nullable(),
          /** [I42] How the house's keys are stored; no backup includes them. */
          keys: z.enum(['sealed', 'unprotected']),
          newest: z.object({ atMs: instant, sequence: z.int() }).nullable(),
          isRunning: z.boolean(),
          trouble: z.object({ kind: z.enum(backupTroubles), detail: z.string(), atMs: instant }).nullable(),
        })
        .nullable(),
    }),
  },
  ...recoveryQueries,
  /**
   * Begins a backup; `backups` says how it went, and the topic `house` when to ask. `isAsked` false: none is under way; a house that
   * waits for its kiosks made it before answering, any other makes none.
   */
  'back-up': { roles: office, input: nothing, output: z.object({ isAsked: z.boolean() }) },
} as const
