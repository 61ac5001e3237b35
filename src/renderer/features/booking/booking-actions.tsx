// What may be done to a booking from here: print it again, cancel it, take it back into the cart. Owns the asking and how a no is
// told; must never decide what is allowed: the table of states and the house do.

import { Printer } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { type Booking, mayBecome } from '../../../shared/domain/booking.ts'
import type { TicketView } from '../../../shared/contract/shapes.ts'
import type { Answer } from '../../../shared/contract/port.ts'
import { ask } from '../../box-office.ts'
import type { MessageId } from '../../messages/catalogue.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { bringBack, parked } from '../../stores/parked.ts'
import { sale } from '../../stores/sale.ts'
import type { Step } from '../../stores/steps.ts'
import { Button } from '../../ui/button.tsx'
import { useSteps } from '../../ui/use-steps.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { CancelQuestion } from './cancel-question.tsx'
import { CopyPapers } from './copy-papers.tsx'
import styles from './booking-screen.module.css'
import type { Story } from './use-story.ts'

interface Props {
  readonly story: Story
  readonly again: () => Promise<void>
  readonly onTold: (words: string | null) => void
}

export function BookingActions({ story, again, onTold }: Props) {
  const say = useSay()
  const { booking } = story
  const [asks, setAsks] = useState(false)
  const [papers, setPapers] = useState<readonly TicketView[] | null>(null)
  const { isAsking, cancel, printAgain } = useActions({ story, again, onTold }, setPapers)
  const isCart = useIsOpenCart(booking)
  const mayCancel = mayBecome(booking.state, 'cancelled') && !isAsking
  const mayPrint = booking.tickets.length > 0 && ['confirmed', 'completed'].includes(booking.state)
  const step = (id: MessageId, key: string, isOffered: boolean, run: () => void): Step => ({
    id,
    words: say(id),
    keys: [key],
    isOffered,
    run: () => (isOffered ? run() : undefined),
  })
  useSteps([
    step('story.toCart', 'F9', isCart, () => bringBack(booking)),
    step('story.printAgain', 'p', mayPrint && !isAsking && papers === null, () => void printAgain()),
    step('story.cancel', 'Delete', mayCancel && papers === null, () => setAsks(true)),
  ])
  return (
    <div className={styles.steps}>
      {!mayBecome(booking.state, 'cancelled') && (
        <p className={styles.why}>{say('story.whyNotCancel', { state: say(`booking.${booking.state}`) })}</p>
      )}
      {!mayPrint && !isCart && (
        <p className={styles.why}>{say('story.whyNotPrint', { state: say(`booking.${booking.state}`) })}</p>
      )}
      <Button look="grave" isDisabled={!mayCancel} onPress={() => setAsks(true)} shortcut="Delete">
        {say('story.cancel')}
      </Button>
      {isCart ? (
        <Button look="next" onPress={() => bringBack(booking)} shortcut="F9">
          {say('story.toCart')}
        </Button>
      ) : (
        <Button look="next" isDisabled={!mayPrint || isAsking} onPress={() => void printAgain()} shortcut="P">
          <Printer size={18} aria-hidden /> {say('story.printAgain')}
        </Button>
      )}
      <CancelQuestion booking={booking} isOpen={asks} onClose={() => setAsks(false)} onYes={cancel} />
      {papers && <CopyPapers tickets={papers} onClose={() => setPapers(null)} />}
    </div>
  )
}

/** A live hold of this desk goes on where it was: in the cart. */
function useIsOpenCart({ bookingId }: Booking): boolean {
  const { bookings } = useStore(parked)
  const inHand = useStore(sale).booking?.bookingId
  return bookingId === inHand || bookings.some((one) => one.bookingId === bookingId)
}

function useActions({ story, again, onTold }: Props, onPapers: (tickets: readonly TicketView[]) => void) {
  const say = useSay()
  const formats = useFormats()
  const [isAsking, setAsking] = useState(false)
  const { bookingId } = story.booking
  const tell = (answer: Exclude<Answer<unknown>, { kind: 'done' }>) =>
    onTold(
      answer.kind === 'refused'
        ? refusalText(answer.refusal, say, formats, story.zone)
        : say(`notice.fault.${answer.reason}`, { incident: answer.incidentId }),
    )
  const during = async (work: () => Promise<void>) => {
    setAsking(true)
    onTold(null)
    await work()
    await again()
    setAsking(false)
  }
  const cancel = (reason: string) =>
    during(async () => {
      const answer = await ask('cancel-booking', { bookingId, reason })
      if (answer.kind !== 'done') return tell(answer)
      const { state, totals } = answer.value.booking
      const total = formats.money(totals.totalMinor, totals.currency)
      onTold(state === 'refunded' ? say('story.giveBack', { total }) : say('story.released'))
    })
  const printAgain = () =>
    during(async () => {
      const counted = await ask('reprint-tickets', { bookingId })
      if (counted.kind !== 'done') return tell(counted)
      const printed = await ask('tickets', { bookingId })
      if (printed.kind === 'done') onPapers(printed.value.tickets)
      else tell(printed)
    })
  return { isAsking, cancel, printAgain }
}
