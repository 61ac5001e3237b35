// How a table is viewed: its search, filters, sorting and hidden columns. Owns the steps from one view to the next; must never
// see a row.

export interface SortBy {
  readonly id: string
  readonly isDown: boolean
}

/** A number or a day has bounds; both are inclusive, and null is unbounded. */
export type Filter =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly value: string }
  | { readonly kind: 'yesNo'; readonly is: boolean }
  | { readonly kind: 'range'; readonly from: number | null; readonly to: number | null }

export interface View {
  readonly text: string
  readonly filters: Readonly<Record<string, Filter>>
  /** The first has priority. */
  readonly sorts: readonly SortBy[]
  /** Columns that differ from their default: hidden, or a spare one that is shown. */
  readonly turned: readonly string[]
}

export function plainView(sortedBy: string, isDown = false): View {
  return { text: '', filters: {}, sorts: [{ id: sortedBy, isDown }], turned: [] }
}

/** Ascending, then descending, then not at all; `isMore`: in addition to the current sorting. */
export function sortedBy(view: View, id: string, isMore: boolean): View {
  const now = view.sorts.find((sort) => sort.id === id)
  const next: readonly SortBy[] = now?.isDown ? [] : [{ id, isDown: now !== undefined }]
  if (!isMore) return { ...view, sorts: next }
  const isIn = now !== undefined
  const sorts = isIn
    ? view.sorts.flatMap((sort) => (sort.id === id ? next : [sort]))
    : [...view.sorts, ...next]
  return { ...view, sorts }
}

/** An empty filter counts as none. */
export function filteredBy(view: View, id: string, filter: Filter | null): View {
  const { [id]: _before, ...others } = view.filters
  return { ...view, filters: filter && !isEmpty(filter) ? { ...others, [id]: filter } : others }
}

function isEmpty(filter: Filter): boolean {
  if (filter.kind === 'text') return filter.text.trim() === ''
  return filter.kind === 'range' && filter.from === null && filter.to === null
}

export function withColumn(view: View, id: string): View {
  const turned = view.turned.includes(id) ? view.turned.filter((one) => one !== id) : [...view.turned, id]
  return { ...view, turned }
}
