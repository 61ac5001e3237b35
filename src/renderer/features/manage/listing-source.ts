import type { ListingRow } from '../../../shared/contract/row-operations.ts'
import type { ListingId } from '../../../shared/domain/ids.ts'
import { ask } from '../../box-office.ts'
import type { RowSource } from './use-rows.ts'

/** In the order of creation. */
export const listingSource: RowSource<ListingRow> = {
  after: (id) => ask('listing-rows', { after: id as ListingId | null }),
  some: (ids) => ask('listing-rows', { ids: ids as ListingId[] }),
  idOf: ({ listingId }) => listingId,
}
