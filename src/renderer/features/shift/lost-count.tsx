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
  /** The state of the shift after another window changed it. */
  readonly state: ShiftState
  readonly onLeave: () => void
}

/** [A5] A count that another window overtook: minutes of work are not erased, and nobody can mistake it for the declared one. */
export function LostCount({ counts, state, onLeave }: Props) {
  const say = useSay()
  useSteps([{ id: 'next', words: say('shift.lost.go'), keys: ['Escape'], run: onLeave, isOffered: true }])
  return (
    // The focus goes here, not to its button: somebody still typing presses Enter after each number.
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
