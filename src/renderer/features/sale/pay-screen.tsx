// Taking the money: the sum large, what was handed over, the change. Enter with nothing typed means: exactly.

import { ArrowLeft, Banknote } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { Booking, BookingLine } from '../../../shared/domain/booking.ts'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { nightAtMs, nightOf } from '../../../shared/domain/stay.ts'
import { parseAmount } from '../../../shared/lib/money.ts'
import { connection } from '../../stores/connection.ts'
import { goTo } from '../../stores/screen.ts'
import { payCash, sale } from '../../stores/sale.ts'
import { seats } from '../../stores/seats.ts'
import { shows } from '../../stores/shows.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useSteps } from '../../ui/use-steps.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { CashFields } from './cash-fields.tsx'
import { HoldClock } from './hold-clock.tsx'
import styles from './pay-screen.module.css'
import { SaleNotice } from './sale-notice.tsx'

export function PayScreen({ showId }: { readonly showId: ShowId }) {
  const say = useSay()
  const { booking } = useStore(sale)
  if (booking) return <TakeCash booking={booking} />
  return (
    <Empty isWhole title={say('pay.none.title')} text={say('pay.none.text')}>
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
  const isConnected = useStore(connection).connection === 'open'
  const row = useStore(shows).rows.get(booking.showId)
  const { currency, totalMinor } = booking.totals
  const [text, setText] = useState('')
  const tenderedMinor = text.trim() === '' ? totalMinor : parseAmount(text, currency)
  const isEnough = tenderedMinor !== null && tenderedMinor >= totalMinor
  const back = () => goTo({ name: 'sell', showId: booking.showId })
  // Cash taken while nobody can say whether the seats are still held would be a promise without a house.
  const mayTake = isEnough && isConnected && asking === null
  // Enter alone takes money: a key pressed once too often on the way here must not.
  const take = () => {
    if (mayTake) void payCash(tenderedMinor)
  }
  const takeWords = say('pay.take', { total: money(totalMinor, currency) })
  useSteps([
    { id: 'next', words: takeWords, keys: [], run: take, isOffered: mayTake },
    { id: 'back', words: say('pay.back'), keys: ['Escape'], run: back, isOffered: true },
  ])
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
        <HoldClock />
      </header>
      <Due booking={booking} row={row} />
      <CashFields {...{ totalMinor, currency, text, tenderedMinor }} onText={setText} />
      <footer className={styles.steps}>
        {!isConnected && <p className={styles.offline}>{say('pay.offline')}</p>}
        <Button type="submit" look="next" shortcut="Enter" isDisabled={!mayTake}>
          {asking === 'pay' ? say('pay.taking') : takeWords}
        </Button>
      </footer>
    </form>
  )
}

/** What is paid for: each seat with its type and price, so that the customer can follow. */
function Due({ booking, row }: { readonly booking: Booking; readonly row: ShowRow | undefined }) {
  const say = useSay()
  const { money } = useFormats()
  const nameOf = useLineName(row)
  const { totalMinor, discountMinor, feeMinor, currency } = booking.totals
  const sums = [
    ...booking.lines.map((line) => ({
      key: String(line.seatId),
      text: `${nameOf(line)} · ${isolated(line.ticketType)}`,
      amountMinor: line.priceMinor,
    })),
    ...(booking.couponCode === null
      ? []
      : [
          {
            key: 'coupon',
            text: say('cart.discount', { coupon: isolated(booking.couponCode) }),
            amountMinor: -discountMinor,
          },
        ]),
    { key: 'fee', text: say('cart.fee'), amountMinor: feeMinor },
  ]
  return (
    <section className={styles.due}>
      <h1 className={styles.mode}>
        <Banknote size={20} aria-hidden /> {say('pay.title')}
      </h1>
      <p className={styles.label}>{say('pay.total')}</p>
      <p className={styles.sum}>{money(totalMinor, currency)}</p>
      <p className={styles.what}>
        <bdi>{row?.title ?? ''}</bdi>
      </p>
      <dl className={styles.lines}>
        {sums.map(({ key, text, amountMinor }) => (
          <div key={key}>
            <dt>{text}</dt>
            <dd>{money(amountMinor, currency)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** A seat by its name; a room by its number and its night. Where its plan is not here, as the booking has it. */
function useLineName(row: ShowRow | undefined): (line: BookingLine) => string {
  const { day } = useFormats()
  const { plan, showId } = useStore(seats)
  return ({ seatId, label }) => {
    if (row?.sort !== 'hotel' || !plan || showId !== row.showId) return isolated(label)
    const { number, night } = nightOf(plan, seatId)
    return `${isolated(number)} · ${day(nightAtMs(row.startsAtMs, night), row.zone)}`
  }
}
