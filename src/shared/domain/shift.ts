// A drawer's shift [A5]: opened with a float, counted blind, closed with a numbered report. Owns who may do what to which drawer, and
// when cash may move; must never reveal what the books expect before the count is declared.

import { AMOUNT_MAX_MINOR, type Currency } from '../lib/money.ts'
import type { Asks, Found } from './asks.ts'
import type { Booking } from './booking.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { HouseEvent } from './events.ts'
import type { BookingId, KioskId, ShowId } from './ids.ts'
import { transfersOf } from './ledger.ts'
import type { Refusal } from './refusal.ts'
import { isOfOffice } from './rights.ts'
import {
  type CashCount,
  type CashDirection,
  type CountedCash,
  type Pieces,
  isShiftEvent,
} from './shift-events.ts'
import { inFlight } from './tender.ts'

/** `counted`: the drawer's content is declared, and no cash moves until the close. */
export const shiftStates = ['open', 'counted', 'closed'] as const
export type ShiftState = (typeof shiftStates)[number]

/** The newest shift of a kiosk. */
export interface FoundShift {
  readonly kioskId: KioskId
  readonly number: number
  readonly state: ShiftState
  /** Null before the count. */
  readonly counts: readonly CountedCash[] | null
}

/** What the books have in a drawer. */
export interface Balance {
  readonly currency: Currency
  readonly amountMinor: number
}

/** Cash as somebody counts it: by coin and note, and the rest as a sum. */
export interface DeclaredCash {
  readonly currency: Currency
  readonly pieces: readonly Pieces[]
  readonly otherMinor: number
}

/** A cart or a payment under way that prevents a shift from being closed. */
export interface BlockingBooking {
  readonly bookingId: BookingId
  readonly showId: ShowId
  readonly seats: readonly string[]
  readonly isPaying: boolean
}

interface OfKiosk {
  /** Left out: the kiosk that asks. */
  readonly kioskId?: KioskId
}

type Asking = Pick<Context, 'actor'>

export function kioskOf({ kioskId }: OfKiosk, { actor }: Asking): KioskId {
  return kioskId ?? actor.kioskId
}

export function openShiftReads(request: OfKiosk, asking: Asking): Asks<'shift' | 'drawer'> {
  const kioskId = kioskOf(request, asking)
  return { shift: kioskId, drawer: kioskId }
}

export interface OpenShiftRequest extends OfKiosk {
  readonly floats: readonly DeclaredCash[]
}

/** What the books had in the drawer goes to the safe, and the float comes in: from here on the books and the drawer agree. */
export function decideOpenShift(
  { shift, drawer }: Found<'shift' | 'drawer'>,
  request: OpenShiftRequest,
  { actor }: Asking,
): Decision<{ readonly number: number }> {
  const kioskId = kioskOf(request, { actor })
  const state = shift?.state ?? 'closed'
  const refusal =
    refusalIfOthers(kioskId, { actor }) ??
    (state === 'closed' ? null : wrongState(kioskId, state)) ??
    refusalOfCounts('floats', request.floats)
  if (refusal) return refuse(refusal)
  const number = (shift?.number ?? 0) + 1
  const floats = countsOf(request.floats, drawer).map(({ expectedMinor, ...float }) => ({
    ...float,
    foundMinor: expectedMinor,
  }))
  const { staffId, name } = actor
  return accept([{ type: 'shift-opened', kioskId, staffId, number, floats, openedBy: name }], { number })
}

export interface MoveCashRequest extends OfKiosk {
  readonly direction: CashDirection
  readonly currency: Currency
  readonly amountMinor: number
  readonly reason: string
}

/** Does not check that the drawer has so much: a refusal would reveal what the books expect. */
export function decideMoveCash(
  { shift }: Found<'shift'>,
  request: MoveCashRequest,
  { actor }: Asking,
): Decision<Record<string, never>> {
  const kioskId = kioskOf(request, { actor })
  const { direction, currency, amountMinor, reason } = request
  const refusal = refusalIfOthers(kioskId, { actor })
  if (refusal) return refuse(refusal)
  if (shift?.state !== 'open') return refuse(wrongState(kioskId, shift?.state ?? 'closed'))
  const { number } = shift
  const moved = { kioskId, staffId: actor.staffId, number, direction, currency, amountMinor, reason }
  return accept([{ type: 'cash-moved', ...moved }], {})
}

