import { createStore } from 'zustand/vanilla'
import type { Connection } from '../../shared/contract/frame-client.ts'
import { boxOffice } from '../box-office.ts'

interface State {
  readonly connection: Connection
  /** This screen's clock when the connection went; null while it is there. */
  readonly lostAtMs: number | null
  /** Whether the house ever answered this window. */
  readonly wasOpen: boolean
}

export const connection = createStore<State>(() => ({
  connection: boxOffice.connection,
  lostAtMs: null,
  wasOpen: false,
}))

boxOffice.watch((now) => {
  const { lostAtMs, wasOpen } = connection.getState()
  const isOpen = now === 'open'
  connection.setState({
    connection: now,
    lostAtMs: isOpen ? null : (lostAtMs ?? Date.now()),
    wasOpen: wasOpen || isOpen,
  })
})
