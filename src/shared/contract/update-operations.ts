// The operations about newer versions of Guichet on the machine that is asked. A part of operations.ts; must never carry a path or an address from a
// screen: where updates come from, whoever starts the program says.

import { z } from 'zod'
import { office } from '../domain/rights.ts'
import { releaseProblems, updateTimes } from '../domain/updates.ts'

/** A folder of this machine, or the address of a feed. */
export const updateSources = ['folder', 'feed'] as const
export type UpdateSource = (typeof updateSources)[number]

/**
 * Why nothing is offered. `no-key`: this build knows no signature; `nothing`: there is no manifest; `unsigned`: its signature is not the maker's;
 * `unreadable`: signed, and not understood; `damaged`: the file is another than the manifest says. After it was asked for: `no-backup`: none could be
 * made; `not-now`: somebody began to sell meanwhile; `another`: what is here is not what was asked for; `failed`: the system refused.
 */
export const updateProblems = [
  'no-key',
  'nothing',
  'unreachable',
  'unsigned',
  'unreadable',
  ...releaseProblems,
  'damaged',
  'no-backup',
  'not-now',
  'another',
  'failed',
] as const
export type UpdateProblem = (typeof updateProblems)[number]

/** As it goes. `waiting`: for the last shift's close, and until nothing else is in the way; `ready`: checked, and to be installed by an administrator of the machine; `installed`: the next start is the new one. */
export const updateSteps = [
  'idle',
  'looking',
  'waiting',
  'backing-up',
  'installing',
  'ready',
  'installed',
] as const

const version = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/)
const digest = z.string().regex(/^[0-9a-f]{128}$/)

export const updateCommands = {
  /** Of what `updates` offers, as it was shown. */
  'ask-update': {
    roles: office,
    input: z.strictObject({ version, digest, when: z.enum(updateTimes) }),
    output: z.object({ when: z.enum(updateTimes) }),
  },
} as const

export const updateQueries = {
  /** `state` null: this machine is not updated from within. `houseVersion`: of whoever has the house. */
  updates: {
    roles: office,
    input: z.strictObject({}),
    output: z.object({
      houseVersion: z.string(),
      state: z
        .object({
          version: z.string(),
          /** Where a person puts one. */
          folder: z.string(),
          /** Null: none was named. */
          feed: z.string().nullable(),
          /** Its maker's signature is known. */
          isSigned: z.boolean(),
          step: z.enum(updateSteps),
          offer: z
            .object({
              version: z.string(),
              digest: z.string(),
              fileName: z.string(),
              sizeBytes: z.int(),
              /** By language. */
              notes: z.record(z.string(), z.string()),
              /** Where the checked file lies. */
              place: z.string(),
              /** This program can put it in its own place; else an administrator of the machine does. */
              isOwn: z.boolean(),
            })
            .nullable(),
          problem: z.object({ kind: z.enum(updateProblems), detail: z.string() }).nullable(),
        })
        .nullable(),
    }),
  },
  /** Begins to look; what was found, `updates` says. */
  'look-for-updates': {
    roles: office,
    input: z.strictObject({ from: z.enum(updateSources) }),
    output: z.object({ isAsked: z.boolean() }),
  },
} as const
