import type { Plan } from '../../../shared/domain/seat-plan/plan.ts'
import { useSay } from '../../ui/words.tsx'
import styles from './legend.module.css'

const states = ['available', 'mine', 'held', 'sold', 'blocked'] as const

interface Props {
  readonly plan: Plan
  /** The seat under the pointer or the keyboard, in words; null: none. */
  readonly words: string | null
}

/** What the shapes mean, price zones by name, and the seat that is pointed at. Its room is there before the words are. */
export function Legend({ plan, words }: Props) {
  const say = useSay()
  return (
    <div className={styles.legend}>
      <p className={styles.seat}>{words ?? '\u00a0'}</p>
      <ul className={styles.states} aria-label={say('legend.title')}>
        {states.map((state) => (
          <li key={state}>
            <span className={`${styles.mark} ${styles[state]}`} aria-hidden="true" />
            {say(`legend.${state}`)}
          </li>
        ))}
      </ul>
      <ul className={styles.states} aria-label={say('legend.zones')}>
        {plan.categories.map(({ name, color }) => (
          <li key={name}>
            <span className={styles.zone} style={{ background: color }} aria-hidden="true" />
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}
