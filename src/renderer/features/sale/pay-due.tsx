// What is being paid for and what is paid so far: each seat with its price, each part with how it was paid and the way to return
// it. Owns how the sums are shown; must never calculate one.

import { Undo2 } from 'lucide-react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { type Booking, dueMinor } from '../../../shared/domain/booking.ts'
import { type Payment, keptMinor } from '../../../shared/domain/tender.ts'
import { howOf } from '../../stores/exchanging.ts'
import { takeBack } from '../../stores/payment.ts'
import { sale } from '../../stores/sale.ts'
import { Button } from '../../ui/button.tsx'
import { useIsCustomers } from '../../ui/use-is-customers.ts'
import { useLineName } from '../../ui/use-line-name.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { CouponLine } from './coupon-line.tsx'
import { CustomerChoice } from './customer-choice.tsx'
import styles from './pay-due.module.css'
import { leftWords, useExchange } from './use-exchange.ts'

interface Props {
  readonly booking: Booking
  readonly row: ShowRow | undefined
}

export function PayDue({ booking, row }: Props) {
  const say = useSay()
  const { money, day, clock } = useFormats()
  const isCustomers = useIsCustomers()
  const { exchange, difference } = useExchange()
  const paid = booking.payments.filter((payment) => keptMinor(payment) > 0)
  const { currency } = booking.totals
  const due = difference ?? dueMinor(booking)
  const how = howOf(difference)
  return (
    <section className={styles.due} aria-label={say('pay.title')}>
      <h1 className={styles.label}>
        {paid.length > 0
          ? leftWords(due, say)
          : exchange
            ? say('move.difference', { how })
            : say('pay.total')}
      </h1>
      <p className={styles.sum}>{money(Math.abs(due), currency)}</p>
      <p className={styles.what}>
        <bdi>{row?.title ?? ''}</bdi>
        {row &&
          row.sort !== 'hotel' &&
          ` · ${day(row.startsAtMs, row.zone)} ${clock(row.startsAtMs, row.zone)}`}
      </p>
      <div className={styles.about}>
        {!isCustomers && <CustomerChoice />}
        <CouponLine key={booking.cartId} />
      </div>
      <Lines booking={booking} />
      {paid.length > 0 && <Parts booking={booking} paid={paid} />}
    </section>
  )
}

/** [P4] Original, discount and final price, so that the customer can follow. */
function Lines({ booking }: Pick<Props, 'booking'>) {
  const say = useSay()
  const { money } = useFormats()
  const nameOf = useLineName(booking.showId)
  const { exchange } = useExchange()
  const { couponCode, totals } = booking
  const { totalMinor, discountMinor, feeMinor, currency } = totals
  const lines = booking.lines.map((line) => ({
    key: String(line.seatId),
    text: [line.section, nameOf(line), line.ticketType].filter(Boolean).map(isolated).join(' · '),
    amountMinor: line.priceMinor,
  }))
  const discount = say('cart.discount', { coupon: isolated(couponCode ?? '') })
  const sums = [
    ...(couponCode === null ? [] : [{ key: 'coupon', text: discount, amountMinor: -discountMinor }]),
    { key: 'fee', text: say('cart.fee'), amountMinor: feeMinor },
    { key: 'total', text: say('cart.total'), amountMinor: totalMinor },
    ...(exchange ? [{ key: 'old', text: say('exchange.old'), amountMinor: -exchange.worthMinor }] : []),
  ]
  return (
    <dl className={styles.lines}>
      {[...lines, ...sums].map(({ key, text, amountMinor }) => (
        <div key={key} data-total={key === 'total' || undefined}>
          <dt>{text}</dt>
          <dd>{money(amountMinor, currency)}</dd>
        </div>
      ))}
    </dl>
  )
}

interface PartsProps {
  readonly booking: Booking
  readonly paid: readonly Payment[]
}

/** [P5] What was paid so far, part by part. */
function Parts({ booking, paid }: PartsProps) {
  const say = useSay()
  return (
    <section className={styles.parts} aria-label={say('pay.parts')}>
      <h2 className={styles.label}>{say('pay.parts')}</h2>
      <ul>
        {paid.map((payment) => (
          <Part key={payment.paymentId} payment={payment} booking={booking} />
        ))}
      </ul>
    </section>
  )
}

function Part({ payment, booking }: { readonly payment: Payment; readonly booking: Booking }) {
  const say = useSay()
  const { money } = useFormats()
  const { asking } = useStore(sale)
  const { mode, paymentId } = payment
  const way = say(`mode.${mode}`)
  const total = money(keptMinor(payment), booking.totals.currency)
  const isWaiting = booking.payments.some(({ state }) => state === 'pending')
  return (
    <li className={styles.part}>
      <span>
        {way}
        {mode === 'PROOF' && ` · ${say('proof.review')}`}
      </span>
      <strong>{total}</strong>
      {/* A transfer proven by a picture cannot be handed back at the desk. */}
      {mode !== 'PROOF' && (
        <Button
          look="quiet"
          label={say('pay.takeBack', { way, total })}
          isDisabled={asking !== null || isWaiting}
          onPress={() => void takeBack(paymentId)}
        >
          <Undo2 size={16} aria-hidden />
        </Button>
      )}
    </li>
  )
}
