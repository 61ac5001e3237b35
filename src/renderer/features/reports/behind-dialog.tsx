// The bookings behind a number, each with the way to it. Owns the list; what a booking nets is of the days that are looked at.

import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { BookingId, KioskId, ShowId } from '../../../shared/domain/ids.ts'
import { type Measures } from '../../../shared/domain/reports/fact.ts'
import type { Currency } from '../../../shared/lib/money.ts'
import { type Behind, type Facts, reports } from '../../stores/reports.ts'
import { goTo } from '../../stores/screen.ts'
import { shows } from '../../stores/shows.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './behind-dialog.module.css'

/** Drawn at once: whoever looks through so many narrows the days or the show first; the file has all numbers. */
const SHOWN_MAX = 500

const close = () => reports.setState({ behind: null })

export function BehindDialog({ facts }: { readonly facts: Facts }) {
  const { behind } = useStore(reports)
  return behind && <Open behind={behind} facts={facts} />
}

function Open({ behind, facts }: { readonly behind: Behind; readonly facts: Facts }) {
  const say = useSay()
  const { title, bookingIds } = behind
  const traces = useMemo(() => tracesOf(facts), [facts])
  const shown = bookingIds.slice(0, SHOWN_MAX).flatMap((bookingId) => traces.get(bookingId) ?? [])
  return (
    <Dialog title={title} isOpen onClose={close} isWide>
      <p className={styles.told}>
        {say('reports.bookings', { count: bookingIds.length, shown: shown.length })}
      </p>
      <ol className={styles.list}>
        {shown.map((trace) => (
          <Line key={trace.bookingId} trace={trace} />
        ))}
      </ol>
      <DialogButtons>
        <Button onPress={close}>{say('reports.close')}</Button>
      </DialogButtons>
    </Dialog>
  )
}

interface Trace {
  readonly bookingId: BookingId
  readonly showId: ShowId
  readonly atMs: number
  readonly kioskId: KioskId
  /** Null: no money of it moved. */
  readonly net: { readonly amountMinor: number; readonly currency: Currency } | null
}

function Line({ trace }: { readonly trace: Trace }) {
  const say = useSay()
  const { day, clock, money } = useFormats()
  const { bookingId, showId, atMs, kioskId, net } = trace
  const row = useStore(shows).rows.get(showId)
  const zone = row?.zone ?? 'UTC'
  return (
    <li>
      <a href={`#/booking/${bookingId}`} onClick={() => goTo({ name: 'booking', bookingId })}>
        <time dateTime={new Date(atMs).toISOString()}>
          {day(atMs, zone)} {clock(atMs, zone)}
        </time>{' '}
        <bdi>{row?.title ?? say('reports.noShow')}</bdi>
      </a>
      <span className={styles.desk}>
        <bdi>{kioskId}</bdi>
      </span>
      <span className={styles.net}>{net ? money(net.amountMinor, net.currency) : '–'}</span>
    </li>
  )
}

/** Of each booking where it was first met, and what it nets. */
function tracesOf({ sales, holds, drawers }: Facts): ReadonlyMap<BookingId, Trace> {
  const traces = new Map<BookingId, Trace>()
  for (const { bookingId, showId, atMs, kioskId } of holds)
    traces.set(bookingId, { bookingId, showId, atMs, kioskId, net: null })
  for (const { types, currency, ...fact } of sales) {
    const before = traces.get(fact.bookingId)
    const amountMinor = types.reduce((sum, part) => sum + netOf(part), before?.net?.amountMinor ?? 0)
    traces.set(fact.bookingId, { ...fact, ...before, net: { amountMinor, currency } })
  }
  for (const { bookingId, showId, drawer: kioskId, atMs } of drawers)
    if (bookingId !== null && showId !== null && !traces.has(bookingId))
      traces.set(bookingId, { bookingId, showId, atMs, kioskId, net: null })
  return traces
}

function netOf({ grossMinor, discountMinor, feeMinor, refundMinor }: Measures): number {
  return grossMinor - discountMinor + feeMinor - refundMinor
}
