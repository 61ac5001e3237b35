// How a machine is connected to others [S3], as stored in the file beside its house: checked whenever it is read.

import { z } from 'zod'
import { kioskId } from './ids.ts'
import { NAME_MAX } from './limits.ts'

/** On which a hub listens for kiosks if nobody names another port: next to the one for browsers. */
export const LAN_PORT = 8481

const membership = z.strictObject({
  host: z.string().min(1).max(253),
  port: z.int().min(1).max(65_535),
  /** SHA-256 of the hub's public key: the kiosk speaks to no other. */
  hubPin: z.string().regex(/^[0-9a-f]{64}$/),
  kioskId,
  name: z.string().min(1).max(NAME_MAX),
})

export const network = z.strictObject({
  /** Whether other kiosks may join this house. */
  isShared: z.boolean(),
  /** The hub that this kiosk belongs to; null: it has a house of its own. */
  hub: membership.nullable(),
})

/** What a kiosk stores about the hub that admitted it. */
export type Membership = z.output<typeof membership>
export type Network = z.output<typeof network>
