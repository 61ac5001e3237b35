import type { MouseEvent } from 'react'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { FullBar } from '../../ui/full-bar.tsx'
import { useMedia } from '../../ui/use-media.ts'
import { useFormats } from '../../ui/words.tsx'
import styles from './show-calendar.module.css'

interface Props {
  readonly rows: readonly ShowRow[]
  /** A week's cell, which has more room. */
  readonly isLong: boolean
  readonly onShow: (showId: ShowId) => void
}

/** As many as fit in a month's cell; the day's list beside it has them all. */
const CHIPS_MAX = 3
/** In a window as high as a large screen. */
const HIGH_CHIPS_MAX = 5
const HIGH_WINDOW = '(min-height: 1000px)'
const LONG_CHIPS_MAX = 12

/** The shows of a day in its cell, for the pointer: keyboard users reach them in the list of the day. */
export function ShowChips({ rows, isLong, onShow }: Props) {
  const { clock, number } = useFormats()
  const ofMonth = useMedia(HIGH_WINDOW) ? HIGH_CHIPS_MAX : CHIPS_MAX
  const most = isLong ? LONG_CHIPS_MAX : ofMonth
  const shown = rows.length > most ? rows.slice(0, most - 1) : rows
  const open = (event: MouseEvent, showId: ShowId) => {
    event.stopPropagation()
    onShow(showId)
  }
  return (
    <span className={styles['chips']} aria-hidden="true">
      {shown.map((row) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the list of the day offers the same by keys
        <span
          key={row.showId}
          className={styles['chip']}
          data-off={!row.active || undefined}
          onClick={(event) => open(event, row.showId)}
        >
          <span className={styles['chipWords']}>
            {clock(row.startsAtMs, row.zone)} <bdi>{row.title}</bdi>
          </span>
          <FullBar counts={row.counts} />
        </span>
      ))}
      {rows.length > shown.length && (
        <span className={styles['rest']}>+{number(rows.length - shown.length)}</span>
      )}
      {rows.length > 0 && <span className={styles['count']}>{number(rows.length)}</span>}
    </span>
  )
}
