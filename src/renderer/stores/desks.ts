// What people call the desks of this house [S5]: kiosks of the LAN have names, a desk of the house's own machine is called by its id. Owns
// the names; must never decide by one.

import { createStore } from 'zustand/vanilla'
import type { KioskId } from '../../shared/domain/ids.ts'
import { ask, boxOffice } from '../box-office.ts'

const desks = createStore<{ readonly names: ReadonlyMap<KioskId, string> }>(() => ({ names: new Map() }))

/** As it is called now; one that was never let in by a name, by its id. */
export function deskName(kioskId: KioskId): string {
  return desks.getState().names.get(kioskId) ?? kioskId
}

boxOffice.subscribe({ kind: 'kiosks' }, () => {
  void ask('house', {}).then((answer) => {
    if (answer.kind !== 'done') return
    const named = answer.value.kiosks.map(({ kioskId, name }) => [kioskId, name] as const)
    desks.setState({ names: new Map(named) })
  })
})
