// Results in one list, so that the arrow keys go through all of it: shows first, then bookings. Owns how a row is drawn and what
// opening one does.

import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import type { BookingHead } from '../../../shared/contract/booking-head.ts'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { BookingId, ShowId } from '../../../shared/domain/ids.ts'
import { deskName } from '../../stores/desks.ts'
import { goTo } from '../../stores/screen.ts'
import { BookingStateChip } from '../../ui/booking-state.tsx'
import { roomsText } from '../../ui/line-name.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './found-list.module.css'

interface Props {
  readonly shows: readonly ShowRow[]
  readonly bookings: readonly BookingHead[]
  readonly isNewest: boolean
  readonly isOld: boolean
}

export function FoundList({ shows, bookings, isNewest, isOld }: Props) {
  const say = useSay()
  return (
    <ListBox
      aria-label={say('find.list')}
      className={styles.found ?? ''}
      data-old={isOld || undefined}
      onAction={(key) => openFound(String(key))}
    >
      {shows.length > 0 && (
        <ListBoxSection id="shows">
          <Header className={styles.sort ?? ''}>{say('tonight.list')}</Header>
          <Collection items={shows.map((row) => ({ id: `show ${row.showId}`, row }))}>
            {({ id, row }) => <ShowFound key={id} id={id} row={row} />}
          </Collection>
        </ListBoxSection>
      )}
      {bookings.length > 0 && (
        <ListBoxSection id="bookings" aria-label={say('find.bookings')}>
          {!isNewest && <Header className={styles.sort ?? ''}>{say('find.bookings')}</Header>}
          <Collection items={bookings.map((head) => ({ id: `booking ${head.bookingId}`, head }))}>
            {({ id, head }) => <BookingFound key={id} id={id} head={head} />}
          </Collection>
        </ListBoxSection>
      )}
    </ListBox>
  )
}

function openFound(key: string): void {
  const [kind, id = ''] = key.split(' ')
  if (kind === 'show') goTo({ name: 'sell', showId: Number(id) as ShowId })
  else goTo({ name: 'booking', bookingId: id as BookingId })
}

function ShowFound({ id, row }: { readonly id: string; readonly row: ShowRow }) {
  const say = useSay()
  const { clock, day } = useFormats()
  const { title, venue, startsAtMs, zone, counts } = row
  const time = `${day(startsAtMs, zone)} ${clock(startsAtMs, zone)}`
  const left = counts.available
  const words = say('tonight.row', { time, title, venue, left, all: counts.allocated })
  return (
    <ListBoxItem id={id} textValue={words} className={styles.row ?? ''}>
      <span className={styles.when}>{time}</span>
      <span className={styles.what}>
        <bdi>{title}</bdi>
      </span>
      <span className={styles.who}>
        <bdi>{venue}</bdi>
      </span>
      <span className={styles.sum}>{say('tonight.left', { count: left })}</span>
    </ListBoxItem>
  )
}

function BookingFound({ id, head }: { readonly id: string; readonly head: BookingHead }) {
  const say = useSay()
  const formats = useFormats()
  const { clock, day, money, seatNames } = formats
  const {
    title,
    state,
    startsAtMs,
    zone,
    seats,
    rooms,
    totalMinor,
    currency,
    customer,
    kioskId,
    reservedAtMs,
  } = head
  const seatList = rooms ? roomsText(rooms, zone, formats) : seatNames(seats)
  const time = `${day(startsAtMs, zone)} ${clock(startsAtMs, zone)}`
  const total = money(totalMinor, currency)
  const words = say('find.row', { title, time, seats: seatList, total, state: say(`booking.${state}`) })
  return (
    <ListBoxItem id={id} textValue={words} className={styles.row ?? ''}>
      <span>
        <BookingStateChip state={state} />
      </span>
      <span className={styles.what}>
        <bdi>{title}</bdi> <small>{time}</small>
      </span>
      <span className={styles.who}>
        <span className={styles.seats}>{seatList}</span>
        <small>
          <bdi>{customer ?? say('find.noCustomer')}</bdi>
        </small>
      </span>
      <span className={styles.sum}>
        {total}
        <small>
          {say('find.soldAt', {
            time: clock(reservedAtMs, zone),
            day: day(reservedAtMs, zone),
            kiosk: isolated(deskName(kioskId, say)),
          })}
        </small>
      </span>
    </ListBoxItem>
  )
}
