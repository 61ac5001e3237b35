import { createStore } from 'zustand/vanilla'
import type { HouseAlarm } from '../../shared/contract/topics.ts'
import { boxOffice } from '../box-office.ts'

/** What the house says is wrong with itself; null: nothing that it knows of. */
export const houseAlarm = createStore<{ readonly alarm: HouseAlarm | null }>(() => ({ alarm: null }))

boxOffice.subscribe({ kind: 'house' }, (news) => {
  if (news.kind === 'house') houseAlarm.setState({ alarm: news.alarm })
})
