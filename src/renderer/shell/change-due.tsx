import { X } from 'lucide-react'
import { useStore } from 'zustand'
import { changeDue, changeGiven } from '../stores/change-due.ts'
import { type Screen, screen } from '../stores/screen.ts'
import { Button } from '../ui/button.tsx'
import { useFormats, useSay } from '../ui/words.tsx'
import styles from './change-due.module.css'

/** Where sales begin. */
const ofSale: ReadonlySet<Screen['name']> = new Set(['tonight', 'sell'])

/**
 * [P5] The change to hand back, until the next sale begins: in large print over the screens where that happens, as a line below
 * others, where it would cover what is worked on. The ticket screen shows it in its own place.
 */
export function ChangeDue() {
  const say = useSay()
  const { money } = useFormats()
  const { booking, changeMinor } = useStore(changeDue)
  const { name } = useStore(screen).now
  if (!booking || changeMinor === 0 || name === 'ticket' || name === 'pay') return null
  return (
    <section
      className={styles.due}
      data-change-due={ofSale.has(name) ? 'over' : 'below'}
      aria-label={say('pay.change')}
    >
      <span className={styles.label}>{say('pay.change')}</span>
      <strong className={styles.sum}>{money(changeMinor, booking.totals.currency)}</strong>
      <Button look="quiet" label={say('change.given')} onPress={changeGiven}>
        <X size={18} aria-hidden />
      </Button>
    </section>
  )
}
