import { createStore } from 'zustand/vanilla'
import type { RecoveryView } from '../../shared/contract/recovery-news.ts'
import { boxOffice } from '../box-office.ts'

interface State {
  /** [SYNC 4.7] What a house restored from a backup waits for; null if it sells normally. */
  readonly state: RecoveryView | null
}

export const recovery = createStore<State>(() => ({ state: null }))

boxOffice.subscribe({ kind: 'recovery' }, (news) => {
  if (news.kind === 'recovery') recovery.setState({ state: news.state })
})
