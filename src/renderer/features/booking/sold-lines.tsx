// What was sold, seat by seat: type, price, discount, fee, and its refund under the terms, with a tick to refund only that seat
// [P10]. Owns the table; must never calculate: the sums are the house's.

import { useStore } from 'zustand'
import type { BookingLine } from '../../../shared/domain/booking.ts'
import type { SeatId } from '../../../shared/domain/ids.ts'
import { shows } from '../../stores/shows.ts'
import { TableHead } from '../../ui/table-head.tsx'
import { unitOf } from '../../ui/unit-of.ts'
import { useLineName } from '../../ui/use-line-name.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './sold-lines.module.css'
import type { Story } from './use-story.ts'

interface Props {
  readonly story: Story
  readonly ticked: ReadonlySet<SeatId>
  readonly onTick: (seatId: SeatId) => void
}

/** Each seat with its type, price, discount and fee, and their total. */
export function SoldLines({ story, ticked, onTick }: Props) {
  const say = useSay()
  const { money } = useFormats()
  const { booking } = story
  const { lines, totals } = booking
  const sort = useStore(shows).rows.get(booking.showId)?.sort
  const isPaid = booking.state === 'confirmed'
  const hasNames = lines.some(({ name }) => name !== undefined)
  const hasDiscount = totals.discountMinor > 0
  const nameOf = useLineName(booking.showId)
  const line = { story, nameOf, hasNames, hasDiscount, isPaid, mayTick: isPaid && lines.length > 1 }
  return (
    <section className={styles.sold} aria-label={say('story.sold')}>
      <table>
        <caption>
          {say('cart.count', { count: lines.length, unit: unitOf(sort) })}
          {line.mayTick && ` · ${say('back.hint')}`}
        </caption>
        <Head {...line} />
        <tbody>
          {lines.map((one) => (
            <Line key={one.seatId} {...line} line={one} isTicked={ticked.has(one.seatId)} onTick={onTick} />
          ))}
        </tbody>
      </table>
      <p className={styles.total}>
        <span>{say('cart.total')}</span> <strong>{money(totals.totalMinor, totals.currency)}</strong>
      </p>
    </section>
  )
}

interface Shown {
  readonly story: Story
  readonly nameOf: (line: BookingLine) => string
  /** [L3] The show keeps a passenger list. */
  readonly hasNames: boolean
  readonly hasDiscount: boolean
  readonly isPaid: boolean
  readonly mayTick: boolean
}

function Head({ story: { booking }, hasNames, hasDiscount, isPaid }: Shown) {
  const say = useSay()
  const words = [
    say('story.seat'),
    ...(hasNames ? [say('paper.passenger')] : []),
    say('story.section'),
    say('story.type'),
    say('story.price'),
    ...(hasDiscount ? [say('cart.discount', { coupon: isolated(booking.couponCode ?? '') })] : []),
    say('cart.fee'),
    ...(isPaid ? [say('back.column')] : []),
  ]
  return <TableHead texts={words} />
}

interface LineProps extends Shown {
  readonly line: BookingLine
  readonly isTicked: boolean
  readonly onTick: (seatId: SeatId) => void
}

function Line({ story, nameOf, hasNames, hasDiscount, isPaid, mayTick, line, isTicked, onTick }: LineProps) {
  const say = useSay()
  const { money } = useFormats()
  const { seatId, section, ticketType, priceMinor, discountMinor, feeMinor } = line
  const { currency } = story.booking.totals
  const name = nameOf(line)
  const refundMinor = story.giveBack.find((one) => one.seatId === seatId)?.refundMinor ?? 0
  return (
    <tr data-ticked={isTicked || undefined}>
      <th scope="row">
        {mayTick ? (
          <label className={styles.tick}>
            <input
              type="checkbox"
              aria-label={say('back.tick', { seat: isolated(name) })}
              checked={isTicked}
              onChange={() => onTick(seatId)}
            />
            <bdi>{name}</bdi>
          </label>
        ) : (
          <bdi>{name}</bdi>
        )}
      </th>
      {hasNames && (
        <td>
          <Passenger line={line} />
        </td>
      )}
      <td>
        <bdi>{section}</bdi>
      </td>
      <td>
        <bdi>{ticketType}</bdi>
      </td>
      <td>{money(priceMinor, currency)}</td>
      {hasDiscount && <td>{money(-discountMinor, currency)}</td>}
      <td>{money(feeMinor, currency)}</td>
      {isPaid && <td>{money(refundMinor, currency)}</td>}
    </tr>
  )
}

function Passenger({ line: { name, age } }: { readonly line: BookingLine }) {
  const say = useSay()
  const { number } = useFormats()
  return (
    <>
      <bdi>{name ?? '–'}</bdi>
      {age !== undefined && (
        <>
          {' · '}
          <span className="visually-hidden">{say('passenger.age.short')}</span> {number(age)}
        </>
      )}
    </>
  )
}
