// The operations that put shows on sale: one, many like one, and their prices. Part of operations.ts.

import { z } from 'zod'
import { LISTING_IMAGES_MAX } from '../domain/catalogue.ts'
import { everyone, office } from '../domain/rights.ts'
import { SERIES_MAX } from '../domain/series.ts'
import { PRICE_MINOR_MAX } from '../domain/shows.ts'
import * as id from './ids.ts'
import { listingImage } from './image-shapes.ts'
import { digest } from './input-parts.ts'
import { PRICES_MAX } from './limits.ts'
import * as shape from './shapes.ts'
import { words } from './words.ts'

const price = z.int().min(0).max(PRICE_MINOR_MAX).nullable()
const zone = z.string().max(64).refine(isZone, 'not a time zone')
const name = words.min(1).max(120)

export const catalogueCommands = {
  'open-show': {
    roles: office,
    input: z.strictObject({
      planId: id.planId,
      title: name,
      sort: shape.listingSort,
      venue: z.union([
        z.strictObject({ venueId: id.venueId }),
        z.strictObject({ name, zone, currency: shape.currency }),
      ]),
      startsAtMs: shape.instant,
      ticketTypes: z.array(words.min(1).max(40)).min(1).max(20),
      prices: z.array(z.array(price)).min(1).max(250),
    }),
    output: z.object({ showId: id.showId }),
  },
  /** New shows like an existing one: one step, undone as a change is [A2]. */
  'open-series': {
    roles: office,
    input: z.strictObject({
      showId: id.showId,
      starts: z
        .array(
          z.strictObject({
            startsAtMs: shape.instant,
            /** The nearest start in the same hall that the manager was shown; refused if it is a different one by now. */
            clashesAtMs: shape.instant.nullable(),
          }),
        )
        .min(1)
        .max(SERIES_MAX),
      active: z.boolean(),
    }),
    output: z.object({ changeId: id.changeId, shows: z.int() }),
  },
  'set-prices': {
    roles: office,
    input: z.strictObject({
      showId: id.showId,
      cells: z
        .array(
          z.strictObject({
            category: z.int().min(0).max(249),
            ticketTypeId: id.ticketTypeId,
            priceMinor: price,
          }),
        )
        .min(1)
        .max(PRICES_MAX),
      seenVersion: z.int().min(1),
    }),
    output: z.object({ version: z.int() }),
  },
} as const

export const catalogueQueries = {
  /** All pictures of a listing, in order, without their contents. */
  'listing-images': {
    roles: everyone,
    input: z.strictObject({ listingId: id.listingId }),
    output: z.object({ images: z.array(listingImage).max(LISTING_IMAGES_MAX) }),
  },
  /** A picture of a listing, in base64. */
  'listing-picture': {
    roles: everyone,
    input: z.strictObject({ listingId: id.listingId, digest }),
    output: z.object({ type: z.string(), text: z.string() }),
  },
} as const

function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text }).format(0)
    return true
  } catch {
    return false
  }
}
