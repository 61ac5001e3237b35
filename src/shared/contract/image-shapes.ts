import { z } from 'zod'
import type { ListingImage } from '../domain/catalogue.ts'
import { IMAGE_SIDE_MAX } from '../domain/image-header.ts'
import type { Frozen } from '../lib/frozen.ts'
import { ALT_MAX } from './limits.ts'
import { words } from './words.ts'

/** A sentence or two. */
const altText = words.min(1).max(ALT_MAX)

/** A picture of a listing, with its description. */
export const listingImage = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  width: z.int().min(1).max(IMAGE_SIDE_MAX),
  height: z.int().min(1).max(IMAGE_SIDE_MAX),
  alt: z.strictObject({
    en: altText.exactOptional(),
    fa: altText.exactOptional(),
    hi: altText.exactOptional(),
  }),
})
export type ImageView = Frozen<z.output<typeof listingImage>>
/** Compiles only while the wire's type fits the domain's. */
export const imageIsImage: (wire: ImageView) => ListingImage = (wire) => wire
