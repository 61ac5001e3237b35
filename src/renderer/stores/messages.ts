// Signals that something changed about messages to customers [T2], and how many have failed for good. Owns no message: whoever
// shows them asks the house.

import { createStore } from 'zustand/vanilla'
import { boxOffice } from '../box-office.ts'

/** `turn` increases with every change: answers to earlier requests are stale. */
export const messageTurns = createStore<{ readonly turn: number; readonly failed: number }>(() => ({
  turn: 0,
  failed: 0,
}))

boxOffice.subscribe({ kind: 'messages' }, (news) => {
  if (news.kind !== 'messages') return
  messageTurns.setState(({ turn }) => ({ turn: turn + 1, failed: news.failed }))
})
