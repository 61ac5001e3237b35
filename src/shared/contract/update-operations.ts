// The operations about updating Guichet on the machine that is asked. Part of operations.ts; must never carry a path or an address from
// a screen: where updates come from is given when the program is started.

import { z } from 'zod'
import { office } from '../domain/rights.ts'
import { releaseProblems, updateTimes } from '../domain/updates.ts'

/** A folder of this machine, or the address of a feed. */
export const updateSources = ['folder', 'feed'] as const
export type UpdateSource = (typeof updateSources)[number]

/**
 * Why nothing is offered. `no-key`: this build has no key to verify with; `nothing`: there is no manifest; `unsigned`: its signature is
 * not the maker's; `unreadable`: signed, but not understood; `damaged`: the file does not match the manifest. After an update was asked
 * for: `no-backup`: none could be made; `not-now`: somebody began to sell meanwhile; `another`: the file here is not the one asked for;
 * `failed`: the system refused.
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

/**
 * The progress of an update. `waiting`: for the last shift to close and everything else to be at rest; `ready`: verified, to be
 * installed by an administrator of the machine; `installed`: the next start runs the new version.
 */
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
  /** Asks for the update that `updates` offers, as it was shown. */
  'ask-update': {
    roles: office,
    input: z.strictObject({ version, digest, when: z.enum(updateTimes) }),
    output: z.object({ when: z.enum(updateTimes) }),
  },
} as const

export const updateQueries = {
  /** `state` null: this program does not update itself. `houseVersion`: the version of the machine that has the house. */
  updates: {
    roles: office,
    input: z.strictObject({}),
    output: z.object({
      houseVersion: z.string(),
      state: z
        .object({
          version: z.string(),
          /** Where a person puts an update file. */
          folder: z.string(),
          /** Null: none was configured. */
          feed: z.string().nullable(),
          /** Whether this build can verify the maker's signature. */
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
              /** Where the verified file is. */
              place: z.string(),
              /** Whether this program can install it itself; otherwise an administrator of the machine does. */
              isOwn: z.boolean(),
            })
            .nullable(),
          problem: z.object({ kind: z.enum(updateProblems), detail: z.string() }).nullable(),
        })
        .nullable(),
    }),
  },
  /** Begins to look for updates; `updates` says what was found. */
  'look-for-updates': {
    roles: office,
    input: z.strictObject({ from: z.enum(updateSources) }),
    output: z.object({ isAsked: z.boolean() }),
  },
} as const
