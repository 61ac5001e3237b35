// The tickets as they print, and the change still to be given. Stays until the next sale begins.

import { Printer } from 'lucide-react'
import { type CSSProperties, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { Booking } from '../../../shared/domain/booking.ts'
import type { BookingId } from '../../../shared/domain/ids.ts'
import { printAfterSale } from '../../papers/after-sale.ts'
import { TicketPapers } from '../../papers/ticket-papers.tsx'
import { type Sold, printReceipt, printTickets, useSold } from '../../papers/use-sold.ts'
import { changeDue } from '../../stores/change-due.ts'
import { earlierMinor, handedMinor } from '../../stores/exchanging.ts'
import { rememberSale } from '../../stores/repeat-sale.ts'
import { goTo } from '../../stores/screen.ts'
import { nextSale } from '../../stores/sale.ts'
import { startOver } from '../../stores/self-service.ts'
import { Button } from '../../ui/button.tsx'
import { CustomerMessages } from '../../ui/customer-messages.tsx'
import { Empty, Waiting } from '../../ui/empty.tsx'
import { useIsCustomers } from '../../ui/use-is-customers.ts'
import { useKeys } from '../../ui/use-keys.ts'
import { useSteps } from '../../ui/use-steps.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { ExchangedNote } from './exchanged-note.tsx'
import styles from './ticket-screen.module.css'
import { useSettled } from './use-settled.ts'

export function TicketScreen({ bookingId }: { readonly bookingId: BookingId }) {
  const say = useSay()
  const sold = useSold(bookingId)
  if (sold === undefined) return <Waiting text={say('ticket.loading')} />
  if (sold === null || sold.tickets.length === 0) {
    return (
      <Empty isWhole title={say('ticket.none')} text="">
        <Button look="next" onPress={() => goTo({ name: 'tonight' })}>
          {say('app.home')}
        </Button>
      </Empty>
    )
  }
  const { booking } = sold.story
  if (booking.state !== 'confirmed' && booking.state !== 'completed') return <NoMore booking={booking} />
  return <Tickets key={bookingId} {...sold} />
}

/** Refunded in another window: the tickets are no longer valid and are not printed. */
function NoMore({ booking }: { readonly booking: Booking }) {
  const say = useSay()
  const { bookingId, state } = booking
  const why = say('story.whyNotPrint', { state: say(`booking.${state}`) })
  return (
    <Empty isWhole title={say('ticket.none')} text={why}>
      <Button look="next" onPress={() => goTo({ name: 'booking', bookingId })}>
        {say('notice.openBooking')}
      </Button>
    </Empty>
  )
}

function Tickets(sold: Sold) {
  const { story, tickets } = sold
  const { booking } = story
  const say = useSay()
  const change = booking.payments.reduce((sum, one) => sum + one.changeMinor, 0)
  const isNew = useIsNew(booking)
  useEffect(() => {
    if (isNew) printAfterSale(sold)
    rememberSale(booking)
  }, [isNew, sold, booking])
  const print = () => void printTickets(sold)
  const receipt = () => void printReceipt(sold)
  const isCustomers = useIsCustomers()
  const next = () => (isCustomers ? void startOver() : nextSale(booking.showId))
  const isSettled = useSettled()
  const isMeant = useRef(false)
  const nextIfMeant = () => {
    if (isSettled()) next()
  }
  // The key N does not occur on the way here, so it is always meant. The keys of useKeys below end that way and may be pressed
  // once too often.
  useSteps([
    { id: 'next', words: say('ticket.next'), keys: ['n'], run: next, isOffered: true },
    { id: 'print', words: say('ticket.print'), keys: ['p'], run: print, isOffered: true },
    { id: 'receipt', words: say('receipt.print'), keys: ['r'], run: receipt, isOffered: true },
  ])
  useKeys({ F9: nextIfMeant, 'Ctrl+Enter': nextIfMeant })
  return (
    <div className={styles.screen}>
      <Papers {...sold} />
      <aside className={styles.side}>
        <h1 className={styles.sold}>
          {say('ticket.sold')} · {say('ticket.title', { count: tickets.length })}
        </h1>
        <div className={styles.about}>
          <Sums booking={booking} change={change} />
          {isNew && <ExchangedNote booking={booking} />}
        </div>
        <div className={styles.steps}>
          {!isCustomers && (
            <CustomerMessages bookingId={booking.bookingId} zone={tickets[0]?.zone ?? 'UTC'} maySend />
          )}
          <div className={styles.papersOut}>
            <Button onPress={print} shortcut="P">
              <Printer size={18} aria-hidden /> {say('ticket.print')}
            </Button>
            <Button onPress={receipt} shortcut="R">
              {say('receipt.print')}
            </Button>
          </div>
          <Button
            look="next"
            shortcut="N"
            autoFocus
            onPressStart={() => {
              isMeant.current = isSettled()
            }}
            onPress={() => {
              if (isMeant.current) next()
            }}
          >
            {say(isCustomers ? 'self.done' : 'ticket.next')}
          </Button>
        </div>
      </aside>
    </div>
  )
}

/** Fully paid in this window, and the next sale has not begun: exactly one window of the desk prints and opens the drawer. */
function useIsNew({ bookingId, payments }: Booking): boolean {
  const { booking } = useStore(changeDue)
  const own = new Set(booking?.payments.map(({ paymentId }) => paymentId))
  return booking?.bookingId === bookingId && payments.every(({ paymentId }) => own.has(paymentId))
}

function Papers(sold: Sold) {
  const say = useSay()
  const title = say('ticket.title', { count: sold.tickets.length })
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
    <section className={styles.papers} tabIndex={0} aria-label={title}>
      <TicketPapers {...sold} />
    </section>
  )
}

function Sums({ booking, change }: { readonly booking: Sold['story']['booking']; readonly change: number }) {
  const say = useSay()
  const { money } = useFormats()
  const { currency, totalMinor } = booking.totals
  const handed = handedMinor(booking)
  const earlier = earlierMinor(booking)
  // A self-service terminal takes exactly what is asked and gives no change.
  const isCustomers = useIsCustomers()
  return (
    <dl className={styles.sums}>
      <div>
        <dt>{say('cart.total')}</dt>
        <dd>{money(totalMinor, currency)}</dd>
      </div>
      {handed > 0 && (
        <div>
          <dt>{say('exchange.handed')}</dt>
          <dd>{money(handed, currency)}</dd>
        </div>
      )}
      {earlier > 0 && (
        <div>
          <dt>{say('ticket.earlier')}</dt>
          <dd>{money(earlier, currency)}</dd>
        </div>
      )}
      {!isCustomers && (
        <>
          <div>
            <dt>{say('ticket.tendered')}</dt>
            <dd>{money(totalMinor - handed - earlier + change, currency)}</dd>
          </div>
          <div className={styles.change}>
            <dt>{say('ticket.change')}</dt>
            <dd style={lettersOf(money(change, currency))}>{money(change, currency)}</dd>
          </div>
        </>
      )}
    </dl>
  )
}

/** How long a text is, for a style that makes a long one smaller: no sum is cut off. */
function lettersOf(text: string): CSSProperties {
  return { '--letters': text.length } as CSSProperties
}
