// The states a booking has been through and those that may follow [A4], drawn from the one table of states, each with what prevents
// it now. Must never name a state itself.

import { useStore } from 'zustand'
import { type NextState, nextStates } from '../../../shared/domain/booking-next.ts'
import { pathOf } from '../../../shared/domain/booking-path.ts'
import type { SeatId } from '../../../shared/domain/ids.ts'
import { shows } from '../../stores/shows.ts'
import { isOfOffice, who } from '../../stores/who.ts'
import { BookingStateChip } from '../../ui/booking-state.tsx'
import { useHubNow } from '../../ui/use-hub-now.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { giveBackOf } from './give-back.ts'
import styles from './state-path.module.css'
import type { Story } from './use-story.ts'

/** Some reasons expire with time, without any event. */
const LOOK_MS = 1000
const nothing: ReadonlySet<SeatId> = new Set()

export function StatePath({ story }: { readonly story: Story }) {
  const say = useSay()
  const { clock, day } = useFormats()
  const { booking, zone } = story
  const next = useNextStates(story)
  const at = (instantMs: number) => `${day(instantMs, zone)} ${clock(instantMs, zone)}`
  const ends = at(booking.graceEndsAtMs)
  return (
    <section className={styles.path} aria-label={say('path.title')}>
      <h2>{say('path.title')}</h2>
      <ol className={styles.way}>
        {pathOf(booking).map(({ state, atMs }) => (
          <li key={state} aria-current={state === booking.state ? 'step' : undefined}>
            <BookingStateChip state={state} />
            {atMs !== null && <time dateTime={new Date(atMs).toISOString()}>{at(atMs)}</time>}
          </li>
        ))}
      </ol>
      {next.length > 0 && (
        <>
          <h3>{say('path.next')}</h3>
          <ul className={styles.next}>
            {next.map((one) => (
              <Next key={one.state} next={one} ends={ends} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** How the booking would get there, and, if it cannot now, why not: written out, and as a tooltip. */
function Next({ next: { state, whyNot }, ends }: { readonly next: NextState; readonly ends: string }) {
  const say = useSay()
  const how = say(`path.next.${state}`, { time: ends })
  const why = whyNot && say(`path.whyNot.${whyNot}`)
  return (
    <li title={why ?? how} data-kept={whyNot ?? undefined}>
      <BookingStateChip state={state} />
      <span>
        {how}
        {why && <em className={styles.why}>{why}</em>}
      </span>
    </li>
  )
}

function useNextStates(story: Story): readonly NextState[] {
  const { booking, giveBackMaxMinor } = story
  const row = useStore(shows).rows.get(booking.showId)
  const isOffice = isOfOffice(useStore(who))
  const nowMs = useHubNow(LOOK_MS)
  const giveBackMinor = giveBackOf(story, nothing)?.refundMinor ?? 0
  const salesCloseAtMs = row?.salesCloseAtMs ?? 0
  return nextStates(booking, { nowMs, isOffice, giveBackMinor, giveBackMaxMinor, salesCloseAtMs })
}
