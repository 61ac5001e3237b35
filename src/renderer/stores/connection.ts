// Whether the house can be reached: by this window, and, on a joined kiosk, from it to its hub [S3]. Owns combining the two for
// the seller: the house is reachable, or it is not.

import { createStore } from 'zustand/vanilla'
import type { Connection } from '../../shared/contract/frame-client.ts'
import type { LinkProblem, News } from '../../shared/contract/topics.ts'
import { boxOffice } from '../box-office.ts'

interface State {
  readonly connection: Connection
  /** This machine's time when the connection was lost; null while it is up. */
  readonly lostAtMs: number | null
  /** Whether the house has ever answered this window. */
  readonly wasOpen: boolean
  /** [S3] Why the hub cannot be reached, if known. */
  readonly problem: LinkProblem | null
  /** [S3] The copy that a joined kiosk can show by itself; null if it has none, or is no joined kiosk. */
  readonly copy: NonNullable<Hub>['copy']
}

type Hub = Extract<News, { kind: 'link' }>['hub']

export const connection = createStore<State>(() => ({
  connection: boxOffice.connection,
  lostAtMs: null,
  wasOpen: false,
  problem: null,
  copy: null,
}))

let ofWindow: Connection = boxOffice.connection
let hub: Hub = null

boxOffice.watch((now) => {
  ofWindow = now
  tell()
})

boxOffice.subscribe({ kind: 'link' }, (news) => {
  if (news.kind !== 'link') return
  hub = news.hub
  tell()
})

function tell(): void {
  const { lostAtMs, wasOpen } = connection.getState()
  const now = ofWindow === 'open' && hub && !hub.isOpen ? 'lost' : ofWindow
  connection.setState({
    connection: now,
    lostAtMs: now === 'open' ? null : (lostAtMs ?? Date.now()),
    wasOpen: wasOpen || ofWindow === 'open',
    problem: ofWindow === 'open' ? (hub?.problem ?? null) : null,
    copy: ofWindow === 'open' ? (hub?.copy ?? null) : null,
  })
}
