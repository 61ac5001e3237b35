// That something changed about messages to customers [T2], and how many were given up. Owns no message: who shows some asks the house.

import { createStore } from 'zustand/vanilla'
import { boxOffice } from '../box-office.ts'

/** `turn` goes on with every change: what was asked before it is old. */
export const messageTurns = createStore<{ readonly turn: number; readonly failed: number }>(() => ({
  turn: 0,
  failed: 0,
}))

boxOffice.subscribe({ kind: 'messages' }, (news) => {
  if (news.kind !== 'messages') return
  messageTurns.setState(({ turn }) => ({ turn: turn + 1, failed: news.failed }))
})
