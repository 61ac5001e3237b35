// Choosing a stay in a hotel: its nights as a calendar with one line per room type, and how many rooms each has left. Owns the
// picture; which rooms are allotted is asked of the house (`stores/stay.ts`).

import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { type Plan, presentSections } from '../../../shared/domain/seat-plan/plan.ts'
import { seatStateCode } from '../../../shared/domain/seat-state.ts'
import { nightAtMs, nightRows } from '../../../shared/domain/stay.ts'
import { DAY_MS } from '../../../shared/lib/time.ts'
import { sale } from '../../stores/sale.ts'
import { seats } from '../../stores/seats.ts'
import { beginStay, stay, wishStay } from '../../stores/stay.ts'
import { Stepper } from '../../ui/stepper.tsx'
import { useHubNow } from '../../ui/use-hub-now.ts'
import { takeScreenFocus } from '../../ui/kept-focus.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { ListingFacts } from './listing-facts.tsx'
import styles from './choose-stay.module.css'

interface House {
  readonly row: ShowRow
  readonly plan: Plan
  readonly states: Uint8Array
}

/** A night that is over is no longer sold; nobody minds if that shows up to a minute late. */
const LOOK_EVERY_MS = 60_000

export function ChooseStay(house: House) {
  const { row, plan } = house
  useEffect(() => beginStay(row.showId), [row.showId])
  return (
    <div className={styles.place}>
      <section ref={takeScreenFocus} tabIndex={-1} className={styles.stay}>
        <ListingFacts row={row} />
        <Calendar {...house} />
        <StayWish row={row} nightsMax={nightRows(plan, 0).length} />
      </section>
    </div>
  )
}

function Calendar({ row, plan, states }: House) {
  const say = useSay()
  const { money, day } = useFormats()
  const nowMs = useHubNow(LOOK_EVERY_MS)
  const free = useFreeRooms(plan, states)
  const nights = nightRows(plan, 0).map((_, night) => nightAtMs(row, night))
  return (
    <div className={styles.scroll}>
      <table className={styles.calendar} aria-label={say('stay.calendar')}>
        <thead>
          <tr>
            <th scope="col">{say('stay.types')}</th>
            {nights.map((atMs) => (
              <DayHead key={atMs} day={day(atMs, row.zone)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {presentSections(plan).map(({ name }, roomType) => (
            <tr key={name}>
              <th scope="row">
                <bdi>{name}</bdi>
                <span className={styles.price}>
                  {money(row.prices[categoryOf(plan, roomType)]?.[0] ?? 0, row.currency)}
                </span>
              </th>
              {nights.map((atMs, night) => (
                <td key={atMs}>
                  <Night
                    roomType={roomType}
                    night={night}
                    left={nowMs < atMs + DAY_MS ? (free[roomType]?.[night] ?? 0) : 0}
                    words={say('stay.night', { type: isolated(name), date: day(atMs, row.zone) })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** "Wed, 25 Nov" breaks behind the day of the week alone, so that all heads of the calendar are alike. */
function DayHead({ day }: { readonly day: string }) {
  const [weekday, ...date] = day.split(' ')
  return (
    <th scope="col">
      {weekday} <span className={styles.date}>{date.join(' ')}</span>
    </th>
  )
}

interface NightProps {
  readonly roomType: number
  readonly night: number
  readonly left: number
  readonly words: string
}

/** One night of a room type: pressing it begins the stay there. */
function Night({ roomType, night, left, words }: NightProps) {
  const say = useSay()
  const { number } = useFormats()
  const { lines, asking } = useStore(sale)
  const wish = useStore(stay)
  const isIn =
    lines.length > 0 &&
    roomType === wish.roomType &&
    night >= wish.fromNight &&
    night < wish.fromNight + wish.nights
  return (
    <button
      type="button"
      className={styles.night}
      disabled={left === 0 && !isIn}
      aria-pressed={isIn}
      aria-label={`${words}: ${say('stay.left', { count: left })}`}
      onClick={() => asking === null && void wishStay({ roomType, fromNight: night })}
    >
      {number(left)}
    </button>
  )
}

function StayWish({ row, nightsMax }: { readonly row: ShowRow; readonly nightsMax: number }) {
  const say = useSay()
  const { day } = useFormats()
  const { asking, lines } = useStore(sale)
  const { fromNight, nights, rooms, isNone, moves } = useStore(stay)
  const dates = {
    from: day(nightAtMs(row, fromNight), row.zone),
    until: day(nightAtMs(row, fromNight + nights), row.zone),
  }
  const told = isNone
    ? say('stay.none', dates)
    : lines.length === 0
      ? say('stay.choose')
      : moves > 0
        ? say('stay.moves', { ...dates, count: moves })
        : say('stay.dates', dates)
  return (
    <div className={styles.wish}>
      <Stepper
        isNamed
        label={say('stay.nights')}
        fewer={say('stay.nights.fewer')}
        more={say('stay.nights.more')}
        value={nights}
        min={1}
        max={Math.min(nightsMax - fromNight, Math.floor(row.seatsMax / rooms))}
        isDisabled={asking !== null}
        onChange={(value) => void wishStay({ nights: value })}
      />
      <Stepper
        isNamed
        label={say('stay.rooms')}
        fewer={say('stay.rooms.fewer')}
        more={say('stay.rooms.more')}
        value={rooms}
        min={1}
        max={Math.max(1, Math.floor(row.seatsMax / nights))}
        isDisabled={asking !== null}
        onChange={(value) => void wishStay({ rooms: value })}
      />
      <p role="status" className={styles.told} data-none={isNone || undefined}>
        {told}
      </p>
    </div>
  )
}

/** By room type, by night. */
function useFreeRooms(plan: Plan, states: Uint8Array): readonly (readonly number[])[] {
  // The states change in place; the version tells when.
  const { version } = useStore(seats)
  return useMemo(() => {
    const inRow = plan.rows.map(() => 0)
    for (const [unit, row] of plan.row.entries())
      if (states[unit] === seatStateCode.available) inRow[row] = (inRow[row] ?? 0) + 1
    return plan.sections.map((_, roomType) => nightRows(plan, roomType).map((row) => inRow[row] ?? 0))
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [plan, states, version])
}

function categoryOf(plan: Plan, roomType: number): number {
  return plan.category[plan.row.indexOf(nightRows(plan, roomType)[0] ?? 0)] ?? 0
}
