// The drawers [A5]: I45 to I47, numbered on from RELIABILITY's I44. Compares the books' rows with the events that opened, counted
// and closed each shift.

import type { HouseEvent } from '../../shared/domain/events.ts'
import type { KioskId } from '../../shared/domain/ids.ts'
import {
  type CountedCash,
  type OpeningFloat,
  type ShiftClosed,
  type ShiftCounted,
  type ShiftEvent,
  type ShiftOpened,
  isShiftEvent,
} from '../../shared/domain/shift-events.ts'
import type { ShiftState } from '../../shared/domain/shift.ts'
import { type Check, type Looks, type Step, type Surroundings, eachOf, ofRow, sum } from './check.ts'

export const shiftChecks: readonly Check[] = [
  { id: 'I45', claim: 'a drawer has its float and what came since, less what went', look: i45Drawers },
  { id: 'I46', claim: 'each desk’s Z reports are numbered without a gap', look: i46Numbers },
  { id: 'I47', claim: 'nothing moves in a shift that was counted or closed', look: i47StandsStill },
]

const ofDrawer = 'drawer:'

/** What each drawer contains by the books, by drawer and currency: `drawer:desk-1 INR`. */
type Balances = Map<string, number>

export function i45Drawers({ findings }: Surroundings): Looks {
  const balances: Balances = new Map()
  return {
    journal: eachOf((step) => {
      const wrong = misreckoned(step.event, balances)
      if (wrong) findings.add(ofRow(step.row), wrong)
      follow(step, balances)
      const left = wrong ? null : leftOver(step.event, balances)
      if (left) findings.add(ofRow(step.row), left)
    }),
  }
}

function follow({ transfers }: Step, balances: Balances): void {
  for (const { debit, credit, amountMinor, currency } of transfers) {
    const add = (account: string, gainMinor: number) => {
      const key = `${account} ${currency}`
      if (account.startsWith(ofDrawer)) balances.set(key, (balances.get(key) ?? 0) + gainMinor)
    }
    add(debit, amountMinor)
    add(credit, -amountMinor)
  }
}

/** Compares what a shift's event states of its drawer with the books just before it. */
function misreckoned(event: HouseEvent, balances: Balances): string | null {
  if (event.type !== 'shift-opened' && event.type !== 'shift-counted' && event.type !== 'shift-closed')
    return null
  const said = saidBy(event)
  const drawer = `${ofDrawer}${event.kioskId} `
  const forgotten = [...balances].find(
    ([key, amountMinor]) =>
      key.startsWith(drawer) &&
      amountMinor !== 0 &&
      said.every(({ currency }) => key !== `${drawer}${currency}`) &&
      key !== `${drawer}null`,
  )
  if (forgotten) return `says nothing of ${forgotten[1]} in ${forgotten[0]}`
  for (const one of said) {
    const { currency, booksMinor } = one
    const balance = balances.get(`${drawer}${currency}`) ?? 0
    if (booksMinor !== balance) return `says ${booksMinor} ${currency} in the drawer, the books ${balance}`
    if (sum(one.pieces.map(({ valueMinor, count }) => valueMinor * count)) > one.amountMinor)
      return `counts more ${currency} in pieces than in all`
  }
  return event.type === 'shift-closed' ? unlikeItsReport(event) : null
}

/** After an opening a drawer contains exactly its float, after a close nothing. */
function leftOver(event: HouseEvent, balances: Balances): string | null {
  if (event.type !== 'shift-opened' && event.type !== 'shift-closed') return null
  const told = event.type === 'shift-opened' ? event.floats : event.counts
  const wrong = told.find(({ currency, amountMinor }) => {
    const shouldBeMinor = event.type === 'shift-opened' ? amountMinor : 0
    return (balances.get(`${ofDrawer}${event.kioskId} ${currency}`) ?? 0) !== shouldBeMinor
  })
  return wrong ? `leaves other ${wrong.currency} in the drawer than it says` : null
}

function saidBy(event: ShiftOpened | ShiftCounted | ShiftClosed) {
  return event.type === 'shift-opened'
    ? event.floats.map((float: OpeningFloat) => ({ ...float, booksMinor: float.foundMinor }))
    : event.counts.map((count: CountedCash) => ({ ...count, booksMinor: count.expectedMinor }))
}

function unlikeItsReport({ counts, report }: ShiftClosed): string | null {
  const other = report.currencies.find(
    ({ currency, expectedMinor }) =>
      expectedMinor !== (counts.find((count) => count.currency === currency)?.expectedMinor ?? 0),
  )
  return other
    ? `reports ${other.expectedMinor} ${other.currency} in the drawer, and closes with another sum`
    : null
}

interface Standing {
  readonly number: number
  readonly state: ShiftState
}

export function i46Numbers({ findings }: Surroundings): Looks {
  const shifts = new Map<KioskId, Standing>()
  return {
    journal: eachOf(({ row, event }) => {
      if (!isShiftEvent(event)) return
      const wrong = misnumbered(event, shifts.get(event.kioskId))
      if (wrong) findings.add(ofRow(row), wrong)
      stand(event, shifts)
    }),
  }
}

function misnumbered(event: ShiftEvent, before: Standing | undefined): string | null {
  if (event.type === 'shift-opened') {
    if (before && before.state !== 'closed') return `opens shift ${event.number} over shift ${before.number}`
    const next = (before?.number ?? 0) + 1
    return event.number === next ? null : `opens shift ${event.number}, after ${next - 1}`
  }
  if (event.number === null) return null
  return event.number === before?.number
    ? null
    : `is of shift ${event.number}, where ${before?.number} stands`
}

function stand(event: ShiftEvent, shifts: Map<KioskId, Standing>): void {
  const { kioskId, number } = event
  if (event.type === 'shift-opened') shifts.set(kioskId, { number: event.number, state: 'open' })
  if (number === null || shifts.get(kioskId)?.number !== number) return
  if (event.type === 'shift-counted') shifts.set(kioskId, { number, state: 'counted' })
  if (event.type === 'shift-closed') shifts.set(kioskId, { number, state: 'closed' })
}

export function i47StandsStill({ findings }: Surroundings): Looks {
  const shifts = new Map<KioskId, Standing>()
  return {
    journal: eachOf((step) => {
      const wrong = isShiftEvent(step.event) ? afterItsEnd(step.event, shifts) : moved(step, shifts)
      if (wrong) findings.add(ofRow(step.row), wrong)
      if (isShiftEvent(step.event)) stand(step.event, shifts)
    }),
  }
}

/** What may still happen in a shift: cash movements while it is open, a close once it is counted. */
function afterItsEnd(event: ShiftEvent, shifts: ReadonlyMap<KioskId, Standing>): string | null {
  const { kioskId, number } = event
  const { state = 'closed' } = shifts.get(kioskId) ?? {}
  const mayBe = { 'cash-moved': ['open'], 'shift-counted': ['open', 'counted'], 'shift-closed': ['counted'] }
  const { type } = event
  if (type === 'shift-opened' || type === 'drawer-opened') return null
  return mayBe[type].includes(state) ? null : `${type} in shift ${number}, which is ${state}`
}

function moved({ transfers }: Step, shifts: ReadonlyMap<KioskId, Standing>): string | null {
  const drawers = transfers.flatMap(({ debit, credit }) =>
    [debit, credit].filter((account) => account.startsWith(ofDrawer)),
  )
  const still = drawers.find(
    (account) => shifts.get(account.slice(ofDrawer.length) as KioskId)?.state === 'counted',
  )
  return still ? `moves cash of ${still} after its count` : null
}
