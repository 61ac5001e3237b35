import { createStore } from 'zustand/vanilla'
import type { Alert, HouseAlarm } from '../../shared/contract/topics.ts'
import { boxOffice } from '../box-office.ts'

interface State {
  /** What the house says is wrong with itself; null: nothing that it knows of. */
  readonly alarm: HouseAlarm | null
  /** [K3] What it noticed about its shows, as long as it is so. */
  readonly alerts: readonly Alert[]
}

export const houseAlarm = createStore<State>(() => ({ alarm: null, alerts: [] }))

boxOffice.subscribe({ kind: 'house' }, (news) => {
  if (news.kind === 'house') houseAlarm.setState({ alarm: news.alarm, alerts: news.alerts })
})
