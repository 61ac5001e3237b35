// The sale as the customer follows it: the house with their seats, the price of each, the sum, and how long they are held. The
// map is the seller's, made inert; must never calculate: the house's own function does.

import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { WantedLine } from '../../../shared/domain/pricing.ts'
import type { Plan } from '../../../shared/domain/seat-plan/plan.ts'
import { SeatMap } from '../../seat-map/seat-map.tsx'
import { preferences } from '../../stores/preferences.ts'
import { sale } from '../../stores/sale.ts'
import { seats, subscribeToSeats } from '../../stores/seats.ts'
import { HoldRing } from '../../ui/hold-ring.tsx'
import { ListingPictures } from '../../ui/listing-pictures.tsx'
import { useHubNow } from '../../ui/use-hub-now.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './customer-sale.module.css'
import { SumList } from './sum-list.tsx'
import { useUnitName } from './use-unit-name.ts'

export function CustomerSale({ row }: { readonly row: ShowRow }) {
  const { clock, wholeDay } = useFormats()
  const { plan, states, showId } = useStore(seats)
  const house = plan && states && showId === row.showId ? { plan, states } : null
  const isMap = row.sort !== 'hotel' && row.sort !== 'package'
  return (
    <div className={styles.sale} data-map={isMap || undefined}>
      {isMap && <div className={styles.house}>{house && <House {...house} row={row} />}</div>}
      <section className={styles.side}>
        <ListingPictures row={row} look="wide" />
        <h1 className={styles.title}>
          <bdi>{row.title}</bdi>
          <span className={styles.when}>
            {wholeDay(row.startsAtMs, row.zone)}, {clock(row.startsAtMs, row.zone)} · <bdi>{row.venue}</bdi>
          </span>
        </h1>
        {house && <Lines row={row} plan={house.plan} />}
        <SumList row={row} styles={styles} />
        <Clock />
      </section>
    </div>
  )
}

interface HouseProps {
  readonly row: ShowRow
  readonly plan: Plan
  readonly states: Uint8Array
}

/** View only: touching the customer's screen moves nothing for the seller. */
function House({ row, plan, states }: HouseProps) {
  const say = useSay()
  const { scheme } = useStore(preferences)
  const { lines, booking } = useStore(sale)
  const chosen = useMemo(() => {
    const mine = new Set(lines.map((line) => line.seatId))
    return { mine, asking: mine.difference(new Set(booking?.lines.map((line) => line.seatId))) }
  }, [lines, booking])
  const labels = {
    map: say('map.label', { title: row.title }),
    help: '',
    zoomIn: say('map.zoomIn'),
    zoomOut: say('map.zoomOut'),
    fit: say('map.fit'),
  }
  return (
    <div className={styles.map} inert>
      <SeatMap
        {...chosen}
        plan={plan}
        states={states}
        subscribe={subscribeToSeats}
        scheme={scheme}
        labels={labels}
        describe={() => ''}
        onToggle={() => {}}
        shown={lines.at(-1)?.seatId ?? null}
        isStill
      />
    </div>
  )
}

function Lines({ row, plan }: { readonly row: ShowRow; readonly plan: Plan }) {
  const say = useSay()
  const { money } = useFormats()
  const { lines, booking } = useStore(sale)
  const unitName = useUnitName(row, plan)
  const priceOf = ({ seatId, ticketTypeId }: WantedLine) =>
    booking?.lines.find((one) => one.seatId === seatId)?.priceMinor ??
    row.prices[plan.category[seatId] ?? 0]?.[ticketTypeId] ??
    null
  return (
    <ul className={styles.lines}>
      {lines.map((line) => {
        const { label, where } = unitName(line.seatId)
        const priceMinor = priceOf(line)
        return (
          <li key={line.seatId} className={styles.line}>
            <bdi className={styles.seat}>{label}</bdi>
            <span className={styles.type}>
              <bdi>{row.ticketTypes[line.ticketTypeId]}</bdi>
              <bdi className={styles.where}>{where}</bdi>
            </span>
            <span>{priceMinor === null ? say('cart.notSold') : money(priceMinor, row.currency)}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** Twice a second is enough for a clock that is only looked at. */
const LOOK_MS = 500

function Clock() {
  const say = useSay()
  const { booking } = useStore(sale)
  const nowMs = useHubNow(LOOK_MS, booking !== null)
  if (!booking) return null
  const wholeMs = booking.holdMs * (booking.extendedAtMs === null ? 1 : 2)
  return (
    <p className={styles.clock}>
      <HoldRing leftMs={booking.expiresAtMs - nowMs} wholeMs={wholeMs} label={say('cart.heldUntil')} />
      {say('customer.held')}
    </p>
  )
}
