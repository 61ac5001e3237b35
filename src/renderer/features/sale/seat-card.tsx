// What is known of one seat, beside it on the map: where it is, what it costs, its special properties, who has it. Owns how that
// reads; what may be known is up to the house.

import { useStore } from 'zustand'
import type { SeatFlag } from '../../../shared/domain/seat-plan/plan.ts'
import { seatLabel } from '../../../shared/domain/seat-plan/plan.ts'
import { SeatSign } from '../../seat-map/seat-sign.tsx'
import type { ShownCard } from '../../seat-map/use-seat-card.ts'
import { goTo } from '../../stores/screen.ts'
import { seats } from '../../stores/seats.ts'
import { Button } from '../../ui/button.tsx'
import { useHubNow } from '../../ui/use-hub-now.ts'
import { isolated, useDirection, useFormats, useSay } from '../../ui/words.tsx'
import styles from './seat-card.module.css'
import { type House, flagsOf, useStateOf } from './seat-words.ts'
import { SeatStateMark } from '../../seat-map/seat-state-mark.tsx'
import { deskName } from '../../stores/desks.ts'
import { type Holder, useSeatStory } from './use-seat-story.ts'

type Props = House & { readonly card: ShownCard }

export function SeatCard({ card: { seatId, by }, ...house }: Props) {
  const { row, plan, states } = house
  // The state codes change in place.
  useStore(seats)
  const code = states[seatId] ?? 0
  const holder = useSeatStory(row.showId, seatId, code)
  return (
    <div dir={useDirection()} className={styles.card}>
      <div role="status" className={styles.said}>
        <Head {...house} seatId={seatId} />
        <Prices {...house} seatId={seatId} />
        <Flags flags={flagsOf(plan, seatId)} />
        {holder && <Holding holder={holder} zone={row.zone} />}
      </div>
      {holder?.own && by !== 'pointer' && <OpenBooking own={holder.own} />}
    </div>
  )
}

type SeatProps = House & { readonly seatId: ShownCard['seatId'] }

function Head({ plan, states, seatId }: SeatProps) {
  const say = useSay()
  const state = useStateOf(states)(seatId)
  const { label = '', section = 0 } = plan.rows[plan.row[seatId] ?? 0] ?? {}
  const name = plan.sections[section]?.name ?? ''
  return (
    <header className={styles.head}>
      <strong className={styles.label}>
        <bdi>{seatLabel(plan, seatId)}</bdi>
      </strong>
      <span className={styles.state}>
        <SeatStateMark state={state === 'left' || state === 'parked' ? 'aside' : state} />
        {say(`state.${state}`)}
      </span>
      <span className={styles.where}>
        {say('card.where', {
          section: name === '' ? 'none' : isolated(name),
          row: label === '' ? 'none' : isolated(label),
          number: isolated(plan.numbers[seatId] ?? ''),
        })}
      </span>
    </header>
  )
}

/** The price of each ticket type that the seat admits. */
function Prices({ row, plan, seatId }: SeatProps) {
  const say = useSay()
  const { money } = useFormats()
  const category = plan.category[seatId] ?? 0
  const prices = row.ticketTypes.flatMap((name, type) => {
    const price = row.prices[category]?.[type] ?? null
    return price === null ? [] : [{ name, price }]
  })
  return (
    <section className={styles.part} aria-label={say('card.prices')}>
      <p className={styles.zone}>
        <bdi>{plan.categories[category]?.name}</bdi>
      </p>
      {prices.length === 0 && <p>{say('manage.notSold')}</p>}
      <dl className={styles.prices}>
        {prices.map(({ name, price }) => (
          <div key={name}>
            <dt>
              <bdi>{name}</bdi>
            </dt>
            <dd>{money(price, row.currency)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The seat's special properties, and what they mean for the person in it. */
function Flags({ flags }: { readonly flags: readonly SeatFlag[] }) {
  const say = useSay()
  if (flags.length === 0) return null
  return (
    <ul className={styles.part}>
      {flags.map((flag) => (
        <li key={flag} className={styles.flag}>
          {flag === 'ladies' || flag === 'wheelchair' ? <SeatSign sign={flag} /> : null}
          <span>
            {say(`flag.${flag}`)}
            {flag !== 'aisle' && <span className={styles.why}>{say(`card.${flag}`)}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Which desk holds it, since when and for how much longer. The seconds are only shown; screen readers get the time of day. */
function Holding({ holder, zone }: { readonly holder: Holder; readonly zone: string }) {
  const say = useSay()
  const { clock, lasting } = useFormats()
  const { kioskId, isHere, own, sinceMs, untilMs } = holder
  const nowMs = useHubNow(1000, untilMs !== null)
  const who = {
    isHere: String(isHere),
    kiosk: isolated(deskName(kioskId, say)),
    seller: isolated(own?.seller || deskName(kioskId, say)),
  }
  return (
    <div className={styles.part}>
      <p>
        {own?.seller ? say('card.seller', who) : say('card.kiosk', who)}{' '}
        <span className="visually-hidden">{say('card.since', { time: clock(sinceMs, zone) })}</span>
      </p>
      <p aria-hidden="true" className={styles.time}>
        {untilMs === null
          ? say('card.soldAt', { time: clock(sinceMs, zone) })
          : say('card.lasting', {
              gone: lasting(nowMs - sinceMs),
              left: lasting(untilMs - nowMs),
            })}
      </p>
    </div>
  )
}

function OpenBooking({ own: { bookingId } }: { readonly own: NonNullable<Holder['own']> }) {
  const say = useSay()
  return <Button onPress={() => goTo({ name: 'booking', bookingId })}>{say('notice.openBooking')}</Button>
}
