// The names of this house's desks for people [S5]: kiosks of the LAN have names, a desk on the house's own machine has a number.
// Owns the names; must never base a decision on one, nor load them (`desks-watch.ts`).

import { createStore } from 'zustand/vanilla'
import type { KioskId } from '../../shared/domain/ids.ts'
import { soughtText } from '../../shared/lib/sought-text.ts'
import type { Say } from '../messages/catalogue.ts'

export const desks = createStore<{ readonly names: ReadonlyMap<KioskId, string> }>(() => ({
  names: new Map(),
}))

/** “desk-1” on the house's own machine; a browser admitted by a link has eight letters, of which four are enough to tell it apart. */
const ownDesk = /^desk-(?<short>\w{1,4})\w*$/

/**
 * Replaces desk names in a search by ids: the house knows a desk on its own machine by its id only. A kiosk is known by its name,
 * which may look like a desk's and is then kept.
 */
export function withDeskIds(words: string, say: Say): string {
  const called = soughtText(say('desk.called', { desk: '' })).trim()
  const names = [...desks.getState().names.values()].map(soughtText)
  const own = new RegExp(`${called}[\\s-]+([\\da-f]{1,8})\\b`, 'g')
  return soughtText(words).replaceAll(own, (said, short: string) =>
    names.some((name) => name.includes(said)) ? said : `desk-${short}`,
  )
}

/** Its current name, in the reader's language. */
export function deskName(kioskId: KioskId, say: Say): string {
  const name = desks.getState().names.get(kioskId)
  if (name !== undefined) return name
  if (kioskId === 'house') return say('terms.at.house')
  const short = ownDesk.exec(kioskId)?.groups?.['short']
  return short === undefined ? kioskId : say('desk.called', { desk: short.toUpperCase() })
}
