import { Ban, Check, CheckCheck, Clock, TimerOff, Trash2, Undo2, X } from 'lucide-react'
import type { BookingState } from '../../shared/domain/booking.ts'
import styles from './booking-state.module.css'
import { useSay } from './words.tsx'

/** By shape first: each state has its own icon. */
const signs = {
  reserved: Clock,
  confirmed: Check,
  completed: CheckCheck,
  payment_failed: Ban,
  expired: TimerOff,
  cancelled: X,
  refunded: Undo2,
  deleted: Trash2,
} as const satisfies Record<BookingState, unknown>

export function BookingStateChip({ state }: { readonly state: BookingState }) {
  const say = useSay()
  const Sign = signs[state]
  return (
    <span className={styles['chip']} data-state={state}>
      <Sign size={14} aria-hidden /> {say(`booking.${state}`)}
    </span>
  )
}
