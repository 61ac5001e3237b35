import { z } from 'zod'
import type { HouseName } from '../domain/lost-sale.ts'

/** Which house answers, and which of its restores this is [SYNC 5.1]. */
export const houseName = z.strictObject({
  root: z.string().max(64),
  epoch: z.int().min(1),
  storeId: z.string().max(64).nullable(),
}) satisfies z.ZodType<HouseName>
