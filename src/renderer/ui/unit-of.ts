import type { ListingSort } from '../../shared/domain/catalogue.ts'

/** What is sold, as the words for it need to know: a room for a night, a place of a departure, a seat. */
export function unitOf(sort: ListingSort | undefined): 'night' | 'place' | 'seat' {
  if (sort === 'hotel') return 'night'
  return sort === 'package' ? 'place' : 'seat'
}
