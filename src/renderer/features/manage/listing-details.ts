// The fields of a new listing besides its title, by its sort: a hotel has stars, a film its language. Owns these lists; any other
// column can still be set with a spreadsheet of listings.

import type { ListingSort } from '../../../shared/domain/catalogue.ts'

/** Names as in the columns of a spreadsheet. */
export type ListingDetail =
  | 'operator'
  | 'city'
  | 'by'
  | 'language'
  | 'stars'
  | 'nights'
  | 'minutes'
  | 'amenities'
  | 'includes'
  | 'from_minor'

export const detailsOfSort: Readonly<Record<ListingSort, readonly ListingDetail[]>> = {
  film: ['language', 'minutes'],
  performance: ['by', 'language', 'minutes'],
  coach: ['operator', 'amenities'],
  train: ['operator', 'amenities'],
  event: ['by', 'language', 'minutes'],
  hotel: ['city', 'stars', 'amenities', 'from_minor'],
  package: ['nights', 'from_minor', 'includes'],
}
