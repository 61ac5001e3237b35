// The tickets as they print, and the change that is still to be given. It stays until the next sale begins.

import { Printer } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { BookingId } from '../../../shared/domain/ids.ts'
import type { TicketView } from '../../../shared/contract/shapes.ts'
import type { Booking } from '../../../shared/domain/booking.ts'
import { ask } from '../../box-office.ts'
import { goTo } from '../../stores/screen.ts'
import { nextSale, sale } from '../../stores/sale.ts'
import { Button } from '../../ui/button.tsx'
import { CustomerMessages } from '../../ui/customer-messages.tsx'
import { Empty, Waiting } from '../../ui/empty.tsx'
import { TicketPaper } from '../../ui/ticket-paper.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { useSteps } from '../../ui/use-steps.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './ticket-screen.module.css'
import { useSettled } from './use-settled.ts'

interface Sold {
  readonly booking: Booking
  readonly tickets: readonly TicketView[]
}

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
  return <Tickets {...sold} />
}

function Tickets({ booking, tickets }: Sold) {
  const say = useSay()
  const { money } = useFormats()
  const { currency, totalMinor } = booking.totals
  // After a reload the screen no longer knows; the booking does.
  const change = useStore(sale).changeMinor ?? booking.payments.reduce((sum, one) => sum + one.changeMinor, 0)
  const next = () => nextSale(booking.showId)
  const isSettled = useSettled()
  const isMeant = useRef(false)
  const nextIfMeant = () => {
    if (isSettled()) next()
  }
  // N is no key of the way here: whoever presses it means it. The others end that way, and may be pressed once too often.
  useSteps([
    { id: 'next', words: say('ticket.next'), keys: ['n'], run: next, isOffered: true },
    { id: 'print', words: say('ticket.print'), keys: ['p'], run: () => window.print(), isOffered: true },
  ])
  useKeys({ F9: nextIfMeant, 'Ctrl+Enter': nextIfMeant })
  return (
    <div className={styles.screen}>
      <section className={styles.papers} aria-label={say('ticket.title', { count: tickets.length })}>
        {tickets.map((ticket) => (
          <TicketPaper key={ticket.number} ticket={ticket} />
        ))}
      </section>
      <aside className={styles.side}>
        <h1 className={styles.sold}>
          {say('ticket.sold')} · {say('ticket.title', { count: tickets.length })}
        </h1>
        <dl className={styles.sums}>
          <div>
            <dt>{say('ticket.paid')}</dt>
            <dd>{money(totalMinor, currency)}</dd>
          </div>
          <div>
            <dt>{say('ticket.tendered')}</dt>
            <dd>{money(totalMinor + change, currency)}</dd>
          </div>
          <div className={styles.change}>
            <dt>{say('ticket.change')}</dt>
            <dd>{money(change, currency)}</dd>
          </div>
        </dl>
        <div className={styles.steps}>
          <CustomerMessages bookingId={booking.bookingId} zone={tickets[0]?.zone ?? 'UTC'} maySend />
          <Button onPress={() => window.print()} shortcut="P">
            <Printer size={18} aria-hidden /> {say('ticket.print')}
          </Button>
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
            {say('ticket.next')}
          </Button>
        </div>
      </aside>
    </div>
  )
}

/** Undefined while it is asked, null where there is nothing. */
function useSold(bookingId: BookingId): Sold | null | undefined {
  const [sold, setSold] = useState<Sold | null>()
  useEffect(() => {
    let isCurrent = true
    void Promise.all([ask('booking', { bookingId }), ask('tickets', { bookingId })]).then(
      ([booking, tickets]) => {
        if (!isCurrent) return
        const isThere = booking.kind === 'done' && tickets.kind === 'done'
        setSold(isThere ? { booking: booking.value.booking, tickets: tickets.value.tickets } : null)
      },
    )
    return () => {
      isCurrent = false
    }
  }, [bookingId])
  return sold
}
