// One booking: what was sold, to whom, its state and what may come next. Owns the screen and its keys; the house decides what may be
// done, and every refusal is shown with its reason.

import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import type { BookingId, SeatId } from '../../../shared/domain/ids.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { goBack } from '../../stores/screen.ts'
import { BookingStateChip } from '../../ui/booking-state.tsx'
import { Button } from '../../ui/button.tsx'
import { CustomerMessages } from '../../ui/customer-messages.tsx'
import { Empty, Waiting } from '../../ui/empty.tsx'
import { takeScreenFocus } from '../../ui/kept-focus.ts'
import { useKeys } from '../../ui/use-keys.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { BookingActions } from './booking-actions.tsx'
import { BookingFacts } from './booking-facts.tsx'
import styles from './booking-screen.module.css'
import { ProofPicture } from './proof-picture.tsx'
import { SoldLines } from './sold-lines.tsx'
import { StatePath } from './state-path.tsx'
import { type Story, useStory } from './use-story.ts'

const back = () => goBack({ name: 'find', text: '', showId: null })

export function BookingScreen({ bookingId }: { readonly bookingId: BookingId }) {
  const say = useSay()
  const { answer, again } = useStory(bookingId)
  useKeys({ Escape: back })
  if (!answer) return <Waiting text={say('story.loading')} />
  if (answer.kind === 'done') return <Booked story={answer.value} again={again} />
  return (
    <Empty
      isWhole
      title={say('story.none')}
      text={
        answer.kind === 'refused' ? (
          <RefusalWords refusal={answer.refusal} />
        ) : (
          say(`notice.fault.${answer.reason}`, { incident: answer.incidentId })
        )
      }
    >
      <Button look="next" onPress={back} shortcut="Esc" autoFocus>
        {say('story.back')}
      </Button>
    </Empty>
  )
}

function RefusalWords({ refusal }: { readonly refusal: Refusal }) {
  const say = useSay()
  const formats = useFormats()
  return refusalText(refusal, say, formats, 'UTC')
}

function Booked({ story, again }: { readonly story: Story; readonly again: () => Promise<void> }) {
  const say = useSay()
  const { clock, day } = useFormats()
  const { booking, title, venue, zone, startsAtMs } = story
  const [told, setTold] = useState<string | null>(null)
  const [ticked, setTicked] = useState<ReadonlySet<SeatId>>(new Set())
  // Another window may have refunded some of them.
  const own = new Set(booking.lines.map(({ seatId }) => seatId).filter((seatId) => ticked.has(seatId)))
  const tick = (seatId: SeatId) => setTicked(ticked.symmetricDifference(new Set([seatId])))
  return (
    <div className={styles.booking}>
      <header className={styles.head}>
        <Button look="quiet" onPress={back} shortcut="Esc">
          <ArrowLeft size={18} aria-hidden className={styles.back} />
          <span className={styles.backWords}>{say('story.back')}</span>
        </Button>
        <div className={styles.title}>
          {/* The heading takes the focus, not a button: the Enter that opened this screen must not press one. Keys then reach this
              screen, and the heading is read aloud. */}
          <h1 tabIndex={-1} ref={takeScreenFocus}>
            <bdi>{title}</bdi>
          </h1>
          <p>
            {day(startsAtMs, zone)} {clock(startsAtMs, zone)} · <bdi>{venue}</bdi>
          </p>
        </div>
        <BookingStateChip state={booking.state} />
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys */}
      <div className={styles.body} tabIndex={0}>
        <p className={styles.told} role="alert">
          {told}
        </p>
        <StatePath story={story} />
        <ProofPicture booking={booking} />
        <SoldLines story={story} ticked={own} onTick={tick} />
      </div>
      <aside className={styles.side} aria-label={say('story.facts')}>
        <div className={styles.facts}>
          <BookingFacts story={story} again={again} onTold={setTold} />
          <CustomerMessages
            bookingId={booking.bookingId}
            zone={zone}
            maySend={booking.state === 'confirmed' || booking.state === 'completed'}
          />
        </div>
        <BookingActions story={story} ticked={own} again={again} onTold={setTold} />
      </aside>
    </div>
  )
}
