// The complete wish for a new show: what was entered, and defaults for the rest. Owns these defaults; the form is in another file.

import type { ListingRow } from '../../../shared/contract/row-operations.ts'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { makeFormats } from '../../ui/words.tsx'
import { modelsOf, nextDay } from './show-models.ts'

/** A missing field gets a default that depends on the fields above it. */
export interface ShowDraft {
  readonly listing?: string
  readonly like?: string
  readonly day?: string
  readonly time?: string
  readonly isOnSale: boolean
}

/** Digits of any script can be typed; the default uses Latin digits. */
const plain = makeFormats('en-GB')

export interface ShowWish {
  readonly listing: string
  readonly models: readonly ShowRow[]
  readonly model: ShowRow | undefined
  readonly day: string
  readonly time: string
  readonly isOnSale: boolean
}

export function wishOf(
  draft: ShowDraft,
  listings: readonly ListingRow[],
  rows: Iterable<ShowRow>,
  nowMs: number,
): ShowWish {
  const of = listings.find(({ listingId }) => String(listingId) === draft.listing) ?? listings.at(-1)
  const models = modelsOf(rows, of)
  const said = models.find(({ showId }) => String(showId) === draft.like)
  const model = said ?? models.find(({ sort }) => sort === of?.sort) ?? models[0]
  const day = draft.day ?? (model ? nextDay(model, nowMs) : '')
  const time = draft.time ?? (model ? plain.clock(model.startsAtMs, model.zone) : '')
  return { listing: String(of?.listingId ?? ''), models, model, day, time, isOnSale: draft.isOnSale }
}