/** "No sale": allowed at any time, and always recorded. */
export function decideOpenDrawer(
  { shift }: Found<'shift'>,
  { reason }: { readonly reason: string },
  { actor: { kioskId, staffId } }: Asking,
): Decision<Record<string, never>> {
  const number = shift && shift.state !== 'closed' ? shift.number : null
  return accept([{ type: 'drawer-opened', kioskId, staffId, number, reason }], {})
}

export function countDrawerReads(request: OfKiosk, asking: Asking): Asks<'shift' | 'drawer' | 'holds'> {
  const kioskId = kioskOf(request, asking)
  return { shift: kioskId, drawer: kioskId, holds: { kioskId } }
}

export interface CountDrawerRequest extends OfKiosk {
  /** The shift that the screen shows. */
  readonly number: number
  readonly counts: readonly DeclaredCash[]
}

/** Declares the count, once; only a manager may have it counted again. From here on the expected amounts may be shown. */
export function decideCountDrawer(
  { shift, drawer, holds }: Found<'shift' | 'drawer' | 'holds'>,
  request: CountDrawerRequest,
  { nowMs, actor }: Pick<Context, 'nowMs' | 'actor'>,
): Decision<{ readonly counts: readonly CountedCash[] }> {
  const kioskId = kioskOf(request, { actor })
  const { number } = request
  const refusal =
    refusalIfOthers(kioskId, { actor }) ??
    refusalIfNotThis(shift, request, kioskId) ??
    (shift?.state === 'counted' && !isOfOffice(actor) ? wrongState(kioskId, 'counted') : null) ??
    refusalOfCounts('counts', request.counts) ??
    refusalIfBlocked(holds, nowMs)
  if (refusal) return refuse(refusal)
  const counts = countsOf(request.counts, drawer)
  return accept([{ type: 'shift-counted', kioskId, staffId: actor.staffId, number, counts }], { counts })
}

export function closeShiftReads(request: OfKiosk, asking: Asking): Asks<'shift' | 'holds' | 'shiftReport'> {
  const kioskId = kioskOf(request, asking)
  return { shift: kioskId, holds: { kioskId }, shiftReport: kioskId }
}

export interface CloseShiftRequest extends OfKiosk {
  readonly number: number
  readonly reason: string
}

/** [A5] The Z report: what was declared, why it differs, and all figures as they are now. */
export function decideCloseShift(
  { shift, holds, shiftReport: report }: Found<'shift' | 'holds' | 'shiftReport'>,
  request: CloseShiftRequest,
  { nowMs, actor }: Pick<Context, 'nowMs' | 'actor'>,
): Decision<{ readonly number: number }> {
  const kioskId = kioskOf(request, { actor })
  const { number } = request
  const counts = shift?.counts ?? null
  const refusal =
    refusalIfOthers(kioskId, { actor }) ??
    refusalIfNotThis(shift, request, kioskId) ??
    refusalIfBlocked(holds, nowMs)
  if (refusal) return refuse(refusal)
  if (!counts || !report) return refuse(wrongState(kioskId, 'open'))
  const reason = request.reason.trim()
  if (reason === '' && counts.some(differs))
    return refuse({ code: 'INVALID_INPUT', field: 'reason', problem: 'empty', detail: '' })
  const { staffId, name: closedBy } = actor
  const closed = { kioskId, staffId, number, counts, reason: reason || null, report, closedBy }
  return accept([{ type: 'shift-closed', ...closed }], { number })
}

export function differs({ amountMinor, expectedMinor }: CountedCash): boolean {
  return amountMinor !== expectedMinor
}

/**
 * Cash moves into or out of a drawer only where its shift allows it: never between count and close, and, if the house says so
 * (`isRequired`), only during a shift. Checked for everything that a desk does, so that no way to move cash is forgotten.
 */
