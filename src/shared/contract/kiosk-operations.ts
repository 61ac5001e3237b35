// The operations about the kiosks of a LAN [S5]: which may join, which are connected. Part of operations.ts; must never carry a pairing
// code in a command, since a command's input and answer are stored [I42].

import { z } from 'zod'
import { heads, office } from '../domain/rights.ts'
import * as id from './ids.ts'
import { NAME_MAX } from './limits.ts'
import { joinProblems } from './pairing.ts'
import { instant } from './shapes.ts'
import { words } from './words.ts'

/** SHA-256 of a public key, in hex. */
const pin = z.string().regex(/^[0-9a-f]{64}$/)
/** Fits a report's column. */
const name = words.min(1).max(NAME_MAX)
const nothing = z.strictObject({})

export const kioskCommands = {
  /** Admits the kiosk that has proved that it knows the code and waits, identified by its key. */
  'admit-kiosk': {
    roles: office,
    input: z.strictObject({ pin, name }),
    output: z.object({ kioskId: id.kioskId }),
  },
  /** `active` false: shuts it out at once, until it is admitted again. */
  'save-kiosk': {
    roles: office,
    input: z.strictObject({ kioskId: id.kioskId, name, active: z.boolean() }),
    output: z.object({ kioskId: id.kioskId }),
  },
} as const

/** `failed`: the port is in use, or there is no address; `detail` says which. */
const lanState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('closed') }),
  z.object({ kind: z.literal('opening') }),
  z.object({ kind: z.literal('open'), addresses: z.array(z.string()), pin }),
  z.object({ kind: z.literal('failed'), detail: z.string() }),
])

/** This machine's progress in joining another house. `pin`: its own, for comparison; null: not known yet. */
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
      /** Null: this house cannot be shared on a LAN. */
      lan: lanState.nullable(),
      /** Null: it is not joining anywhere. */
      joining: joining.nullable(),
      /** When the open offer ends; its code is told only once, to the person who opened it. */
      offerUntilMs: instant.nullable(),
      /** The kiosk that has proved that it knows the code, and waits to be admitted. */
      waiting: z.object({ name: z.string(), pin }).nullable(),
      kiosks: z.array(
        z.object({
          kioskId: id.kioskId,
          name: z.string(),
          pin,
          active: z.boolean(),
          /** The present connection; null: not connected. */
          live: z.object({ sinceMs: instant, version: z.string(), address: z.string() }).nullable(),
          /** When it was last connected; null: not since this house was started. */
          lastSeenAtMs: instant.nullable(),
          /** [SYNC 4.7] When and from where a second machine last came with the same key (a copied folder); null: not since this start. */
          second: z.object({ atMs: instant, address: z.string() }).nullable(),
          /** How many journal rows its copy lacked by its last report; null: no report since this start. */
          copyBehind: z.int().nullable(),
        }),
      ),
    }),
  },
  /** Makes the house reachable from the LAN, or stops it; remembered across restarts. */
  'share-house': {
    roles: heads,
    input: z.strictObject({ isShared: z.boolean() }),
    output: z.object({ isShared: z.boolean() }),
  },
  /** [S3] Asks a hub to admit this machine; `kiosks` reports progress. Once admitted, it closes its own house and sells from the hub's. */
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
  /** [S5] Hubs that announce themselves on this network; polled while somebody looks. `key`: the start of their key, for comparison. */
  'find-hubs': {
    roles: heads,
    input: nothing,
    output: z.object({
      hubs: z.array(z.object({ name: z.string(), host: z.string(), port: z.int(), key: z.string() })),
    }),
  },
  /** Makes a new code; the one before becomes invalid. */
  'offer-pairing': {
    roles: office,
    input: nothing,
    output: z.object({ pairingCode: z.string(), untilMs: instant }),
  },
  /** Invalidates the code, and turns away the kiosk that waits by it. */
  'withdraw-pairing': { roles: office, input: nothing, output: z.object({ isOffered: z.boolean() }) },
} as const
