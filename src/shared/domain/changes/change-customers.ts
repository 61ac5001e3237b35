import type { CustomerEntry } from '../catalogue.ts'
import { refusalOfWords } from '../customer.ts'
import type { CustomersChange, Part, RowId } from './change.ts'
import { patchRows } from './patch-rows.ts'

/** Refuses a row if after the change the customer could not be addressed, called or written to. */
export function changeCustomers(
  rows: readonly CustomerEntry[],
  { set }: CustomersChange,
  ids: readonly RowId[],
): Part {
  const byId = new Map(rows.map((entry) => [entry.customerId as RowId, entry]))
  return patchRows(
    'customers',
    ids,
    (id) => byId.get(id),
    (entry) => (refusalOfWords({ ...entry, ...set }) ? 'malformed' : set),
  )
}
