// Taking the money: the sum large, what was handed over, the change. Enter with nothing typed means: exactly.

import { ArrowLeft, Banknote } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Booking } from '../../../shared/domain/booking.ts'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { decimalText, parseAmount } from '../../../shared/lib/money.ts'
import { goTo } from '../../stores/screen.ts'
import { endHoldIfOver, payCash, sale } from '../../stores/sale.ts'
import { shows } from '../../stores/shows.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Field } from '../../ui/field.tsx'
import { HoldRing } from '../../ui/hold-ring.tsx'
import { useHubNow } from '../../ui/use-hub-now.ts'
import { useKeys } from '../../ui/use-keys.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { likelyNotes } from './likely-notes.ts'
import styles from './pay-screen.module.css'
import { SaleNotice } from './sale-notice.tsx'

export function PayScreen({ showId }: { readonly showId: ShowId }) {
  const say = useSay()
  const { booking } = useStore(sale)
  if (booking) return <TakeCash booking={booking} />
  return (
    <Empty title={say('pay.none.title')} text={say('pay.none.text')}>
      <Button look="next" onPress={() => goTo({ name: 'sell', showId })}>
        {say('pay.back')}
      </Button>
    </Empty>
  )
}

function TakeCash({ booking }: { readonly booking: Booking }) {
  const say = useSay()
  const { money } = useFormats()
  const { asking } = useStore(sale)
  const row = useStore(shows).rows.get(booking.showId)
  const { currency, totalMinor } = booking.totals
  const [text, setText] = useState('')
  const tendered = text.trim() === '' ? totalMinor : parseAmount(text, currency)
  const isEnough = tendered !== null && tendered >= totalMinor
  const back = () => goTo({ name: 'sell', showId: booking.showId })
  const take = () => {
    if (isEnough && asking === null) void payCash(tendered)
  }
  useKeys(useMemo(() => ({ Escape: () => goTo({ name: 'sell', showId: booking.showId }) }), [booking.showId]))
  useKeys({ F9: take, 'Ctrl+Enter': take })
  return (
    <form
      className={styles.pay}
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
    >
      <SaleNotice zone={row?.zone ?? 'UTC'} />
      <header className={styles.head}>
        <Button look="quiet" onPress={back} shortcut="Esc">
          <ArrowLeft size={18} aria-hidden className={styles.back} /> {say('pay.back')}
        </Button>
        <PayClock booking={booking} />
      </header>
      <section className={styles.due}>
        <h1 className={styles.mode}>
          <Banknote size={20} aria-hidden /> {say('pay.title')}
        </h1>
        <p className={styles.label}>{say('pay.total')}</p>
        <p className={styles.sum}>{money(totalMinor, currency)}</p>
        <p className={styles.what}>
          <bdi>{row?.title}</bdi> · {booking.lines.map((line) => line.label).join(', ')}
        </p>
      </section>
      <section className={styles.cash}>
        <Field label={say('pay.tendered')} problem={tendered === null ? say('pay.notAmount') : null}>
          {(ids) => (
            <input
              {...ids}
              inputMode="decimal"
              autoComplete="off"
              autoFocus
              dir="ltr"
              className={styles.tendered}
              placeholder={money(totalMinor, currency)}
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
          )}
        </Field>
        <div role="group" aria-label={say('pay.notes')} className={styles.notes}>
          <Button isPressed={text.trim() === ''} onPress={() => setText('')}>
            {say('pay.exact')}
          </Button>
          {likelyNotes(totalMinor, currency).map((note) => (
            <Button
              key={note}
              isPressed={tendered === note}
              onPress={() => setText(decimalText(note, currency))}
            >
              {money(note, currency)}
            </Button>
          ))}
        </div>
        <p className={styles.label}>{say('pay.change')}</p>
        <p className={styles.change} data-short={!isEnough || undefined} role="status">
          {tendered === null || isEnough
            ? money(Math.max(0, (tendered ?? 0) - totalMinor), currency)
            : say('pay.short', { amount: money(totalMinor - tendered, currency) })}
        </p>
      </section>
      <footer className={styles.steps}>
        <Button type="submit" look="next" shortcut="Enter" isDisabled={!isEnough || asking !== null}>
          {asking === 'pay' ? say('pay.taking') : say('pay.take', { total: money(totalMinor, currency) })}
        </Button>
      </footer>
    </form>
  )
}

const LOOK_MS = 250

function PayClock({ booking }: { readonly booking: Booking }) {
  const say = useSay()
  const nowMs = useHubNow(LOOK_MS)
  useEffect(() => endHoldIfOver(), [nowMs])
  const wholeMs = booking.holdMs * (booking.extendedAtMs === null ? 1 : 2)
  return <HoldRing leftMs={booking.expiresAtMs - nowMs} wholeMs={wholeMs} label={say('cart.heldUntil')} />
}
