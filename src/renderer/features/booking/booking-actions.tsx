// What may be done to a booking here: reprint it, refund it, put it back into the cart, judge its picture, remove it from the lists.
// Owns the requests; must never decide what is allowed: the table of states and the house do.

import { Printer } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { type Booking, mayBecome } from '../../../shared/domain/booking.ts'
import type { SeatId } from '../../../shared/domain/ids.ts'
import type { MessageId } from '../../messages/catalogue.ts'
import { beginMove } from '../../stores/moving.ts'
import { bringBack, parked } from '../../stores/parked.ts'
import { sale } from '../../stores/sale.ts'
import { goTo } from '../../stores/screen.ts'
import { shows } from '../../stores/shows.ts'
import type { Step } from '../../stores/steps.ts'
import { isOfOffice, who } from '../../stores/who.ts'
import { Button } from '../../ui/button.tsx'
import { useSteps } from '../../ui/use-steps.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { ExchangeButton } from './exchange-button.tsx'
import { type GiveBack, giveBackOf, isSameBack } from './give-back.ts'
import { GiveBackQuestion } from './give-back-question.tsx'
import styles from './booking-screen.module.css'
import { JudgePicture } from './judge-picture.tsx'
import { RemoveQuestion } from './remove-question.tsx'
import { useBookingWork } from './use-booking-work.ts'
import { useCopy } from './use-copy.tsx'
import type { Story } from './use-story.ts'

interface Props {
  readonly story: Story
  readonly ticked: ReadonlySet<SeatId>
  readonly again: () => Promise<void>
  readonly onTold: (words: string | null) => void
}

export function BookingActions({ story, ticked, again, onTold }: Props) {
  const say = useSay()
  const { booking } = story
  const [asks, setAsks] = useState<GiveBack | 'remove' | null>(null)
  const work = useBookingWork({ story, again, onTold })
  const { isAsking } = work
  const goOn = useGoOn(booking)
  const back = giveBackOf(story, ticked)
  const backWords = useBackWords(booking, back)
  const mayPrint = booking.tickets.length > 0 && ['confirmed', 'completed'].includes(booking.state)
  const isManager = isOfOffice(useStore(who))
  const mayRemove = isManager && mayBecome(booking.state, 'deleted')
  const mayMove = useMayMove(booking)
  const move = () => beginMove(booking, ticked)
  const copying = useCopy(story, work.printAgain)
  const isFree = !isAsking && !copying.isOpen
  const mayCopy = mayPrint && isFree
  useSteps([
    step(goOn.words, say(goOn.words), { key: 'F9', isOffered: goOn.isOffered }, goOn.run),
    step('story.printAgain', say('story.printAgain'), { key: 'p', isOffered: mayCopy }, copying.begin),
    step('story.cancel', backWords, { key: 'Delete', isOffered: back !== null && isFree }, () =>
      setAsks(back),
    ),
    step('move.open', say('move.open'), { key: 'm', isOffered: mayMove && isFree }, move),
    step('remove.yes', say('remove.title'), { isOffered: mayRemove && isFree }, () => setAsks('remove')),
  ])
  return (
    <div className={styles.steps}>
      <WhyNot booking={booking} mayGiveBack={back !== null} mayPrint={mayPrint || goOn.isOffered} />
      <JudgePicture booking={booking} isAsking={isAsking} onJudge={work.judge} />
      {mayRemove && (
        <Button look="quiet" isDisabled={isAsking} onPress={() => setAsks('remove')}>
          {say('remove.yes')}
        </Button>
      )}
      {mayMove && (
        <Button isDisabled={isAsking} onPress={move} shortcut="M">
          {say('move.open')}
        </Button>
      )}
      <ExchangeButton story={story} ticked={ticked} isFree={isFree} />
      <Button look="grave" isDisabled={!back || isAsking} onPress={() => setAsks(back)} shortcut="Delete">
        {backWords}
      </Button>
      {goOn.isOffered ? (
        <Button look="next" onPress={goOn.run} shortcut="F9">
          {say(goOn.words)}
        </Button>
      ) : (
        <Button look="next" isDisabled={!mayPrint || isAsking} onPress={copying.begin} shortcut="P">
          <Printer size={18} aria-hidden /> {say('story.printAgain')}
        </Button>
      )}
      {/* A question asked about one seat must not be answered for all of them. */}
      {back && asks !== null && asks !== 'remove' && isSameBack(asks, back) && (
        <GiveBackQuestion
          story={story}
          back={back}
          onClose={() => setAsks(null)}
          onYes={(wish) => work.giveBack(back, wish)}
        />
      )}
      {asks === 'remove' && <RemoveQuestion onClose={() => setAsks(null)} onYes={work.remove} />}
      {copying.dialog}
    </div>
  )
}

interface WhyNotProps {
  readonly booking: Booking
  readonly mayGiveBack: boolean
  readonly mayPrint: boolean
}

/** An action that is not possible says why, by the booking's state. */
function WhyNot({ booking, mayGiveBack, mayPrint }: WhyNotProps) {
  const say = useSay()
  const state = say(`booking.${booking.state}`)
  return (
    <>
      {!mayGiveBack && <p className={styles.why}>{say('story.whyNotCancel', { state })}</p>}
      {!mayPrint && <p className={styles.why}>{say('story.whyNotPrint', { state })}</p>}
    </>
  )
}

interface Offer {
  readonly key?: string
  readonly isOffered: boolean
}

function step(id: MessageId, words: string, { key, isOffered }: Offer, run: () => void): Step {
  return { id, words, keys: key ? [key] : [], isOffered, run: () => (isOffered ? run() : undefined) }
}

function useBackWords(booking: Booking, back: GiveBack | null): string {
  const say = useSay()
  const { money } = useFormats()
  if (back?.kind === 'seats') return say('back.seats', { count: back.lines.length })
  if (back?.kind !== 'money') return say('story.cancel')
  return say('back.money', { total: money(back.refundMinor, booking.totals.currency) })
}

/** [T4] Only for a paid booking with a seat map; nights and places are chosen by number. */
function useMayMove({ state, showId }: Booking): boolean {
  const row = useStore(shows).rows.get(showId)
  return state === 'confirmed' && row !== undefined && row.sort !== 'hotel' && row.sort !== 'package'
}

/** [H16] A booking to be paid later is paid from here; a live hold of this desk continues in the cart. */
function useGoOn(booking: Booking) {
  const isCart = useIsOpenCart(booking)
  const isReserved = booking.state === 'reserved' && booking.purpose === 'reservation'
  const run = () => {
    bringBack(booking)
    if (isReserved) goTo({ name: 'pay', showId: booking.showId })
  }
  const words = isReserved ? 'story.takeMoney' : 'story.toCart'
  return { isOffered: isCart || isReserved, words, run } as const
}

/** A live hold of this desk continues where it was: in the cart. */
function useIsOpenCart({ bookingId }: Booking): boolean {
  const { bookings } = useStore(parked)
  const inHand = useStore(sale).booking?.bookingId
  return bookingId === inHand || bookings.some((one) => one.bookingId === bookingId)
}
