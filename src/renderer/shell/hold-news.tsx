// The hold in hand while the seller is on another screen [H11]: its last minute, its grace period and its end. Owns where this is
// shown and the way back to the sale; what happened, stores/hold-watch.ts says.

import { X } from 'lucide-react'
import { useStore } from 'zustand'
import type { ShowId } from '../../shared/domain/ids.ts'
import { moneyNoticeText } from '../features/sale/money-notice.ts'
import type { Notice } from '../stores/notice.ts'
import { dropNotice, sale } from '../stores/sale.ts'
import { goTo, screen } from '../stores/screen.ts'
import { shows } from '../stores/shows.ts'
import { Button } from '../ui/button.tsx'
import { unitOf } from '../ui/unit-of.ts'
import { useFormats, useSay } from '../ui/words.tsx'
import styles from './desk-news.module.css'

type OfHold = Extract<Notice, { kind: 'time-up' | 'grace' | 'minute-left' }>

export function HoldNews() {
  const { notice, showId } = useStore(sale)
  const { name } = useStore(screen).now
  // Those show it themselves.
  if (name === 'sell' || name === 'pay' || showId === null || !notice || !isOfHold(notice)) return null
  return <Told notice={notice} showId={showId} />
}

function isOfHold(notice: Notice): notice is OfHold {
  return notice.kind === 'time-up' || notice.kind === 'grace' || notice.kind === 'minute-left'
}

function Told({ notice, showId }: { readonly notice: OfHold; readonly showId: ShowId }) {
  const say = useSay()
  const unit = unitOf(useStore(shows).rows.get(showId)?.sort)
  const formats = useFormats()
  const text =
    notice.kind === 'minute-left' ? say('notice.minuteLeft') : moneyNoticeText(notice, say, formats)
  return (
    <div className={styles.one} data-kind="news.ending">
      <p role="alert">{text}</p>
      <Button onPress={() => goTo({ name: 'sell', showId })}>{say('pay.back', { unit })}</Button>
      <Button look="quiet" label={say('notice.close')} onPress={dropNotice}>
        <X size={16} aria-hidden />
      </Button>
    </div>
  )
}
