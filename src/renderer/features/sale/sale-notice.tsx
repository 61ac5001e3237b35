// Messages to the seller, over the map or the payment screen, with the next step beside them. Owns the words of every notice and
// its one button; what the button does is in the stores.

import { X } from 'lucide-react'
import { useStore } from 'zustand'
import { dueMinor } from '../../../shared/domain/booking.ts'
import type { MissedSeat } from '../../../shared/domain/refusal.ts'
import { never } from '../../../shared/lib/assert.ts'
import { missedSeats, refusalText } from '../../messages/refusal-text.ts'
import { stopExchange } from '../../stores/exchanging.ts'
import { takeInstead } from '../../stores/instead.ts'
import { bringBack, recallFirst } from '../../stores/parked.ts'
import type { Notice } from '../../stores/notice.ts'
import { dropNotice, holdSeats, sale } from '../../stores/sale.ts'
import { goTo, screen } from '../../stores/screen.ts'
import { shows } from '../../stores/shows.ts'
import { stopWaiting, waitFor } from '../../stores/standby.ts'
import { Button } from '../../ui/button.tsx'
import { useFocusBefore } from '../../ui/kept-focus.ts'
import { unknownTakenText } from '../../ui/taken-text.ts'
import { unitOf } from '../../ui/unit-of.ts'
import { useIsCustomers } from '../../ui/use-is-customers.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { ExtendButton } from './extend-button.tsx'
import { GiveBack } from './give-back.tsx'
import { moneyNoticeText } from './money-notice.ts'
import { LeaveAlone } from './leave-alone.tsx'
import styles from './sale-notice.module.css'
import { useAside } from './use-chosen.ts'
import { useExchange } from './use-exchange.ts'

interface Props {
  readonly zone: string
  /** Shown over the payment screen, where no seat can be chosen. */
  readonly isOfMoney?: boolean
}

/** What the house refused, or what others did: which seat, why, what to do next; it stays until the next step. */
export function SaleNotice({ zone, isOfMoney = false }: Props) {
  const { notice: news } = useStore(sale)
  const isCustomers = useIsCustomers()
  const focusBefore = useFocusBefore()
  // [H14] A seat left alone can only be dealt with where seats are chosen, and is shown again there; for customers it is no
  // concern of theirs.
  const isUseless = news?.kind === 'alone' && (isOfMoney || isCustomers)
  const notice = isUseless ? null : news
  // The clock itself announces the last minute politely, so this message is only shown, not announced again.
  const isSeenOnly = notice?.kind === 'minute-left'
  return (
    <div className={styles.place} ref={focusBefore}>
      <div role="alert">{notice && !isSeenOnly && <Told notice={notice} zone={zone} />}</div>
      {isSeenOnly && <Told notice={notice} zone={zone} />}
    </div>
  )
}

function Told({ notice, zone }: { readonly notice: Notice; readonly zone: string }) {
  const say = useSay()
  const text = useNoticeText(zone)
  return (
    <div className={styles.notice} data-kind={notice.kind}>
      <p>{text(notice)}</p>
      <NextStep notice={notice} />
      <Button look="quiet" label={say('notice.close')} onPress={dropNotice}>
        <X size={16} aria-hidden />
      </Button>
    </div>
  )
}

/** Seats that others have only for a while can be waited for. */
const mayComeFree: ReadonlySet<MissedSeat['reason']> = new Set(['held', 'reserved', 'paying'])

/** The choice was held and no longer is. */
function isNotHeld(notice: Notice): boolean {
  if (notice.kind === 'refusal') return notice.refusal.code === 'HOLD_EXPIRED'
  return notice.kind === 'time-up' || notice.kind === 'unknown'
}

