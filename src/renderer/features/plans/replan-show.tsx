// One show that may move to another version of its plan: its tick and its counts, or the seats that prevent it, each with a link to
// its booking.

import { useId } from 'react'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { BookingId } from '../../../shared/domain/ids.ts'
import { goTo } from '../../stores/screen.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './replan-dialog.module.css'
import type { ShowPreview } from './use-replan.ts'

interface Props {
  readonly row: ShowRow
  readonly preview: ShowPreview
  readonly isTicked: boolean
  readonly onTick: (isTicked: boolean) => void
}

export function ReplanShow({ row, preview, isTicked, onTick }: Props) {
  const say = useSay()
  const { day, clock } = useFormats()
  const said = useId()
  const { title, startsAtMs, zone } = row
  const { outcome, reason } = preview
  return (
    <li className={styles.show} data-outcome={outcome}>
      <label className={styles.name}>
        <input
          type="checkbox"
          checked={isTicked}
          disabled={outcome !== 'changes'}
          aria-describedby={said}
          onChange={({ currentTarget }) => onTick(currentTarget.checked)}
        />
        <span>
          <bdi>{title}</bdi> · {day(startsAtMs, zone)} {clock(startsAtMs, zone)}
        </span>
      </label>
      <div id={said} className={styles.said}>
        {outcome === 'same' && say('replan.same')}
        {outcome === 'changes' && <Changes preview={preview} />}
        {reason !== null && reason !== 'displaces' && say(`manage.reason.${reason}`)}
        {reason === 'displaces' && say('replan.displaces', { count: preview.displacedCount })}
      </div>
      {reason === 'displaces' && <Displaced preview={preview} />}
    </li>
  )
}

const counted = ['added', 'gone', 'moved', 'recategorised', 'goneBlocked', 'unpriced'] as const

function Changes({ preview }: { readonly preview: ShowPreview }) {
  const say = useSay()
  const { list } = useFormats()
  const told = counted.filter((kind) => preview[kind] > 0)
  if (told.length === 0) return say('replan.alike')
  return list(told.map((kind) => say(`replan.count.${kind}`, { count: preview[kind] })))
}

function Displaced({ preview: { displaced, displacedCount } }: { readonly preview: ShowPreview }) {
  const say = useSay()
  const { number } = useFormats()
  const unsaid = displacedCount - displaced.length
  return (
    <ul className={styles.displaced}>
      {displaced.map(({ seatId, label, section, bookingId, state, why }) => (
        <li key={seatId}>
          <bdi>{label}</bdi> <small dir="auto">{section}</small> · {say(`machine.state.${state}`)} ·{' '}
          <a href={`#/booking/${bookingId}`} onClick={() => goTo({ name: 'booking', bookingId })}>
            {say('replan.booking', { number: isolated(shortOf(bookingId)) })}
          </a>
          {why !== 'gone' && <> · {say(`replan.why.${why}`)}</>}
        </li>
      ))}
      {unsaid > 0 && <li>{say('import.more', { count: number(unsaid) })}</li>}
    </ul>
  )
}

/** Enough to tell two bookings apart. */
const LAST = 6

function shortOf(bookingId: BookingId): string {
  return bookingId.slice(-LAST)
}
