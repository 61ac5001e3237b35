// What screens see of shifts [A5]: how a drawer stands, X and Z reports, the list of them, the cash movements. Owns what a clerk
// is not told before the count: nothing from which the drawer's content could be computed. Must never write.

import type { Actor } from '../../shared/domain/catalogue.ts'
import type { ShiftClosed } from '../../shared/domain/shift-events.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { KioskId } from '../../shared/domain/ids.ts'
import { transfersOf } from '../../shared/domain/ledger.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { isOfOffice } from '../../shared/domain/rights.ts'
import { blocking } from '../../shared/domain/shift.ts'
import type { ShiftReport, Tally } from '../../shared/domain/shift-report.ts'
import { type Terms, houseTerms } from '../../shared/domain/terms.ts'
import { SHIFT_ROWS_MAX } from '../../shared/contract/limits.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import { known } from '../../shared/lib/assert.ts'
import { allVenues, lastJournalRow, newestShifts, shiftsOfKiosk } from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'
import type { Reader } from './reader.ts'

interface Parts {
  readonly store: Store
  readonly reader: Reader
  readonly houseTerms: Partial<Terms>
  readonly nowMs: () => number
}

export function shiftNow(
  { store, reader, houseTerms: terms, nowMs }: Parts,
  { kioskId: wanted }: Input<'shift'>,
  actor: Actor,
): Output<'shift'> | Refusal {
  const kioskId = wanted ?? actor.kioskId
  const refusal = refusalIfOthers(kioskId, actor)
  if (refusal) return refusal
  const newest = reader.shifts.newestOf(kioskId)
  const { holds } = reader.read({ holds: { kioskId } })
  const venues = store.select(allVenues)
  return {
    kioskId,
    shift:
      newest && newest.state !== 'closed' ? { ...shiftRow(newest), floats: newest.floats.map(asSaid) } : null,
    nextNumber: (newest?.number ?? 0) + 1,
    blocking: [...blocking(holds, nowMs())],
    isRequired: terms.requireShift ?? houseTerms.requireShift,
    currencies: [...new Set(venues.map(({ currency }) => currency))],
    zone: venues[0]?.zone ?? 'UTC',
  }
}

/** Without what the books expected in the drawer: a clerk sees only what the clerk declared. */
function asSaid({ foundMinor: _found, ...float }: Row<'shift'>['floats'][number]) {
  return float
}

function shiftRow(row: Row<'shift'>): Output<'shifts'>['rows'][number] {
  const { kioskId, number, state, openedBy, openedAtMs, closedAtMs, counts } = row
  return { kioskId, number, state, openedBy, openedAtMs, closedAtMs, counts }
}

export function shiftReport(
  { store, reader, nowMs }: Parts,
  { kioskId, number }: Input<'shift-report'>,
  actor: Actor,
): Output<'shift-report'> | Refusal {
  const shift = wantedShift(store, { kioskId: kioskId ?? actor.kioskId, number }, actor)
  if ('code' in shift) return shift
  if (shift.closedSequence !== null) return zReport(store, shift, shift.closedSequence)
  const report = known(reader.shifts.reportOf(shift.kioskId), 'report of an open shift')
  return {
    shift: shiftRow(shift),
    report: isBlindTo(shift, actor) ? blind(report) : report,
    closedBy: null,
    reason: null,
    atMs: nowMs(),
    anchor: anchorOf(known(store.select(lastJournalRow, 1)[0], 'last row')),
  }
}

/** Read from the row that closed the shift alone, so that it never changes. */
function zReport(store: Store, shift: Row<'shift'>, closedSequence: number): Output<'shift-report'> {
  const row = known(store.get('journal', closedSequence), 'row of a close')
  const { report, closedBy, reason } = JSON.parse(row.body) as ShiftClosed
  return { shift: shiftRow(shift), report, closedBy, reason, atMs: row.atMs, anchor: anchorOf(row) }
}

function anchorOf({ sequence, hash }: Row<'journal'>) {
  return { sequence, hash: Buffer.from(hash).toString('hex') }
}

