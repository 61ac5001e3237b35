// [T4] Which other show of the same listing a customer would rather see. Owns the list; seats are then chosen and held as for any
// sale.

import { ListBox, ListBoxItem } from 'react-aria-components'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { SeatId, ShowId } from '../../../shared/domain/ids.ts'
import { boxOffice } from '../../box-office.ts'
import { comingShows } from '../../stores/coming-shows.ts'
import { beginExchange } from '../../stores/exchanging.ts'
import { shows } from '../../stores/shows.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './exchange-dialog.module.css'
import type { Story } from './use-story.ts'

interface Props {
  readonly story: Story
  /** The seats to exchange; all of them if empty. */
  readonly ticked: ReadonlySet<SeatId>
  readonly onClose: () => void
}

/** Soonest first, without the booking's own show. */
export function useOtherShows(showId: ShowId): readonly ShowRow[] {
  const { rows } = useStore(shows)
  const own = rows.get(showId)
  return comingShows(rows.values(), boxOffice.hubNowMs()).filter(
    (row) => row.showId !== showId && row.listingId === own?.listingId && row.currency === own.currency,
  )
}

export function ExchangeDialog({ story, ticked, onClose }: Props) {
  const say = useSay()
  const { clock, day } = useFormats()
  const { booking } = story
  const others = useOtherShows(booking.showId)
  const count = ticked.size > 0 ? ticked.size : booking.lines.length
  return (
    <Dialog title={say('exchange.title', { count })} isOpen onClose={onClose}>
      <p className={styles.hint}>{say('exchange.hint')}</p>
      <ListBox
        aria-label={say('exchange.list')}
        autoFocus="first"
        className={styles.list ?? ''}
        onAction={(key) => beginExchange(story, ticked, Number(key) as ShowId)}
      >
        {others.map(({ showId, startsAtMs, zone, counts, venue }) => {
          const time = `${day(startsAtMs, zone)} ${clock(startsAtMs, zone)}`
          const left = say('tonight.left', { count: counts.available })
          return (
            <ListBoxItem
              key={showId}
              id={String(showId)}
              textValue={`${time}, ${left}`}
              className={styles.show ?? ''}
            >
              <strong>{time}</strong>
              <bdi className={styles.venue}>{venue}</bdi>
              <span>{left}</span>
            </ListBoxItem>
          )
        })}
      </ListBox>
    </Dialog>
  )
}
