import { createStore } from 'zustand/vanilla'
import type { Alert, BackupTroubleKind, HouseAlarm } from '../../shared/contract/topics.ts'
import { boxOffice } from '../box-office.ts'

interface State {
  /** What the house reports to be wrong with itself; null if nothing that it knows of. */
  readonly alarm: HouseAlarm | null
  /** [K3] What it noticed about its shows, for as long as it applies. */
  readonly alerts: readonly Alert[]
  /** [SYNC 5.9] What is wrong with its last backup; null if nothing. */
  readonly backup: BackupTroubleKind | null
}

export const houseAlarm = createStore<State>(() => ({ alarm: null, alerts: [], backup: null }))

boxOffice.subscribe({ kind: 'house' }, (news) => {
  if (news.kind !== 'house') return
  const { alarm, alerts, backup } = news
  houseAlarm.setState({ alarm, alerts, backup })
})
