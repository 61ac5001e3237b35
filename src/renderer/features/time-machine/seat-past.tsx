// Everything that ever happened to one seat: when, what, who at which kiosk, by which booking. Owns how it reads; each line also
// moves the map to its instant.

import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { SeatId } from '../../../shared/domain/ids.ts'
import { type Plan, seatLabel } from '../../../shared/domain/seat-plan/plan.ts'
import { deskName } from '../../stores/desks.ts'
import { goTo } from '../../stores/screen.ts'
import { timeMachine } from '../../stores/time-machine.ts'
import { Button } from '../../ui/button.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { lookAt } from './look-at.ts'
import styles from './seat-past.module.css'
import type { Life } from './use-life.ts'
import { type PastMoment, useSeatPast } from './use-seat-past.ts'

interface Props {
  readonly row: ShowRow
  readonly plan: Plan
  readonly life: Life
}

export function SeatPast(props: Props) {
  const say = useSay()
  const { seatId } = useStore(timeMachine)
  return (
    <aside className={styles.side} aria-label={say('machine.story')}>
      {seatId === null ? (
        <p className={styles.hint}>{say('machine.hint')}</p>
      ) : (
        <Story key={seatId} {...props} seatId={seatId} />
      )}
    </aside>
  )
}

function Story({ row, plan, life, seatId }: Props & { readonly seatId: SeatId }) {
  const say = useSay()
  const { moments, isBroken, again } = useSeatPast(row.showId, seatId)
  const shownMs = useStore(timeMachine).atMs ?? life.toMs
  const section = plan.sections[plan.rows[plan.row[seatId] ?? 0]?.section ?? 0]?.name
  return (
    <>
      <h2 className={styles.seat}>
        <bdi>{seatLabel(plan, seatId)}</bdi> <small dir="auto">{section}</small>
      </h2>
      <div role="status" className={styles.told}>
        {moments === null
          ? say('machine.asking')
          : say('machine.moments', { count: moments.length, seat: isolated(seatLabel(plan, seatId)) })}
      </div>
      {isBroken && <Button onPress={again}>{say('machine.again')}</Button>}
      <ol className={styles.moments}>
        {moments?.map((one) => (
          <Moment
            key={`${one.atMs} ${one.revision}`}
            moment={one}
            zone={row.zone}
            isAhead={one.atMs > shownMs}
            onLook={() => lookAt(one.atMs, life)}
          />
        ))}
      </ol>
    </>
  )
}

interface MomentProps {
  readonly moment: PastMoment
  readonly zone: string
  /** Later than the instant shown on the map. */
  readonly isAhead: boolean
  readonly onLook: () => void
}

function Moment({ moment, zone, isAhead, onLook }: MomentProps) {
  const say = useSay()
  const { day, exactClock } = useFormats()
  const { atMs, kind, reason, by, kioskId, bookingId } = moment
  const time = `${day(atMs, zone)} ${exactClock(atMs, zone)}`
  const isHouses = kioskId === null || kioskId === 'house'
  return (
    <li data-ahead={isAhead || undefined}>
      <button type="button" className={styles.time} onClick={onLook} title={say('machine.look')}>
        <time dateTime={new Date(atMs).toISOString()}>{time}</time>
      </button>
      <strong>{say(`machine.kind.${kind}`)}</strong>
      {reason !== '' && <q dir="auto">{reason}</q>}
      <span className={styles.who}>
        {isHouses
          ? say(kind === 'over' ? 'machine.clock' : 'machine.house')
          : by
            ? say('story.sellerAt', { name: isolated(by.name), kiosk: isolated(deskName(kioskId, say)) })
            : isolated(deskName(kioskId, say))}
      </span>
      {bookingId !== null && (
        <a href={`#/booking/${bookingId}`} onClick={() => goTo({ name: 'booking', bookingId })}>
          {say('machine.booking')}
        </a>
      )}
    </li>
  )
}
