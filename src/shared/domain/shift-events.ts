// What happens to a drawer between its opening and its close [A5]. Part of events.ts. A shift's number is that of its Z report: a
// kiosk's shifts are numbered without a gap, and each ends in one report. Must never be changed once recorded: Z reports print from it.

import type { KioskId, StaffId } from './ids.ts'
import type { ShiftReport } from './shift-report.ts'
import type { Currency } from '../lib/money.ts'

/** A number of coins or notes of one value. */
export interface Pieces {
  readonly valueMinor: number
  readonly count: number
}

/** Money as somebody counted it: by coin and note, or, where `pieces` is empty, as a sum only. */
export interface CashCount {
  readonly currency: Currency
  readonly amountMinor: number
  readonly pieces: readonly Pieces[]
}

/** What a drawer begins with. `foundMinor`: what the books had in it already, taken outside a shift; it goes to the safe. */
export interface OpeningFloat extends CashCount {
  readonly foundMinor: number
}

/** What was counted, beside what the books expect; the difference is counted less expected. */
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
  /** The person's name at that time: it may change later. */
  readonly openedBy: string
}

/** Cash put in or taken out other than by a sale: change from the safe, a courier paid. */
export interface CashMoved extends OfShift {
  readonly type: 'cash-moved'
  readonly direction: CashDirection
  readonly currency: Currency
  readonly amountMinor: number
  readonly reason: string
}

export const cashDirections = ['in', 'out'] as const
export type CashDirection = (typeof cashDirections)[number]

/** "No sale": the drawer was opened without a payment. `number`: null while no shift is open. */
export interface DrawerOpened extends Omit<OfShift, 'number'> {
  readonly type: 'drawer-opened'
  readonly number: number | null
  readonly reason: string
}

/** The blind count was declared: from here until the close no cash may move. */
export interface ShiftCounted extends OfShift {
  readonly type: 'shift-counted'
  readonly counts: readonly CountedCash[]
}

/** The Z report. `report` keeps the figures and names of that time, so that it prints the same for ever. */
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
