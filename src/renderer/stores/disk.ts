import { createStore } from 'zustand/vanilla'
import type { News } from '../../shared/contract/topics.ts'
import { boxOffice } from '../box-office.ts'

interface State {
  readonly state: Extract<News, { kind: 'disk' }>['state']
}

/** [V10] The state of the house's disk, as the house reports it. */
export const disk = createStore<State>(() => ({ state: 'sound' }))

boxOffice.subscribe({ kind: 'disk' }, (news) => {
  if (news.kind === 'disk') disk.setState({ state: news.state })
})
