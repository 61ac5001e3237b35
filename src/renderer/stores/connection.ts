import { createStore } from 'zustand/vanilla'
import type { Connection } from '../../shared/contract/frame-client.ts'
import { boxOffice } from '../box-office.ts'

interface State {
  readonly connection: Connection
  /** This screen's clock when the connection went; null while it is there. */
  readonly lostAtMs: number | null
}

export const connection = createStore<State>(() => ({ connection: boxOffice.connection, lostAtMs: null }))

boxOffice.watch((now) => {
  const { lostAtMs } = connection.getState()
  connection.setState({ connection: now, lostAtMs: now === 'open' ? null : (lostAtMs ?? Date.now()) })
})
