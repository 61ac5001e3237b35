// [S5] Which kiosks may join this house: admitting, renaming and shutting them out. Owns what a kiosk's id is; must never know how it
// reaches the house.

import type { KioskEntry } from './catalogue.ts'
import type { Found } from './asks.ts'
import { type Decision, accept, refuse } from './decision.ts'
import type { KioskId } from './ids.ts'
import type { Refusal } from './refusal.ts'

/** Hex digits taken from the pin: 48 bits, so that a kiosk gets the same id whenever it is admitted. */
const ID_LETTERS = 12

/** The first digits of a kiosk's key, in groups of four, for two people at two screens to compare. */
export function fingerprint(pin: string): string {
  const head = pin.slice(0, 16).toUpperCase()
  return [0, 4, 8, 12].map((at) => head.slice(at, at + 4)).join('-')
}

/** Identified by its key: a kiosk that was shut out, or gets a new name, is the same one as before, with its carts and its drawer. */
export function decideAdmitKiosk(
  { kiosks }: Found<'kiosks'>,
  { pin, name }: { readonly pin: string; readonly name: string },
): Decision<{ readonly kioskId: KioskId }> {
  const kioskId = `kiosk-${pin.slice(0, ID_LETTERS)}` as KioskId
  return decideEntry(kiosks, { kind: 'kiosk', kioskId, name, pin, active: true })
}

/** Renames a kiosk or changes whether it is active. One that is no longer active is cut off at once, until it is active again. */
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

/** Two counters with the same name cannot be told apart on a report. */
function refusalOfName(kiosks: readonly KioskEntry[], { kioskId, name, active }: KioskEntry): Refusal | null {
  const isTaken = kiosks.some(
    (one) =>
      one.kioskId !== kioskId &&
      one.active &&
      one.name.toLocaleLowerCase('und') === name.toLocaleLowerCase('und'),
  )
  return active && isTaken ? { code: 'INVALID_INPUT', field: 'name', problem: 'taken', detail: name } : null
}
