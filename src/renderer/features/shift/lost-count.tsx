import type { ShiftState } from '../../../shared/domain/shift.ts'
import { Button } from '../../ui/button.tsx'
import { takeLostFocus } from '../../ui/kept-focus.ts'
import { useSteps } from '../../ui/use-steps.ts'
import { useSay } from '../../ui/words.tsx'
import { CashCounter } from './cash-counter.tsx'
import type { CountText } from './counted-cash.ts'
import styles from './shift-parts.module.css'

interface Props {
  readonly counts: readonly CountText[]
  /** What another window has made of the shift. */
  readonly state: ShiftState
  readonly onLeave: () => void
}

/** [A5] A count that another window overtook: the work of minutes is not wiped away, and nobody takes it for declared. */
export function LostCount({ counts, state, onLeave }: Props) {
  const say = useSay()
  useSteps([{ id: 'next', words: say('shift.lost.go'), keys: ['Escape'], run: onLeave, isOffered: true }])
  return (
    // Not its button: whoever is still typing presses Enter after each number.
    <section ref={takeLostFocus} tabIndex={-1} className={styles.card} aria-label={say('shift.lost.title')}>
      <h2 className={styles.title}>{say('shift.lost.title')}</h2>
      <p className={styles.problem} role="alert">
        {say(`shift.lost.${state}`)}
      </p>
      <CashCounter counts={counts} />
      <div className={styles.next}>
        <Button look="next" shortcut="Esc" onPress={onLeave}>
          {say('shift.lost.go')}
        </Button>
      </div>
    </section>
  )
}
