import { ShieldAlert, ShieldCheck, User } from 'lucide-react'
import type { Output } from '../../../shared/contract/operations.ts'
import { isolated, useSay } from '../../ui/words.tsx'
import styles from './found-notes.module.css'

/**
 * What a list cannot show: whether a scanned code is genuine, that there is more, that another desk holds something, customers
 * without a booking.
 */
export function FoundNotes({ found }: { readonly found: Output<'find-bookings'> }) {
  const say = useSay()
  const { bookings, customers, isMore, hidden, isOurs } = found
  const bought = new Set(bookings.map(({ customer }) => customer))
  const idle = customers.filter(({ name }) => !bought.has(name))
  // Bookings that are not listed may be theirs.
  const isAll = hidden === 0 && !isMore
  return (
    <div className={styles.notes} role="status">
      {isOurs === true && (
        <p className={styles.genuine}>
          <ShieldCheck size={18} aria-hidden /> {say('find.genuine')}
        </p>
      )}
      {isOurs === false && (
        <p className={styles.forged}>
          <ShieldAlert size={18} aria-hidden /> {say('find.forged')}
        </p>
      )}
      {isMore && <p>{say('find.more', { count: bookings.length })}</p>}
      {hidden > 0 && <p>{say('find.hidden', { count: hidden })}</p>}
      {idle.map(({ customerId, name, phone, email }) => (
        <p key={customerId}>
          <User size={16} aria-hidden />
          {say(isAll ? 'find.idleCustomer' : 'find.customer', {
            name: isolated(name),
            reach: [phone, email].filter(Boolean).map(isolated).join(' · '),
          })}
        </p>
      ))}
    </div>
  )
}
