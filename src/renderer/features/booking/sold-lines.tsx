import { useStore } from 'zustand'
import type { Booking } from '../../../shared/domain/booking.ts'
import { shows } from '../../stores/shows.ts'
import { unitOf } from '../../ui/unit-of.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './sold-lines.module.css'

/** Each seat with its type, price, discount and fee, and what they come to. */
export function SoldLines({ booking }: { readonly booking: Booking }) {
  const say = useSay()
  const { money } = useFormats()
  const { lines, totals, couponCode } = booking
  const { currency } = totals
  const sort = useStore(shows).rows.get(booking.showId)?.sort
  const hasDiscount = totals.discountMinor > 0
  const columns = ['story.seat', 'story.section', 'story.type', 'story.price'] as const
  return (
    <section className={styles.sold} aria-label={say('story.sold')}>
      <table>
        <caption>{say('cart.count', { count: lines.length, unit: unitOf(sort) })}</caption>
        <thead>
          <tr>
            {columns.map((id) => (
              <th key={id} scope="col">
                {say(id)}
              </th>
            ))}
            {hasDiscount && (
              <th scope="col">{say('cart.discount', { coupon: isolated(couponCode ?? '') })}</th>
            )}
            <th scope="col">{say('cart.fee')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ seatId, label, section, ticketType, priceMinor, discountMinor, feeMinor }) => (
            <tr key={seatId}>
              <th scope="row">
                <bdi>{label}</bdi>
              </th>
              <td>
                <bdi>{section}</bdi>
              </td>
              <td>
                <bdi>{ticketType}</bdi>
              </td>
              <td>{money(priceMinor, currency)}</td>
              {hasDiscount && <td>{money(-discountMinor, currency)}</td>}
              <td>{money(feeMinor, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.total}>
        <span>{say('cart.total')}</span> <strong>{money(totals.totalMinor, currency)}</strong>
      </p>
    </section>
  )
}
