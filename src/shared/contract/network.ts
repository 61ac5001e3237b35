// How a machine stands to others [S3], as the file beside its house says it: checked whenever it is read.

import { z } from 'zod'
import { kioskId } from './ids.ts'

const membership = z.strictObject({
  host: z.string().min(1).max(253),
  port: z.int().min(1).max(65_535),
  /** SHA-256 of the hub's public key: nobody else is spoken to. */
  hubPin: z.string().regex(/^[0-9a-f]{64}$/),
  kioskId,
  name: z.string().min(1).max(40),
})

export const network = z.strictObject({
  /** Other kiosks may join this house. */
  isShared: z.boolean(),
  /** The hub that this kiosk belongs to; null: it has a house of its own. */
  hub: membership.nullable(),
})

/** What a kiosk keeps of the hub that let it in. */
export type Membership = z.output<typeof membership>
export type Network = z.output<typeof network>
