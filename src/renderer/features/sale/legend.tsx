import { CircleHelp } from 'lucide-react'
import { useState } from 'react'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { type Plan, seatFlag } from '../../../shared/domain/seat-plan/plan.ts'
import { SeatSign } from '../../seat-map/seat-sign.tsx'
import { Button } from '../../ui/button.tsx'
import { useIsCustomers } from '../../ui/use-is-customers.ts'
import { useSay } from '../../ui/words.tsx'
import styles from './legend.module.css'
import { LegendZones } from './legend-zones.tsx'
import { SeatStateMark } from '../../seat-map/seat-state-mark.tsx'

/** Properties of a seat besides its state that are drawn with a sign. */
const signs = ['ladies', 'wheelchair'] as const
const states = ['available', 'chosen', 'mine', 'aside', 'held', 'sold', 'blocked'] as const

interface Props {
  readonly plan: Plan
  readonly row: ShowRow
  /** Description of the seat under the pointer or the keyboard focus; null if none. */
  readonly words: string | null
  /** Shown when there is no such seat. */
  readonly hint: string | null
}

/** The meaning of the shapes, the price zones by name, and the seat that is pointed at. Its room is reserved before the words appear. */
export function Legend({ plan, row, words, hint }: Props) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const isCustomers = useIsCustomers()
  return (
    <div className={styles.legend} data-open={isOpen || undefined}>
      <p className={styles.seat} data-hint={words === null || undefined}>
        {words ?? hint ?? '\u00a0'}
      </p>
      <span className={styles.ask}>
        <Button look="quiet" label={say('legend.title')} isPressed={isOpen} onPress={() => setOpen(!isOpen)}>
          <CircleHelp size={18} aria-hidden />
        </Button>
      </span>
      <ul className={styles.states} aria-label={say('legend.title')}>
        {states
          // In self-service no cart is parked.
          .filter((state) => state !== 'aside' || !isCustomers)
          .map((state) => (
            <li key={state}>
              <SeatStateMark state={state} />
              {say(`legend.${state}`)}
            </li>
          ))}
        {signs
          .filter((sign) => plan.flags.some((flags) => (flags & seatFlag[sign]) !== 0))
          .map((sign) => (
            <li key={sign}>
              <SeatSign sign={sign} />
              {say(`flag.${sign}`)}
            </li>
          ))}
      </ul>
      <LegendZones plan={plan} row={row} />
    </div>
  )
}
