// The audit log: the journal rows that people review, with readable names for what they mention. Owns the way through the index
// of audited kinds; must never read a journal from end to end, nor keep a second log.

import { type RareKind, auditAreaOf, auditKindOf, auditedKinds, kindsOf } from '../../shared/domain/audit.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { KioskId, ShowId, StaffId } from '../../shared/domain/ids.ts'
import type { SaleLost } from '../../shared/domain/lost-sale.ts'
import { isShiftEvent } from '../../shared/domain/shift-events.ts'
import { AUDIT_ROWS_MAX } from '../../shared/contract/limits.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import type { AuditRow } from '../../shared/contract/staff-shapes.ts'
import { soughtText } from '../../shared/lib/sought-text.ts'
import { journalOfKind } from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'
import { sequenceAfter } from './sequence-after.ts'
import { actorOf, staffName } from './actor-of.ts'

/** Rows looked through for one answer: a busy clerk's refunded seats of a year, in some milliseconds. */
const LOOKED_THROUGH_MAX = 2000

const questions = new Map(auditedKinds.map((kind) => [kind, journalOfKind(kind)]))

/** [I39] Newest first. What the house did by itself is nobody's action and is left out. */
export function auditLog(store: Store, asked: Input<'audit-log'>): Output<'audit-log'> {
  const { before, staffId, area, text = '', fromMs = 0, toMs } = asked
  const rows: AuditRow[] = []
  let below = Math.min(
    before ?? Number.MAX_SAFE_INTEGER,
    toMs === undefined ? Number.MAX_SAFE_INTEGER : sequenceAfter(store, toMs),
  )
  for (let looked = 0; looked < LOOKED_THROUGH_MAX; looked += AUDIT_ROWS_MAX) {
    const page = newestBelow(store, area === null ? auditedKinds : kindsOf(area), below)
    for (const row of page) {
      if (rows.length === AUDIT_ROWS_MAX) return { rows, before: below }
      if (row.atMs < fromMs) return { rows, before: null }
      below = row.sequence
      const told = auditRow(store, row)
      if (
        told &&
        (area === null || told.area === area) &&
        isAbout(row, staffId) &&
        hasWords(store, told, text)
      )
        rows.push(told)
    }
    if (page.length < AUDIT_ROWS_MAX) return { rows, before: null }
  }
  return { rows, before: below }
}

/** Each kind is a range of the index; merged, they give the newest rows of all kinds. */
function newestBelow(store: Store, kinds: readonly RareKind[], below: number): Row<'journal'>[] {
  const found = kinds.flatMap((kind) => {
    const question = questions.get(kind)
    return question ? store.select(question, below, AUDIT_ROWS_MAX) : []
  })
  return found.toSorted((a, b) => b.sequence - a.sequence).slice(0, AUDIT_ROWS_MAX)
}

/** Done by this person, or done to them: a wrong PIN is entered by nobody known, but it was tried on somebody. */
function isAbout({ staffId: by, body }: Row<'journal'>, staffId: StaffId | null): boolean {
  if (staffId === null || by === staffId) return true
  const event = JSON.parse(body) as HouseEvent
  if (event.type === 'entry-saved') return event.entry.kind === 'staff' && event.entry.staffId === staffId
  return 'staffId' in event && event.type !== 'seats-held' && event.staffId === staffId
}

/** All of the words, in any order. */
function hasWords(store: Store, { about, desk, by, kioskId }: AuditRow, text: string): boolean {
  const desks = [desk ?? '', kioskId].map((id) => `${id} ${store.get('kiosk', id)?.name ?? ''}`)
  const said = soughtText(`${about} ${by?.name ?? ''} ${desks.join(' ')}`)
  return soughtText(text)
    .split(/\s+/)
    .every((word) => said.includes(word))
}

function auditRow(store: Store, row: Row<'journal'>): AuditRow | null {
  const { sequence, atMs, kioskId } = row
  const event = JSON.parse(row.body) as HouseEvent
  const area = isOfHouse(row) ? null : auditAreaOf(event, isOthers(store, event, row))
  const kind = auditKindOf(event)
  if (area === null || kind === null) return null
  const by = actorOf(store, row)
  return { sequence, atMs, area, kind, about: aboutOf(store, event), desk: deskOf(event), by, kioskId }
}

/** Recorded by the house itself: its sweeps, and demo data. But a restore from a backup and a lost sale were somebody's doing. */
function isOfHouse({ staffId, kioskId, kind }: Row<'journal'>): boolean {
  return staffId === 0 && kioskId === 'house' && kind !== 'house-restored' && kind !== 'sale-lost'
}

function isOthers(store: Store, event: HouseEvent, { kioskId }: Row<'journal'>): boolean {
  return 'bookingId' in event && store.get('booking', event.bookingId)?.kioskId !== kioskId
}

/** Only the id: its name is looked up by the screen. */
function deskOf(event: HouseEvent): KioskId | null {
  if (event.type === 'entry-saved') return event.entry.kind === 'printing' ? event.entry.kioskId : null
  return isShiftEvent(event) ? event.kioskId : null
}

function aboutOf(store: Store, event: HouseEvent): string {
  if (event.type === 'entry-saved') return entryName(store, event.entry)
  if (event.type === 'attempt-refused') return event.operation
  if (event.type === 'message-asked') return event.recipient
  if (event.type === 'plan-imported') return event.name
  if (event.type === 'cash-moved' || event.type === 'drawer-opened') return event.reason
  if (isShiftEvent(event)) return String(event.number)
  if (event.type === 'wallet-topped-up') return String(event.walletId)
  if (event.type === 'house-restored') return [`#${event.epoch}`, event.reason ?? []].flat().join(' · ')
  if (event.type === 'sale-lost') return lostSaleText(store, event)
  if (event.type === 'update-asked') return [event.from, event.version].filter(Boolean).join(' → ')
  if ('bookingId' in event) return seatsOf(store, event)
  if ('showId' in event) return titleOf(store, event.showId)
  return 'staffId' in event ? staffName(store, event.staffId) : ''
}

function entryName(store: Store, entry: Extract<HouseEvent, { type: 'entry-saved' }>['entry']): string {
  if (entry.kind === 'listing') return entry.title
  if (entry.kind === 'coupon') return entry.code
  if (entry.kind === 'show') return titleOf(store, entry.showId)
  if (entry.kind === 'paper') return store.get('venue', entry.venueId)?.name ?? ''
  return 'name' in entry ? entry.name : ''
}

function seatsOf(store: Store, { bookingId, showId }: { bookingId: string; showId: ShowId }): string {
  const seats = (store.get('booking', bookingId)?.lines ?? []).map(({ label }) => label)
  return `${titleOf(store, showId)}: ${seats.join(', ')}`
}

/** Which tickets of which show, and the note that somebody made on settling it. */
function lostSaleText(store: Store, { sale, settled }: SaleLost): string {
  const seats = sale.seats.map(({ label }) => label).join(', ')
  return [sale.numbers[0], `${titleOf(store, sale.showId)}: ${seats}`, settled?.note]
    .filter(Boolean)
    .join(' · ')
}

function titleOf(store: Store, showId: ShowId): string {
  const show = store.get('show', showId)
  return (show && store.get('listing', show.listingId)?.title) ?? ''
}