/** The next step that a message calls for, as a button beside it; nothing if there is none. */
function NextStep({ notice }: { readonly notice: Notice }) {
  const say = useSay()
  const { seatNames } = useFormats()
  const { lines, booking, asking, showId } = useStore(sale)
  const { exchange } = useExchange()
  const isCustomers = useIsCustomers()
  const { rows } = useStore(shows)
  const sort = showId === null ? undefined : rows.get(showId)?.sort
  const isOwed = notice.kind === 'owed' || (notice.kind === 'time-up' && notice.taken)
  if (isOwed && !isCustomers)
    return <Button onPress={() => goTo({ name: 'money' })}>{say('money.title')}</Button>
  if (isNotHeld(notice) && lines.length > 0) {
    return (
      <Button isDisabled={asking !== null} onPress={() => void holdSeats()}>
        {say('cart.hold', { count: lines.length, unit: unitOf(sort) })}
      </Button>
    )
  }
  // The remaining steps are for sellers only.
  if (isCustomers && notice.kind !== 'minute-left' && !(notice.kind === 'lost' && notice.instead)) return null
  if (notice.kind === 'refusal' && notice.refusal.code === 'SINGLE_SEAT') {
    return <LeaveAlone seats={notice.refusal.seats} />
  }
  if (notice.kind === 'refusal' && notice.refusal.code === 'MONEY_DUE' && booking) {
    return <GiveBack booking={booking} />
  }
  if (exchange?.isOver) {
    const stop = () => {
      dropNotice()
      stopExchange(exchange.cartId)
    }
    return <Button onPress={stop}>{say('exchange.stop')}</Button>
  }
  if (notice.kind === 'refusal' && notice.refusal.code === 'SHIFT_STATE') {
    return <Button onPress={() => goTo({ name: 'shift' })}>{say('shift.title')}</Button>
  }
  if (notice.kind === 'parked') {
    return (
      <Button onPress={recallFirst} shortcut="F5">
        {say('keys.recall')}
      </Button>
    )
  }
  if (notice.kind === 'aside') {
    return <Button onPress={() => bringBack(notice.booking)}>{say('keys.recall')}</Button>
  }
  if (notice.kind === 'lost' && notice.instead) {
    return (
      <Button isDisabled={asking !== null} onPress={takeInstead} shortcut="F6">
        {say('instead.take', { seats: seatNames(notice.instead.labels) })}
      </Button>
    )
  }
  if (notice.kind === 'lost' && notice.seats.every(({ reason }) => mayComeFree.has(reason))) {
    return <Button onPress={() => void waitFor(notice.seats)}>{say('standby.wait')}</Button>
  }
  if (notice.kind === 'waiting') {
    return <Button onPress={() => void stopWaiting(notice)}>{say('standby.stop')}</Button>
  }
  if (notice.kind === 'gone' || notice.kind === 'deferred') {
    const { bookingId } = notice.booking
    return <Button onPress={() => goTo({ name: 'booking', bookingId })}>{say('notice.openBooking')}</Button>
  }
  if (notice.kind === 'grace') return <GraceStep booking={notice.booking} />
  if (notice.kind === 'late') return <LateStep slip={notice.slip} />
  if (notice.kind === 'minute-left' && booking?.extendedAtMs === null) return <ExtendButton />
  return null
}

/** [H5] From the seats to the payment of the rest; not shown on the payment screen itself. */
function GraceStep({ booking }: Pick<Extract<Notice, { kind: 'grace' }>, 'booking'>) {
  const say = useSay()
  const { money } = useFormats()
  const { now } = useStore(screen)
  const { showId, totals } = booking
  if (now.name === 'pay') return null
  return (
    <Button onPress={() => goTo({ name: 'pay', showId })}>
      {say('cart.pay', { total: money(dueMinor(booking), totals.currency) })}
    </Button>
  )
}

/** [P8] To the tickets if there are any, otherwise to the screen with the slip. */
function LateStep({ slip: { rescue } }: Pick<Extract<Notice, { kind: 'late' }>, 'slip'>) {
  const say = useSay()
  if (!rescue) return <Button onPress={() => goTo({ name: 'money' })}>{say('money.title')}</Button>
  const { bookingId } = rescue
  return <Button onPress={() => goTo({ name: 'ticket', bookingId })}>{say('late.tickets')}</Button>
}

function useNoticeText(zone: string): (notice: Notice) => string {
  const say = useSay()
  const formats = useFormats()
  const { parked: atDesk } = useAside()
  const lostText = (lost: readonly MissedSeat[]) =>
    say('notice.lost', { count: lost.length, seats: missedSeats(lost, say, formats, atDesk) })
  return (notice) => {
    switch (notice.kind) {
      case 'lost':
        return lostText(notice.seats)
      case 'unknown':
        return [
          say('notice.unknown'),
          unknownTakenText(notice.taken, say, formats),
          say('notice.unknown.free'),
          notice.lost.length > 0 && lostText(notice.lost),
        ]
          .filter(Boolean)
          .join(' ')
      case 'full':
        return say('notice.full', { limit: notice.limit })
      case 'alone':
        return say('alone.told', { count: notice.seats.length, seats: formats.seatNames(notice.seats) })
      case 'waiting':
        return say('standby.waiting', { seats: formats.seatNames(notice.seats), ahead: notice.ahead })
      case 'gone': {
        const { state, lines } = notice.booking
        const seats = formats.seatNames(lines.map((line) => line.label))
        return say('notice.gone', { seats, state: say(`booking.${state}`) })
      }
      case 'time-up':
      case 'grace':
      case 'given-back':
      case 'not-paid':
      case 'owed':
      case 'deferred':
      case 'late':
        return moneyNoticeText(notice, say, formats)
      case 'minute-left':
        return say('notice.minuteLeft')
      case 'none-left':
        return say('best.none', { count: notice.count })
      case 'parked':
        return say('notice.parked')
      case 'aside': {
        const seats = formats.seatNames(notice.booking.lines.map((line) => line.label))
        return say('notice.aside', { count: notice.booking.lines.length, seats })
      }
      case 'refusal':
        return refusalText(notice.refusal, say, formats, zone)
      case 'fault':
        return say(`notice.fault.${notice.reason}`, { incident: notice.incidentId })
      default:
        return never(notice)
    }
  }
}
