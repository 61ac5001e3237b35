import type { ListingSort } from '../../shared/domain/catalogue.ts'

/** The kind of unit sold, for choosing words: a night in a room, a place on a departure, a seat. */
export function unitOf(sort: ListingSort | undefined): 'night' | 'place' | 'seat' {
  if (sort === 'hotel') return 'night'
  return sort === 'package' ? 'place' : 'seat'
}
