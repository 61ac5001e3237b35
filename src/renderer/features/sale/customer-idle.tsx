import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { MINUTE_MS } from '../../../shared/lib/time.ts'
import { comingShows } from '../../stores/coming-shows.ts'
import { shows } from '../../stores/shows.ts'
import { ListingPicture } from '../../ui/listing-picture.tsx'
import { useHubNow } from '../../ui/use-hub-now.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './customer-idle.module.css'

/** As many as can be read from where a customer stands. */
const SHOWN_MAX = 7
/** Below this share, "few seats left" is shown: the same share as on the seller's screen. */
const FEW = 0.1

interface Props {
  /** In self-service, called when a show is touched. */
  readonly onChoose?: (showId: ShowId) => void
}

/** Shown between two customers: a welcome, and what is on sale. */
export function CustomerIdle({ onChoose }: Props) {
  const say = useSay()
  const { rows } = useStore(shows)
  const coming = comingShows(rows.values(), useHubNow(MINUTE_MS)).slice(0, SHOWN_MAX)
  return (
    <section className={styles.idle}>
      <h1 className={styles.welcome}>{say('customer.welcome')}</h1>
      <ul className={styles.shows}>
        {coming.map((row) => (
          <li key={row.showId}>
            {onChoose ? (
              <button type="button" className={styles.show} onClick={() => onChoose(row.showId)}>
                <Coming row={row} />
              </button>
            ) : (
              <div className={styles.show}>
                <Coming row={row} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Coming({ row }: { readonly row: ShowRow }) {
  const say = useSay()
  const { clock, day } = useFormats()
  const { available, allocated } = row.counts
  const left = available === 0 ? 'none' : available <= allocated * FEW ? 'few' : 'some'
  return (
    <>
      <span className={styles.when}>
        <span>{clock(row.startsAtMs, row.zone)}</span>
        <span className={styles.day}>{day(row.startsAtMs, row.zone)}</span>
      </span>
      {row.cover && <ListingPicture listingId={row.listingId} image={row.cover} className={styles.cover} />}
      <span className={styles.title}>
        <bdi>{row.title}</bdi>
        <span className={styles.day}>
          <bdi>{row.venue}</bdi>
        </span>
      </span>
      <span className={styles.left} data-left={left}>
        {say('customer.left', { left })}
      </span>
    </>
  )
}
