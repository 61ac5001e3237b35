import { listingSorts, type ListingSort } from '../../../shared/domain/catalogue.ts'
import type { ForwardChange } from '../../../shared/domain/changes/change.ts'
import type { Say } from '../../messages/catalogue.ts'
import type { Column } from '../../ui/table/column.ts'
import type { BulkAction } from './bulk-bar.tsx'

/** The sort of what is sold: a film, a coach … */
export function sortColumn<Row extends { readonly sort: ListingSort }>(
  say: Say,
  width: string,
  isSpare: boolean,
): Column<Row> {
  return {
    id: 'sort',
    head: say('import.sort'),
    kind: 'choice',
    value: ({ sort }) => sort,
    text: ({ sort }) => say(`sort.${sort}`),
    choices: listingSorts.map((sort) => ({ value: sort, text: say(`sort.${sort}`) })),
    width,
    isSpare,
  }
}

export function onSaleActions(of: 'shows' | 'listings', say: Say): readonly BulkAction[] {
  const set = (active: boolean) => ({ of, kind: 'set', set: { active } }) as ForwardChange
  return [
    { id: 'activate', text: say('manage.activate'), change: set(true) },
    { id: 'deactivate', text: say('manage.deactivate'), change: set(false) },
  ]
}
