// What happens to a drawer between its opening and its close [A5]. Part of events.ts. A shift's number is its Z report's: a kiosk's
// shifts are counted without a gap, and each ends in one report. Must never be changed once it is said: a Z report is printed from it.

import type { KioskId, StaffId } from './ids.ts'
import type { ShiftReport } from './shift-report.ts'
import type { Currency } from '../lib/money.ts'

/** So many coins or notes of one value. */
export interface Pieces {
  readonly valueMinor: number
  readonly count: number
}

/** Money as somebody counted it: by coin and note, or, where `pieces` is empty, as a sum. */
export interface CashCount {
  readonly currency: Currency
  readonly amountMinor: number
  readonly pieces: readonly Pieces[]
}

/** What a drawer begins with. `foundMinor`: what the books had in it before, taken without a shift; it goes to the safe. */
export interface OpeningFloat extends CashCount {
  readonly foundMinor: number
}

/** What was counted beside what the books say; the difference is the one less the other. */
export interface CountedCash extends CashCount {
  readonly expectedMinor: number
}

interface OfShift {
  readonly kioskId: KioskId
  readonly staffId: StaffId
  readonly number: number
}

export interface ShiftOpened extends OfShift {
  readonly type: 'shift-opened'
  readonly floats: readonly OpeningFloat[]
  /** As they were called then: a name may change later. */
  readonly openedBy: string
}

/** Cash put in or taken out that is no sale: change from the safe, a courier paid. */
export interface CashMoved extends OfShift {
  readonly type: 'cash-moved'
  readonly direction: CashDirection
  readonly currency: Currency
  readonly amountMinor: number
  readonly reason: string
}

export const cashDirections = ['in', 'out'] as const
export type CashDirection = (typeof cashDirections)[number]

/** "No sale": opened without money being owed. `number`: null while no shift is open. */
export interface DrawerOpened extends Omit<OfShift, 'number'> {
  readonly type: 'drawer-opened'
  readonly number: number | null
  readonly reason: string
}

/** The blind count, declared: from now on the drawer stands still until the close. */
export interface ShiftCounted extends OfShift {
  readonly type: 'shift-counted'
  readonly counts: readonly CountedCash[]
}

/** The Z report. `report` keeps its figures and names as they were, so that it prints the same for ever. */
export interface ShiftClosed extends OfShift {
  readonly type: 'shift-closed'
  readonly counts: readonly CountedCash[]
  /** Why counted and expected differ; null where they do not. */
  readonly reason: string | null
  readonly report: ShiftReport
  readonly closedBy: string
}

export type ShiftEvent = ShiftOpened | CashMoved | DrawerOpened | ShiftCounted | ShiftClosed

const types: ReadonlySet<string> = new Set<ShiftEvent['type']>([
  'shift-opened',
  'cash-moved',
  'drawer-opened',
  'shift-counted',
  'shift-closed',
])

export function isShiftEvent(event: { readonly type: string }): event is ShiftEvent {
  return types.has(event.type)
}
