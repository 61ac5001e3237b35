// What a new listing is asked for, besides its title, by what it is: a hotel has stars, a film its language. Owns these lists; any other column of a
// spreadsheet of listings may still be said there.

import type { ListingSort } from '../../../shared/domain/catalogue.ts'

/** As the columns of a spreadsheet are called. */
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
