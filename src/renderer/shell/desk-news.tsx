// Urgent news over every screen of a desk [H9] [H11] [H15] [K3]: seats obtained by waiting, parked carts in their last minute, the
// end of the hold in hand, alerts for the office. Owns where they are shown and their clocks; must never end or take anything by itself.

import { X } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import { bringBack, parked } from '../stores/parked.ts'
import { sale } from '../stores/sale.ts'
import { screen } from '../stores/screen.ts'
import { shows } from '../stores/shows.ts'
import { dropServed, standby, takeServed } from '../stores/standby.ts'
import { Button } from '../ui/button.tsx'
import { useFocusBefore } from '../ui/kept-focus.ts'
import { HoldRing } from '../ui/hold-ring.tsx'
import { useHubNow } from '../ui/use-hub-now.ts'
import { useLineName } from '../ui/use-line-name.ts'
import { isolated, useFormats, useSay } from '../ui/words.tsx'
import { AlertNews } from './alert-news.tsx'
import { useDeskKeys } from './desk-keys.ts'
import styles from './desk-news.module.css'
import { EndedNews } from './ended-news.tsx'
import { HoldNews } from './hold-news.tsx'
import { ImportNews } from './import-news.tsx'

export function DeskNews() {
  useDeskKeys()
  const say = useSay()
  const { bookings } = useStore(parked)
  const { served } = useStore(standby)
  const { name: over } = useStore(screen).now
  const inHand = useStore(sale).booking?.bookingId
  const focusBefore = useFocusBefore()
  const [closed, setClosed] = useState<readonly BookingId[]>([])
  const nowMs = useHubNow(1000, bookings.length > 0 || served.length > 0)
  const isLive = ({ bookingId, expiresAtMs }: Booking) => expiresAtMs > nowMs && bookingId !== inHand
  const got = served.filter(isLive)
  const isGot = ({ bookingId }: Booking) => got.some((one) => one.bookingId === bookingId)
  const isEnding = ({ holdMs, expiresAtMs }: Booking) =>
    holdMs > MINUTE_MS && expiresAtMs - nowMs <= MINUTE_MS
  const ending = bookings
    .filter((one) => isLive(one) && isEnding(one))
    .filter((one) => !isGot(one) && !closed.includes(one.bookingId))
  return (
    <aside className={styles.news} data-over={over} aria-label={say('news.title')} ref={focusBefore}>
      {got.map((booking, index) => (
        <News
          key={booking.bookingId}
          {...{ booking, nowMs }}
          words="news.served"
          act={{
            words: say('standby.take'),
            run: () => void takeServed(booking.bookingId),
            ...(index === 0 && { key: 'F6' }),
          }}
          onClose={() => dropServed(booking.bookingId)}
        />
      ))}
      {ending.map((booking) => (
        <News
          key={booking.bookingId}
          {...{ booking, nowMs }}
          words="news.ending"
          act={{ words: say('keys.recall'), run: () => bringBack(booking) }}
          onClose={() => setClosed([...closed, booking.bookingId])}
        />
      ))}
      <HoldNews />
      <EndedNews />
      <ImportNews />
      <AlertNews />
    </aside>
  )
}

interface Props {
  readonly booking: Booking
  readonly nowMs: number
  readonly words: 'news.served' | 'news.ending'
  readonly act: { readonly words: string; readonly run: () => void; readonly key?: string }
  readonly onClose: () => void
}

function News({ booking, nowMs, words, act, onClose }: Props) {
  const say = useSay()
  const { seatNames } = useFormats()
  const title = useStore(shows).rows.get(booking.showId)?.title ?? ''
  const nameOf = useLineName(booking.showId)
  const seats = seatNames(booking.lines.map(nameOf))
  const wholeMs = booking.holdMs * (booking.extendedAtMs === null ? 1 : 2)
  return (
    <div className={styles.one} data-kind={words}>
      <p role="alert">{say(words, { seats, title: isolated(title), count: booking.lines.length })}</p>
      <HoldRing leftMs={booking.expiresAtMs - nowMs} wholeMs={wholeMs} label={say('cart.heldUntil')} />
      <Button onPress={act.run} shortcut={act.key}>
        {act.words}
      </Button>
      <Button look="quiet" label={say('notice.close')} onPress={onClose}>
        <X size={16} aria-hidden />
      </Button>
    </div>
  )
}
