// Requests to the house about one booking, and how the results are worded. Owns the words after the action; must never report success
// before the house did.

import { useState } from 'react'
import type { Booking } from '../../../shared/domain/booking.ts'
import type { PaymentId } from '../../../shared/domain/ids.ts'
import type { Answer } from '../../../shared/contract/port.ts'
import { ask } from '../../box-office.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { type Sold, soldOf } from '../../papers/use-sold.ts'
import { goBack } from '../../stores/screen.ts'
import { waysBetween } from '../../ui/money-ways.ts'
import { useLineName } from '../../ui/use-line-name.ts'
import { useWays } from '../../ui/use-ways.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import type { GiveBack } from './give-back.ts'
import type { Wish } from './give-back-question.tsx'
import type { Story } from './use-story.ts'

interface Parts {
  readonly story: Story
  readonly again: () => Promise<void>
  readonly onTold: (words: string | null) => void
}

export function useBookingWork({ story, again, onTold }: Parts) {
  const say = useSay()
  const formats = useFormats()
  const [isAsking, setAsking] = useState(false)
  const doneWords = useDoneWords(story.booking)
  const { bookingId } = story.booking
  const tell = (answer: Exclude<Answer<unknown>, { kind: 'done' }>) =>
    onTold(
      answer.kind === 'refused'
        ? refusalText(answer.refusal, say, formats, story.zone)
        : say(`notice.fault.${answer.reason}`, { incident: answer.incidentId }),
    )
  const during = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    setAsking(true)
    onTold(null)
    const value = await work()
    await again()
    setAsking(false)
    return value
  }
  const giveBack = (back: GiveBack, wish: Wish) =>
    during(async () => {
      const answer = await askBack(story.booking, back, wish)
      if (answer.kind === 'done') onTold(doneWords(back, answer.value.booking))
      else tell(answer)
    })
  const judge = (paymentId: PaymentId, accepted: boolean) =>
    during(async () => {
      const answer = await ask('review-proof', { bookingId, paymentId, accepted })
      if (answer.kind === 'done') onTold(say(accepted ? 'proof.accepted' : 'back.doneCancelled'))
      else tell(answer)
    })
  const remove = async (reason: string) => {
    const answer = await ask('delete-booking', { bookingId, reason })
    if (answer.kind === 'done') goBack({ name: 'find', text: '', showId: null })
    else tell(answer)
  }
  const printAgain = () =>
    during(async (): Promise<Sold | null> => {
      const counted = await ask('reprint-tickets', { bookingId })
      if (counted.kind !== 'done') return tell(counted), null
      return soldOf(bookingId)
    })
  return { isAsking, giveBack, judge, remove, printAgain }
}

function askBack({ bookingId }: Booking, { kind, lines }: GiveBack, { reason, refundTo }: Wish) {
  if (kind === 'money') return ask('return-money', { bookingId, refundTo })
  if (kind === 'cancel') return ask('cancel-booking', { bookingId, reason, refundTo })
  return ask('return-seats', { bookingId, reason, refundTo, seatIds: lines.map(({ seatId }) => seatId) })
}

/** What goes to the customer, by destination, and what became of the seats. */
function useDoneWords(before: Booking): (back: GiveBack, after: Booking) => string {
  const say = useSay()
  const { seatNames } = useFormats()
  const nameOf = useLineName(before.showId)
  const waysOf = useWays()
  return ({ kind, lines }, after) => {
    const ways = waysBetween(before, after)
    const given = ways.length > 0 ? say('back.done', { ways: waysOf(ways, after.totals.currency) }) : ''
    if (kind === 'money') return given
    if (kind === 'seats') {
      const seats = seatNames(lines.map(nameOf))
      return `${given} ${say('back.doneSeats', { count: lines.length, seats })}`.trim()
    }
    return given === '' ? say('story.released') : `${given} ${say('back.doneCancelled')}`
  }
}
