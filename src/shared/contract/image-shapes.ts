import { z } from 'zod'
import type { ListingImage } from '../domain/catalogue.ts'
import { IMAGE_SIDE_MAX } from '../domain/image-header.ts'
import type { Frozen } from '../lib/frozen.ts'
import { words } from './words.ts'

/** A sentence or two. */
const altText = words.min(1).max(200)

/** A picture of a listing, and what is to be seen in it. */
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
/** Holds exactly while the wire's picture and the domain's are the same. */
export const imageIsImage: (wire: ImageView) => ListingImage = (wire) => wire