export function shiftList(
  { store }: Parts,
  { isOfAll, before }: Input<'shifts'>,
  actor: Actor,
): Output<'shifts'> | Refusal {
  if (isOfAll && !isOfOffice(actor)) return { code: 'NOT_ALLOWED', role: actor.role }
  const below = before ?? Number.MAX_SAFE_INTEGER
  const rows = isOfAll
    ? store.select(newestShifts, below, SHIFT_ROWS_MAX)
    : store.select(shiftsOfKiosk, actor.kioskId, below, SHIFT_ROWS_MAX)
  const last = rows.length === SHIFT_ROWS_MAX ? rows.at(-1) : undefined
  const next = last && (isOfAll ? last.openedSequence : last.number)
  return { rows: rows.map(shiftRow), before: next ?? null }
}

export function shiftCash(
  { store, reader }: Parts,
  { kioskId, number }: Input<'shift-cash'>,
  actor: Actor,
): Output<'shift-cash'> | Refusal {
  const shift = wantedShift(store, { kioskId: kioskId ?? actor.kioskId, number }, actor)
  if ('code' in shift) return shift
  if (isBlindTo(shift, actor)) return { code: 'NOT_ALLOWED', role: actor.role }
  const zone = store.select(allVenues)[0]?.zone ?? 'UTC'
  const rows = [...reader.shifts.rowsOf(shift)].flatMap((told) => cashRows(store, shift.kioskId, told))
  return { zone, rows }
}

type CashRow = Output<'shift-cash'>['rows'][number]

function cashRows(
  store: Store,
  kioskId: KioskId,
  { event, row, staffId }: { event: HouseEvent; row: Row<'journal'>; staffId: Row<'journal'>['staffId'] },
): CashRow[] {
  const drawer = `drawer:${kioskId}`
  const { sequence, atMs } = row
  const by = store.get('staff', staffId)?.name ?? ''
  return transfersOf(event, row.kioskId).flatMap(({ debit, credit, amountMinor, currency }): CashRow[] => {
    if (currency === null || (debit !== drawer && credit !== drawer)) return []
    const signedMinor = debit === drawer ? amountMinor : -amountMinor
    const told = { sequence, atMs, currency, amountMinor: signedMinor, by }
    if (event.type === 'cash-moved')
      return [{ ...told, kind: event.direction, bookingId: null, about: event.reason }]
    if (!('bookingId' in event)) return [{ ...told, kind: 'top-up', bookingId: null, about: '' }]
    const { bookingId } = event
    const lines = store.get('booking', bookingId)?.lines ?? []
    const about = lines.map(({ label }) => label).join(', ')
    return [{ ...told, kind: signedMinor > 0 ? 'sale' : 'refund', bookingId, about }]
  })
}

function wantedShift(
  store: Store,
  { kioskId, number }: { readonly kioskId: KioskId; readonly number: number },
  actor: Actor,
): Row<'shift'> | Refusal {
  const refusal = refusalIfOthers(kioskId, actor)
  if (refusal) return refusal
  const shift = store.get('shift', kioskId, number)
  return shift ?? { code: 'NOT_FOUND', what: 'shift', id: String(number) }
}

function refusalIfOthers(kioskId: KioskId, actor: Actor): Refusal | null {
  return kioskId === actor.kioskId || isOfOffice(actor) ? null : { code: 'NOT_ALLOWED', role: actor.role }
}

/** [A5] Whoever counts must not know the expected sum. */
function isBlindTo({ state }: Row<'shift'>, actor: Actor): boolean {
  return state === 'open' && !isOfOffice(actor)
}

/** Keeps the numbers of sales, and the sums that are not cash: from these nobody can compute what is in the drawer. */
function blind(report: ShiftReport): Output<'shift-report'>['report'] {
  const nothing = { baseMinor: null, discountMinor: null, feeMinor: null, totalMinor: null }
  const noCash = { foundMinor: null, floatMinor: null, expectedMinor: null }
  return {
    ...report,
    currencies: report.currencies.map((part) => ({
      ...part,
      ...nothing,
      ...noCash,
      modes: part.modes.map((one) =>
        one.mode === 'CASH' ? { ...one, taken: hidden(one.taken), returned: hidden(one.returned) } : one,
      ),
      coupons: part.coupons.map(hidden),
      sellers: part.sellers.map(hidden),
      ticketTypes: part.ticketTypes.map(hidden),
      ...(part.carried && { carried: hidden(part.carried) }),
      topUps: hidden(part.topUps),
      cashIn: hidden(part.cashIn),
      cashOut: hidden(part.cashOut),
    })),
  }
}

function hidden<One extends Tally>(tally: One) {
  return { ...tally, amountMinor: null }
}
