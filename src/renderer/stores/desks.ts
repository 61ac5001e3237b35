// What people call the desks of this house [S5]: kiosks of the LAN have names, a desk of the house's own machine has a number. Owns
// the names; must never decide by one, nor ask for them (`desks-watch.ts`).

import { createStore } from 'zustand/vanilla'
import type { KioskId } from '../../shared/domain/ids.ts'
import { soughtText } from '../../shared/lib/sought-text.ts'
import type { Say } from '../messages/catalogue.ts'

export const desks = createStore<{ readonly names: ReadonlyMap<KioskId, string> }>(() => ({
  names: new Map(),
}))

/** “desk-1” on the house's own machine; a browser that was let in by a link has eight letters, of which four tell it from others. */
const ownDesk = /^desk-(?<short>\w{1,4})\w*$/

/** Words that are looked for in the house, which knows an own desk by its id alone, and a kiosk by its name, which may be like a desk's. */
export function withDeskIds(words: string, say: Say): string {
  const called = soughtText(say('desk.called', { desk: '' })).trim()
  const names = [...desks.getState().names.values()].map(soughtText)
  const own = new RegExp(`${called}[\\s-]+([\\da-f]{1,8})\\b`, 'g')
  return soughtText(words).replaceAll(own, (said, short: string) =>
    names.some((name) => name.includes(said)) ? said : `desk-${short}`,
  )
}

/** As it is called now, in the words of whoever reads it. */
export function deskName(kioskId: KioskId, say: Say): string {
  const name = desks.getState().names.get(kioskId)
  if (name !== undefined) return name
  if (kioskId === 'house') return say('terms.at.house')
  const short = ownDesk.exec(kioskId)?.groups?.['short']
  return short === undefined ? kioskId : say('desk.called', { desk: short.toUpperCase() })
}
