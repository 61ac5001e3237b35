import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { useDayNames } from '../../ui/calendar/use-day-names.ts'
import { FullBar } from '../../ui/full-bar.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './show-calendar.module.css'

interface Props {
  readonly day: string
  readonly rows: readonly ShowRow[]
  readonly onShow: (showId: ShowId) => void
}

/** All shows of the chosen day, each opening its menu. */
export function CalendarDay({ day, rows, onShow }: Props) {
  const say = useSay()
  const { wholeDay } = useDayNames()
  const { clock } = useFormats()
  const name = wholeDay(day)
  return (
    <section aria-label={name} className={styles['day']}>
      <h2>{name}</h2>
      {rows.length === 0 && <p className={styles['none']}>{say('calendar.day', { count: 0 })}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.showId}>
            <button type="button" onClick={() => onShow(row.showId)}>
              <span>
                <strong>{clock(row.startsAtMs, row.zone)}</strong> <bdi>{row.title}</bdi>
              </span>
              <small>
                <bdi>{row.venue}</bdi>
                {!row.active && ` · ${say('calendar.off')}`}
              </small>
              <FullBar counts={row.counts} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
