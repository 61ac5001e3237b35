// After a move: the new tickets as they print, and the change to give. The old tickets are void from now on, and the screen says so.

import { Printer } from 'lucide-react'
import { useMemo } from 'react'
import type { Booking } from '../../../shared/domain/booking.ts'
import { TicketPapers } from '../../papers/ticket-papers.tsx'
import { type Sold, printTickets, useSold } from '../../papers/use-sold.ts'
import { goTo } from '../../stores/screen.ts'
import { Button } from '../../ui/button.tsx'
import { waysBetween } from '../../ui/money-ways.ts'
import { useSteps } from '../../ui/use-steps.ts'
import { useWays } from '../../ui/use-ways.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import type { MoveStory } from './move-screen.tsx'
import styles from './moved-papers.module.css'

interface Props {
  readonly before: Booking
  readonly story: MoveStory
  readonly changeMinor: number
}

export function MovedPapers({ before, story: { booking }, changeMinor }: Props) {
  const say = useSay()
  const { money, seatNames } = useFormats()
  const sold = useNewTickets(before, booking)
  const print = () => void (sold && printTickets(sold))
  const { bookingId, totals } = booking
  const { currency } = totals
  const left = before.lines.filter(({ seatId }) => booking.lines.every((line) => line.seatId !== seatId))
  const back = waysBetween(before, booking)
  const waysOf = useWays()
  const done = () => goTo({ name: 'booking', bookingId })
  useSteps([
    { id: 'print', words: say('ticket.print'), keys: ['p'], run: print, isOffered: true },
    { id: 'next', words: say('move.done'), keys: ['Escape', 'n'], run: done, isOffered: true },
  ])
  return (
    <div className={styles.screen}>
      <section
        className={styles.papers}
        aria-label={say('ticket.title', { count: sold?.tickets.length ?? 0 })}
      >
        {sold && <TicketPapers {...sold} />}
      </section>
      <aside className={styles.side}>
        <h1>{say('move.moved', { count: left.length })}</h1>
        <p>{say('move.void', { count: left.length, seats: seatNames(left.map(({ label }) => label)) })}</p>
        {changeMinor > 0 && (
          <p className={styles.sum}>
            <span>{say('ticket.change')}</span>
            <strong>{money(changeMinor, currency)}</strong>
          </p>
        )}
        {back.length > 0 && (
          <p className={styles.back}>{say('back.done', { ways: waysOf(back, currency) })}</p>
        )}
        <div className={styles.steps}>
          <Button onPress={print} shortcut="P">
            <Printer size={18} aria-hidden /> {say('ticket.print')}
          </Button>
          <Button look="next" shortcut="N" onPress={done} autoFocus>
            {say('move.done')}
          </Button>
        </div>
      </aside>
    </div>
  )
}

/** Tickets of the new seats; those of the others stay valid as printed. */
function useNewTickets(before: Booking, { bookingId }: Booking): Sold | null {
  const sold = useSold(bookingId)
  return useMemo(() => {
    const old = new Set(before.tickets.map(({ number }) => number))
    return sold ? { ...sold, tickets: sold.tickets.filter(({ number }) => !old.has(number)) } : null
  }, [before, sold])
}
