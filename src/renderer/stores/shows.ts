import { createStore } from 'zustand/vanilla'
import type { ShowRow } from '../../shared/contract/shapes.ts'
import type { ShowId } from '../../shared/domain/ids.ts'
import { boxOffice } from '../box-office.ts'

interface State {
  /** False until the first snapshot is here. */
  readonly ready: boolean
  readonly rows: ReadonlyMap<ShowId, ShowRow>
}

/** Every show with its counts, as the house reports them. */
export const shows = createStore<State>(() => ({ ready: false, rows: new Map() }))

boxOffice.subscribe({ kind: 'shows' }, (news) => {
  if (news.kind !== 'shows') return
  const kept = news.whole ? [] : shows.getState().rows
  const told = news.rows.map((row) => [row.showId, row] as const)
  const rows = new Map([...kept, ...told])
  for (const { showId, withdrawn } of news.rows) if (withdrawn) rows.delete(showId)
  shows.setState({ ready: true, rows })
})

/**
 * Whatever happens to a booking is announced with its show's row. `showId` returning null: the show is not known yet, so news of
 * any show counts.
 */
export function onShowNews(showId: () => ShowId | null, hear: () => void): () => void {
  return shows.subscribe(({ rows }, { rows: before }) => {
    const wanted = showId()
    if (wanted === null || rows.get(wanted) !== before.get(wanted)) hear()
  })
}
