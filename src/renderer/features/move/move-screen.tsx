// Moving a paid booking to other seats [T4]: the map to choose on, what moves where beside it, the difference settled in the same
// step. Owns the screen; the house decides what may be moved, and what it costs.

import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Booking } from '../../../shared/domain/booking.ts'
import type { BookingId } from '../../../shared/domain/ids.ts'
import type { Output } from '../../../shared/contract/operations.ts'
import type { Answer } from '../../../shared/contract/port.ts'
import { ask } from '../../box-office.ts'
import { followBooking } from '../../stores/follow-booking.ts'
import { moving, keepMoving } from '../../stores/moving.ts'
import { goBack } from '../../stores/screen.ts'
import { followShow, seats } from '../../stores/seats.ts'
import { shows } from '../../stores/shows.ts'
import { Button } from '../../ui/button.tsx'
import { Empty, Waiting } from '../../ui/empty.tsx'
import { ScreenHead } from '../../ui/screen-head.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { MoveMap } from './move-map.tsx'
import { MovePanel } from './move-panel.tsx'
import { MovedPapers } from './moved-papers.tsx'
import styles from './move-screen.module.css'

export type MoveStory = Output<'booking-story'>

export function MoveScreen({ bookingId }: { readonly bookingId: BookingId }) {
  const say = useSay()
  const story = useStory(bookingId)
  const back = () => goBack({ name: 'booking', bookingId })
  useKeys({ Escape: back })
  if (story === undefined) return <Waiting text={say('story.loading')} />
  if (story?.booking.state === 'confirmed') return <Move story={story} onBack={back} />
  return (
    <Empty isWhole title={say('move.cannot')} text="">
      <Button look="next" onPress={back} shortcut="Esc" autoFocus>
        {say('story.back')}
      </Button>
    </Empty>
  )
}

interface Moved {
  readonly before: Booking
  readonly story: MoveStory
  readonly changeMinor: number
}

function Move({ story, onBack }: { readonly story: MoveStory; readonly onBack: () => void }) {
  const say = useSay()
  const { booking, title } = story
  const [moved, setMoved] = useState<Moved | null>(null)
  const row = useStore(shows).rows.get(booking.showId)
  const { plan, states, showId } = useStore(seats)
  const planId = row?.planId
  const { bookingId } = useStore(moving)
  useEffect(() => keepMoving(booking), [booking])
  useEffect(() => {
    if (planId !== undefined) followShow(booking.showId, planId)
  }, [booking.showId, planId])
  if (moved) return <MovedPapers {...moved} />
  const isHere = row && plan && states && showId === booking.showId && bookingId === booking.bookingId
  if (!isHere) return <Waiting text={say('map.loading')} />
  return (
    <div className={styles.move}>
      <ScreenHead onBack={onBack}>
        {say('move.title')} <bdi>{title}</bdi> <Where story={story} />
      </ScreenHead>
      <MoveMap booking={booking} row={row} plan={plan} states={states} />
      <MovePanel story={story} plan={plan} onMoved={(done) => setMoved({ before: booking, ...done })} />
    </div>
  )
}

function Where({ story: { startsAtMs, zone } }: { readonly story: MoveStory }) {
  const { clock, day } = useFormats()
  return (
    <small>
      {day(startsAtMs, zone)} {clock(startsAtMs, zone)}
    </small>
  )
}

/** Undefined while loading, null if it may not be seen. */
function useStory(bookingId: BookingId): MoveStory | null | undefined {
  const [story, setStory] = useState<MoveStory | null>()
  useEffect(() => {
    const hear = (answer: Answer<MoveStory>) => {
      if (answer.kind !== 'fault') setStory(answer.kind === 'done' ? answer.value : null)
    }
    return followBooking(() => ask('booking-story', { bookingId }), hear)
  }, [bookingId])
  return story
}
