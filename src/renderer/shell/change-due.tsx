import { X } from 'lucide-react'
import { useStore } from 'zustand'
import { changeDue, changeGiven } from '../stores/change-due.ts'
import { screen } from '../stores/screen.ts'
import { Button } from '../ui/button.tsx'
import { useFormats, useSay } from '../ui/words.tsx'
import styles from './change-due.module.css'

/** [P5] The change to hand back, in large print, until the next sale begins; the ticket screen shows it in its own place. */
export function ChangeDue() {
  const say = useSay()
  const { money } = useFormats()
  const { booking, changeMinor } = useStore(changeDue)
  const { name } = useStore(screen).now
  if (!booking || changeMinor === 0 || name === 'ticket' || name === 'pay') return null
  return (
    <section className={styles.due} data-change-due aria-label={say('pay.change')}>
      <span className={styles.label}>{say('pay.change')}</span>
      <strong className={styles.sum}>{money(changeMinor, booking.totals.currency)}</strong>
      <Button look="quiet" label={say('change.given')} onPress={changeGiven}>
        <X size={18} aria-hidden />
      </Button>
    </section>
  )
}
