// A parked cart that ended with money in it, or that a restored house does not know, shown over every screen of the desk [P5].
// Owns its words, the clock of its grace period and the button to what can be done; where the money is, the house says.

import { X } from 'lucide-react'
import { useStore } from 'zustand'
import { holdEndMs, payEndMs } from '../../shared/domain/booking.ts'
import { paidMinor } from '../../shared/domain/tender.ts'
import { type Ended, dropEnded, endedAside } from '../stores/ended-aside.ts'
import { bringBack } from '../stores/parked.ts'
import { type Screen as Place, goTo } from '../stores/screen.ts'
import { shows } from '../stores/shows.ts'
import { takenOf } from '../stores/taken.ts'
import { Button } from '../ui/button.tsx'
import { HoldRing } from '../ui/hold-ring.tsx'
import { takenText, unknownTakenText } from '../ui/taken-text.ts'
import { useHubNow } from '../ui/use-hub-now.ts'
import { useLineName } from '../ui/use-line-name.ts'
import { isolated, useFormats, useSay } from '../ui/words.tsx'
import styles from './desk-news.module.css'

export function EndedNews() {
  const { all } = useStore(endedAside)
  return all.map((ended) => <One key={ended.booking.bookingId} ended={ended} />)
}

function One({ ended }: { readonly ended: Ended }) {
  const say = useSay()
  const { booking, isUnknown } = ended
  const nowMs = useHubNow(1000, booking.state === 'reserved' && !isUnknown)
  const leftMs = booking.state === 'reserved' && !isUnknown ? payEndMs(booking) - nowMs : 0
  const text = useText(ended, leftMs > 0)
  return (
    <div className={styles.one} data-kind="news.ended">
      <p role="alert">{text}</p>
      <NextStep {...{ ended, leftMs }} />
      <Button look="quiet" label={say('notice.close')} onPress={() => dropEnded(booking)}>
        <X size={16} aria-hidden />
      </Button>
    </div>
  )
}

/** Take the rest, choose the seats again, or refund the money: on going where that is done, the news counts as seen. */
function NextStep({ ended, leftMs }: { readonly ended: Ended; readonly leftMs: number }) {
  const say = useSay()
  const { booking, isUnknown } = ended
  const to = (place: Place) => () => {
    dropEnded(booking)
    goTo(place)
  }
  if (isUnknown)
    return <Button onPress={to({ name: 'sell', showId: booking.showId })}>{say('alert.show')}</Button>
  if (leftMs <= 0) return <Button onPress={to({ name: 'money' })}>{say('money.title')}</Button>
  const wholeMs = payEndMs(booking) - holdEndMs(booking)
  return (
    <>
      <HoldRing {...{ leftMs, wholeMs }} label={say('grace.until')} />
      <Button onPress={() => bringBack(booking)}>{say('keys.recall')}</Button>
    </>
  )
}

function useText({ booking, isUnknown }: Ended, isInGrace: boolean): string {
  const say = useSay()
  const formats = useFormats()
  const { lines, payments, showId, totals } = booking
  const title = isolated(useStore(shows).rows.get(showId)?.title ?? '')
  const nameOf = useLineName(showId)
  const seats = formats.seatNames(lines.map(nameOf))
  if (isUnknown)
    return `${say('news.unknown', { seats, title })} ${unknownTakenText(takenOf(booking), say, formats)}`.trim()
  if (!isInGrace) return `${say('news.ended', { seats, title })} ${takenText(booking, say, formats)}`
  const total = formats.money(paidMinor(payments), totals.currency)
  return say('news.grace', { seats, title, total })
}
