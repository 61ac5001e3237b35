// The rows behind a number, each with a link to its booking, show or drawer. Owns the list; the net amount of a booking covers the
// selected days only.

import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { BookingId, KioskId, ShowId } from '../../../shared/domain/ids.ts'
import { drawerCauses } from '../../../shared/domain/reports/drawer-fact.ts'
import type { Measures } from '../../../shared/domain/reports/fact.ts'
import { reasonOf } from '../../../shared/domain/reports/refusals-table.ts'
import { never } from '../../../shared/lib/assert.ts'
import type { Currency } from '../../../shared/lib/money.ts'
import { deskName } from '../../stores/desks.ts'
import { type Behind, type Facts, type Lead, reports } from '../../stores/reports.ts'
import { type Screen, addressOf, goTo } from '../../stores/screen.ts'
import { shows } from '../../stores/shows.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './behind-dialog.module.css'
import { rowsOf } from './lead-rows.ts'

/** Rows rendered at once: for more, narrow the days or the show first; the file has all numbers. */
const SHOWN_MAX = 500

const close = () => reports.setState({ behind: null })

export function BehindDialog({ facts }: { readonly facts: Facts }) {
  const { behind } = useStore(reports)
  return behind && <Open behind={behind} facts={facts} />
}

function Open({ behind, facts }: { readonly behind: Behind; readonly facts: Facts }) {
  const say = useSay()
  const { title, lead } = behind
  const traces = useMemo(() => tracesOf(facts), [facts])
  const shown = linesOf(lead, traces)
  return (
    <Dialog title={title} isOpen onClose={close} isWide>
      <p className={styles.told}>
        {say(`reports.rows.${lead.of}`, { count: rowsOf(lead), shown: shown.length })}
      </p>
      <ol className={styles.list}>
        {shown.map((trace) => (
          <Line key={trace.key} trace={trace} />
        ))}
      </ol>
      <DialogButtons>
        <Button onPress={close}>{say('reports.close')}</Button>
      </DialogButtons>
    </Dialog>
  )
}

interface Trace {
  readonly key: string
  /** The link's target: the booking, the show, or the drawer. */
  readonly to: Extract<Screen, { name: 'booking' | 'time-machine' | 'shift' }>
  readonly showId: ShowId | null
  /** Null for a show, which has a start of its own. */
  readonly atMs: number | null
  readonly of: KioskId | Facts['refusals'][number] | Facts['drawers'][number]['cause'] | null
  /** Null if no money of it moved. */
  readonly net: { readonly amountMinor: number; readonly currency: Currency } | number | null
}

function linesOf(lead: Lead, traces: ReadonlyMap<BookingId, Trace>): readonly Trace[] {
  switch (lead.of) {
    case 'bookings':
      return lead.bookingIds.slice(0, SHOWN_MAX).flatMap((bookingId) => traces.get(bookingId) ?? [])
    case 'moves':
      return lead.moves.slice(0, SHOWN_MAX).map((move, index) => {
        const { bookingId, drawer: kioskId, showId, atMs, cause: of, amountMinor, currency } = move
        const place = { kioskId, number: null, part: 'report' } as const
        const to = bookingId === null ? ({ name: 'shift', of: place } as const) : bookingPlace(bookingId)
        return { key: String(index), to, showId, atMs, of, net: { amountMinor, currency } }
      })
    case 'refusals':
      return lead.refusals.slice(0, SHOWN_MAX).map((refused, index) => {
        const { showId, atMs, count } = refused
        return {
          key: String(index),
          to: { name: 'time-machine', showId },
          showId,
          atMs,
          of: refused,
          net: count,
        }
      })
    case 'shows':
      return lead.shows.map(({ showId, count }) => {
        return {
          key: String(showId),
          to: { name: 'time-machine', showId },
          showId,
          atMs: null,
          of: null,
          net: count,
        }
      })
    default:
      return never(lead)
  }
}

function Line({ trace }: { readonly trace: Trace }) {
  const say = useSay()
  const { day, clock, money, number } = useFormats()
  const { to, showId, of, net } = trace
  const row = useStore(shows).rows.get(showId ?? (0 as ShowId))
  const zone = row?.zone ?? 'UTC'
  const atMs = trace.atMs ?? row?.startsAtMs ?? null
  return (
    <li>
      <a href={addressOf(to)} onClick={() => goTo(to)}>
        {atMs !== null && (
          <time dateTime={new Date(atMs).toISOString()}>
            {day(atMs, zone)} {clock(atMs, zone)}
          </time>
        )}{' '}
        <bdi>{row?.title ?? say(showId === null ? 'reports.drawerOnly' : 'reports.noShow')}</bdi>
      </a>
      <span className={styles.desk}>
        <Of of={of} />
      </span>
      <span className={styles.net}>
        {net === null ? '–' : typeof net === 'number' ? number(net) : money(net.amountMinor, net.currency)}
      </span>
    </li>
  )
}

/** The desk, and why cash moved or a hold was refused. */
function Of({ of }: Pick<Trace, 'of'>) {
  const say = useSay()
  if (of === null) return null
  if (typeof of === 'object') return say(`reports.reason.${reasonOf(of)}`)
  const cause = drawerCauses.find((one) => one === of)
  return cause ? say(`reports.cause.${cause}`) : <bdi>{deskName(of as KioskId, say)}</bdi>
}

function bookingPlace(bookingId: BookingId) {
  return { name: 'booking', bookingId } as const
}

/** Where each booking first occurs, and its net amount. */
function tracesOf({ sales, holds, drawers }: Facts): ReadonlyMap<BookingId, Trace> {
  const traces = new Map<BookingId, Trace>()
  const met = (bookingId: BookingId, fact: Pick<Trace, 'showId' | 'atMs'>, kioskId: KioskId): Trace =>
    traces.get(bookingId) ?? {
      key: bookingId,
      to: bookingPlace(bookingId),
      showId: fact.showId,
      atMs: fact.atMs,
      of: kioskId,
      net: null,
    }
  for (const fact of holds) traces.set(fact.bookingId, met(fact.bookingId, fact, fact.kioskId))
  for (const fact of sales) {
    const { bookingId, types, currency, kioskId } = fact
    const before = met(bookingId, fact, kioskId)
    const netBefore = typeof before.net === 'object' ? (before.net?.amountMinor ?? 0) : 0
    const amountMinor = types.reduce((sum, part) => sum + netOf(part), netBefore)
    traces.set(bookingId, { ...before, net: { amountMinor, currency } })
  }
  for (const fact of drawers)
    if (fact.bookingId !== null) traces.set(fact.bookingId, met(fact.bookingId, fact, fact.drawer))
  return traces
}

function netOf({ grossMinor, discountMinor, feeMinor, refundMinor }: Measures): number {
  return grossMinor - discountMinor + feeMinor - refundMinor
}