export function refusalOfDrawers(
  events: readonly HouseEvent[],
  { actor }: Asking,
  stateOf: (kioskId: KioskId) => ShiftState,
  isRequired: boolean,
): Refusal | null {
  const { kioskId } = actor
  const moves = events.filter((event) => !isShiftEvent(event)).flatMap((event) => transfersOf(event, kioskId))
  for (const account of moves.flatMap(({ debit, credit }) => [debit, credit])) {
    if (!account.startsWith(drawerAccounts)) continue
    const drawer = account.slice(drawerAccounts.length) as KioskId
    const state = stateOf(drawer)
    if (state === 'counted' || (state === 'closed' && isRequired)) return wrongState(drawer, state)
  }
  return null
}

const drawerAccounts = 'drawer:'

/** [A5] What must be finished first: holds that have not ended, payments that wait for their answer. */
export function blocking(holds: readonly Booking[], nowMs: number): readonly BlockingBooking[] {
  return holds
    .filter((one) => isPaying(one) || (one.purpose === 'hold' && nowMs < one.expiresAtMs))
    .map((one) => ({
      bookingId: one.bookingId,
      showId: one.showId,
      seats: one.lines.map(({ label }) => label),
      isPaying: isPaying(one),
    }))
}

function isPaying({ payments }: Booking): boolean {
  return inFlight(payments) !== null
}

function refusalIfBlocked(holds: readonly Booking[], nowMs: number): Refusal | null {
  const bookings = blocking(holds, nowMs)
  return bookings.length > 0 ? { code: 'SHIFT_BLOCKED', bookings } : null
}

function refusalIfOthers(kioskId: KioskId, { actor }: Asking): Refusal | null {
  const mayDo = kioskId === actor.kioskId || isOfOffice(actor)
  return mayDo ? null : { code: 'NOT_ALLOWED', role: actor.role }
}

/** Refuses where the newest shift is not the one that the screen shows, or is closed by now. */
function refusalIfNotThis(
  shift: FoundShift | null,
  { number }: { readonly number: number },
  kioskId: KioskId,
): Refusal | null {
  const isThis = shift !== null && shift.number === number && shift.state !== 'closed'
  return isThis ? null : wrongState(kioskId, 'closed')
}

function wrongState(kioskId: KioskId, state: ShiftState): Refusal {
  return { code: 'SHIFT_STATE', kioskId, state }
}

/** Each currency and each value may occur only once, and what they come to is an amount like any other [I13]. */
function refusalOfCounts(field: string, declared: readonly DeclaredCash[]): Refusal | null {
  const twice = declared.find(
    ({ currency, pieces }, at) =>
      declared.findIndex((one) => one.currency === currency) < at ||
      new Set(pieces.map(({ valueMinor }) => valueMinor)).size < pieces.length,
  )
  if (twice) return { code: 'INVALID_INPUT', field, problem: 'malformed', detail: twice.currency }
  const tooHigh = declared.find((one) => counted(one).amountMinor > AMOUNT_MAX_MINOR)
  return tooHigh ? { code: 'INVALID_INPUT', field, problem: 'too-high', detail: tooHigh.currency } : null
}

/** What was declared, beside what the books expect; a currency in the books that nobody declared counts as zero. */
function countsOf(declared: readonly DeclaredCash[], drawer: readonly Balance[]): readonly CountedCash[] {
  const expectedOf = (currency: Currency) =>
    drawer.find((balance) => balance.currency === currency)?.amountMinor ?? 0
  const forgotten = drawer.filter(
    ({ currency, amountMinor }) => amountMinor !== 0 && declared.every((one) => one.currency !== currency),
  )
  return [
    ...declared.map((one) => ({ ...counted(one), expectedMinor: expectedOf(one.currency) })),
    ...forgotten.map(({ currency, amountMinor }) => ({
      ...counted({ currency, pieces: [], otherMinor: 0 }),
      expectedMinor: amountMinor,
    })),
  ]
}

function counted({ currency, pieces, otherMinor }: DeclaredCash): CashCount {
  const amountMinor = pieces.reduce((sum, { valueMinor, count }) => sum + valueMinor * count, otherMinor)
  return { currency, amountMinor, pieces: pieces.filter(({ count }) => count > 0) }
}
