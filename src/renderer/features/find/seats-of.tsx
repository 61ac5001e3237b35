import { useStore } from 'zustand'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { comingShows } from '../../stores/coming-shows.ts'
import type { FindScreen } from '../../stores/finding.ts'
import { goTo } from '../../stores/screen.ts'
import { shows } from '../../stores/shows.ts'
import { Select } from '../../ui/select.tsx'
import { useHubNow } from '../../ui/use-hub-now.ts'
import { useFormats, useSay } from '../../ui/words.tsx'

import styles from './find-screen.module.css'

/** The list of shows follows the clock this often. */
const LOOK_EVERY_MS = 15_000

/** The show in which a seat such as C12 is searched: tonight's, or a chosen one. */
export function SeatsOf({ wanted }: { readonly wanted: FindScreen }) {
  const say = useSay()
  const { clock, day } = useFormats()
  const { rows } = useStore(shows)
  const nowMs = useHubNow(LOOK_EVERY_MS)
  const options = comingShows(rows.values(), nowMs).map(({ showId, title, startsAtMs, zone }) => ({
    value: String(showId),
    text: `${day(startsAtMs, zone)} ${clock(startsAtMs, zone)} · ${title}`,
  }))
  return (
    <label className={styles.seatsOf}>
      <span>{say('find.seatsOf')}</span>
      <Select
        label={say('find.seatsOf')}
        value={String(wanted.showId ?? 0)}
        options={[{ value: '0', text: say('find.tonight') }, ...options]}
        onChange={(value) => goTo({ ...wanted, showId: value === '0' ? null : (Number(value) as ShowId) })}
      />
    </label>
  )
}
