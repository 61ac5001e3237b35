// The operations about the kiosks of a LAN [S5]: who may join, who is here. A part of operations.ts; must never carry a pairing code in
// a command, whose input and answer are kept [I42].

import { z } from 'zod'
import { heads, office } from '../domain/rights.ts'
import * as id from './ids.ts'
import { joinProblems } from './pairing.ts'
import { instant } from './shapes.ts'
import { words } from './words.ts'

/** SHA-256 of a public key, in hex. */
const pin = z.string().regex(/^[0-9a-f]{64}$/)
/** Fits a report's column. */
const name = words.min(1).max(40)
const nothing = z.strictObject({})

export const kioskCommands = {
  /** Whoever has shown the code and waits is let in, under its key. */
  'admit-kiosk': {
    roles: office,
    input: z.strictObject({ pin, name }),
    output: z.object({ kioskId: id.kioskId }),
  },
  /** `active` false: shut out, at once and until it is let in again. */
  'save-kiosk': {
    roles: office,
    input: z.strictObject({ kioskId: id.kioskId, name, active: z.boolean() }),
    output: z.object({ kioskId: id.kioskId }),
  },
} as const

/** `failed`: the port is in use, or no address could be had; `detail` says which. */
const lanState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('closed') }),
  z.object({ kind: z.literal('opening') }),
  z.object({ kind: z.literal('open'), addresses: z.array(z.string()), pin }),
  z.object({ kind: z.literal('failed'), detail: z.string() }),
])

/** This machine on its way into another's house. `pin`: its own, to be compared; null: not known yet. */
const joining = z.object({
  host: z.string(),
  pin: pin.nullable(),
  step: z.enum(['asking', 'waiting', 'joined', 'refused']),
  problem: z.enum(joinProblems).nullable(),
})

export const kioskQueries = {
  kiosks: {
    roles: office,
    input: nothing,
    output: z.object({
      /** Null: this house has no way to be one of several. */
      lan: lanState.nullable(),
      /** Null: it is not asked to join anywhere. */
      joining: joining.nullable(),
      /** When the offer that is open ends; its code is said once, to whoever opened it. */
      offerUntilMs: instant.nullable(),
      /** Who has shown the code, and waits for a word. */
      waiting: z.object({ name: z.string(), pin }).nullable(),
      kiosks: z.array(
        z.object({
          kioskId: id.kioskId,
          name: z.string(),
          pin,
          active: z.boolean(),
          /** It is connected now; null: it is not. */
          live: z.object({ sinceMs: instant, version: z.string(), address: z.string() }).nullable(),
          /** When it was last connected, since this house was started; null: not since then. */
          lastSeenAtMs: instant.nullable(),
          /** [SYNC 4.7] Another machine came with its key while it was here (a copied folder): when last, and from where; null: none since this start. */
          second: z.object({ atMs: instant, address: z.string() }).nullable(),
          /** How many rows of the journal its copy of the house lacked when it last said so; null: not heard since this start. */
          copyBehind: z.int().nullable(),
        }),
      ),
    }),
  },
  /** Begins, or ends, to be reachable from the LAN; remembered over new starts. */
  'share-house': {
    roles: heads,
    input: z.strictObject({ isShared: z.boolean() }),
    output: z.object({ isShared: z.boolean() }),
  },
  /** [S3] Asks a hub to let this machine in; how it goes, `kiosks` says. Once it is in, this house is closed and the hub's is sold from. */
  'join-hub': {
    roles: heads,
    input: z.strictObject({
      host: z.string().regex(/^[\w.-]{1,253}$/),
      port: z.int().min(1).max(65_535),
      pairingCode: words.min(1).max(40),
      name,
    }),
    output: z.object({ isAsked: z.boolean() }),
  },
  /** [S5] Hubs that tell this network of themselves; asked again while somebody looks. `key`: the first letters of theirs, to be compared. */
  'find-hubs': {
    roles: heads,
    input: nothing,
    output: z.object({
      hubs: z.array(z.object({ name: z.string(), host: z.string(), port: z.int(), key: z.string() })),
    }),
  },
  /** A new code; the one before counts no more. */
  'offer-pairing': {
    roles: office,
    input: nothing,
    output: z.object({ pairingCode: z.string(), untilMs: instant }),
  },
  /** Neither the code nor whoever waits by it counts any more. */
  'withdraw-pairing': { roles: office, input: nothing, output: z.object({ isOffered: z.boolean() }) },
} as const
