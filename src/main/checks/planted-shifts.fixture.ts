// Violations of I45 to I47, planted after an evening's journal: one shift of its desk, and what may be wrong with it. Owns no
// evening of its own.

import type { KioskId, StaffId } from '../../shared/domain/ids.ts'
import { transfersOf } from '../../shared/domain/ledger.ts'
import { ShiftTally } from '../../shared/domain/shift-report.ts'
import type {
  CashMoved,
  CountedCash,
  OpeningFloat,
  ShiftClosed,
  ShiftCounted,
  ShiftEvent,
  ShiftOpened,
} from '../../shared/domain/shift-events.ts'
import { type Plant, evening } from './planted.fixture.ts'

const of = { kioskId: 'desk-1' as KioskId, staffId: 1 as StaffId, number: 1 }
const drawer = `drawer:${of.kioskId}`

/** What the evening left in the desk's drawer. */
const foundMinor = evening.told
  .flatMap(({ event, kioskId }) => transfersOf(event, kioskId))
  .reduce(
    (sum, { debit, credit, amountMinor }) =>
      sum + (debit === drawer ? amountMinor : 0) - (credit === drawer ? amountMinor : 0),
    0,
  )

const pieces = [{ valueMinor: 100_00, count: 3 }]
const float: OpeningFloat = { currency: 'INR', amountMinor: 300_00, pieces, foundMinor }
const opened: ShiftOpened = { type: 'shift-opened', ...of, floats: [float], openedBy: 'Desk' }
const paidOut: CashMoved = {
  type: 'cash-moved',
  ...of,
  direction: 'out',
  currency: 'INR',
  amountMinor: 50_00,
  reason: 'Courier',
}
const count: CountedCash = { currency: 'INR', amountMinor: 240_00, pieces: [], expectedMinor: 250_00 }
const counted: ShiftCounted = { type: 'shift-counted', ...of, counts: [count] }
const tally = new ShiftTally({ floats: [float], venue: 'Barn', zone: 'Asia/Kolkata', openedBy: 'Desk' })
tally.follow({ event: paidOut, ...of, hadTickets: false, sold: null }, () => 'Desk')
const closed: ShiftClosed = {
  type: 'shift-closed',
  ...of,
  counts: [count],
  reason: 'Lost',
  report: tally.report,
  closedBy: 'Desk',
}

/** A correct shift: opened, ₹50 paid out, ₹10 short, closed. */
export const wholeShift: readonly ShiftEvent[] = [opened, paidOut, counted, closed]

const withTurned = (turned: Partial<Record<ShiftEvent['type'], object>>) =>
  evening.append(wholeShift.map((event) => ({ ...event, ...turned[event.type] })))

export const shiftPlants: readonly Plant[] = [
  [
    'I45',
    'a drawer that begins with other money than the books have in it',
    () => withTurned({ 'shift-opened': { floats: [{ ...float, foundMinor: foundMinor - 100 }] } }),
  ],
  [
    'I45',
    'a drawer whose money nobody mentions when it opens',
    () => evening.append([{ ...opened, floats: [] }]),
  ],
  [
    'I45',
    'a count beside other books than there are',
    () => withTurned({ 'shift-counted': { counts: [{ ...count, expectedMinor: 260_00 }] } }),
  ],
  [
    'I45',
    'more in pieces than in all',
    () =>
      withTurned({
        'shift-counted': { counts: [{ ...count, pieces: [{ valueMinor: 500_00, count: 1 }] }] },
      }),
  ],
  [
    'I45',
    'a report of another drawer',
    () => {
      const currencies = tally.report.currencies.map((part) => ({ ...part, expectedMinor: 1 }))
      return withTurned({ 'shift-closed': { report: { ...tally.report, currencies } } })
    },
  ],
  ['I46', 'a shift that is counted from two', () => evening.append([{ ...opened, number: 2 }])],
  [
    'I46',
    'a shift opened over another',
    () => evening.append([opened, { ...opened, number: 2, floats: [{ ...float, foundMinor: 300_00 }] }]),
  ],
  [
    'I46',
    'cash of a shift that is not the one that stands',
    () => evening.append([opened, { ...paidOut, number: 7 }]),
  ],
  [
    'I47',
    'cash moved after the count',
    () => evening.append([opened, paidOut, counted, { ...paidOut, direction: 'in' }, paidOut, closed]),
  ],
  ['I47', 'cash of a shift that is closed', () => evening.append([...wholeShift, paidOut])],
  [
    'I47',
    'money of a sale taken between the count and the close',
    () => {
      const into = { type: 'wallet-topped-up', walletId: 1, paymentId: 'late', currency: 'INR' }
      const topUp = { ...into, amountMinor: 5_00, account: drawer } as never
      return evening.append([opened, paidOut, counted, topUp])
    },
  ],
  ['I47', 'a close without a count', () => evening.append([opened, paidOut, closed])],
]
