import { TriangleAlert } from 'lucide-react'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { useDayNames } from '../../ui/calendar/use-day-names.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './series-screen.module.css'
import { type Planned, type Series, keyOf } from './use-series.ts'

interface Props {
  readonly model: ShowRow
  readonly series: Series
}

/** Each new show with its remarks; any of them may be left out, or included although it clashes. */
export function SeriesList({ model, series }: Props) {
  const say = useSay()
  const { all, toggle } = series
  return (
    <section aria-label={say('series.list')} className={styles.list}>
      <h2>{say('series.list')}</h2>
      <ul>
        {all.map((one) => (
          <Line key={keyOf(one)} one={one} zone={model.zone} onToggle={() => toggle(one)} />
        ))}
      </ul>
    </section>
  )
}

interface LineProps {
  readonly one: Planned
  readonly zone: string
  readonly onToggle: () => void
}

function Line({ one, zone, onToggle }: LineProps) {
  const { shortDay } = useDayNames()
  const { clock } = useFormats()
  const { startsAtMs, isOver, isWanted } = one
  const marks = useMarks(one, zone)
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={isWanted}
          disabled={startsAtMs === null || isOver}
          onChange={onToggle}
        />
        <span>
          {shortDay(one.day)} <strong>{startsAtMs === null ? one.clock : clock(startsAtMs, zone)}</strong>
        </span>
        {marks.length > 0 && (
          <span className={styles.mark}>
            <TriangleAlert size={16} aria-hidden /> {marks.join(' ')}
          </span>
        )}
      </label>
    </li>
  )
}

function useMarks({ startsAtMs, isTwice, isOver, clashesAtMs, nearAtMs }: Planned, zone: string): string[] {
  const say = useSay()
  const { clock } = useFormats()
  const at = (instantMs: number) => isolated(clock(instantMs, zone))
  return [
    ...(startsAtMs === null ? [say('series.mark.never')] : []),
    ...(isTwice ? [say('series.mark.twice')] : []),
    ...(isOver ? [say('series.mark.over')] : []),
    ...(clashesAtMs !== null ? [say('series.mark.clash', { time: at(clashesAtMs) })] : []),
    ...(nearAtMs !== null ? [say('series.mark.near', { time: at(nearAtMs) })] : []),
  ]
}
