// [S5] Which kiosks may join this house: letting one in, giving it another name, shutting it out. Owns what a kiosk's id is; must never
// know how it reaches the house.

import type { KioskEntry } from './catalogue.ts'
import type { Found } from './asks.ts'
import { type Decision, accept, refuse } from './decision.ts'
import type { KioskId } from './ids.ts'
import type { Refusal } from './refusal.ts'

/** Of the pin: 48 bits, so that the id of a kiosk is the same whenever it is let in. */
const ID_LETTERS = 12

/** The first letters of a kiosk's key, in fours: what two people compare who look at two screens. */
export function fingerprint(pin: string): string {
  const head = pin.slice(0, 16).toUpperCase()
  return [0, 4, 8, 12].map((at) => head.slice(at, at + 4)).join('-')
}

/** By its key: one that was shut out, or is to have another name, is the same kiosk as before, with its carts and its drawer. */
export function decideAdmitKiosk(
  { kiosks }: Found<'kiosks'>,
  { pin, name }: { readonly pin: string; readonly name: string },
): Decision<{ readonly kioskId: KioskId }> {
  const kioskId = `kiosk-${pin.slice(0, ID_LETTERS)}` as KioskId
  return decideEntry(kiosks, { kind: 'kiosk', kioskId, name, pin, active: true })
}

/** One that is not active any more is cut off at once, and is not heard again before it is. */
export function decideSaveKiosk(
  { kiosks }: Found<'kiosks'>,
  { kioskId, name, active }: Pick<KioskEntry, 'kioskId' | 'name' | 'active'>,
): Decision<{ readonly kioskId: KioskId }> {
  const before = kiosks.find((one) => one.kioskId === kioskId)
  if (!before) return refuse({ code: 'NOT_FOUND', what: 'kiosk', id: kioskId })
  return decideEntry(kiosks, { ...before, name, active })
}

function decideEntry(
  kiosks: readonly KioskEntry[],
  entry: KioskEntry,
): Decision<{ readonly kioskId: KioskId }> {
  const refusal = refusalOfName(kiosks, entry)
  if (refusal) return refuse(refusal)
  const before = kiosks.find(({ kioskId }) => kioskId === entry.kioskId)
  const isSame = before?.name === entry.name && before.active === entry.active
  return accept(isSame ? [] : [{ type: 'entry-saved', entry }], { kioskId: entry.kioskId })
}

/** Two counters of one name cannot be told apart on a report. */
function refusalOfName(kiosks: readonly KioskEntry[], { kioskId, name, active }: KioskEntry): Refusal | null {
  const isTaken = kiosks.some(
    (one) =>
      one.kioskId !== kioskId &&
      one.active &&
      one.name.toLocaleLowerCase('und') === name.toLocaleLowerCase('und'),
  )
  return active && isTaken ? { code: 'INVALID_INPUT', field: 'name', problem: 'taken', detail: name } : null
}
