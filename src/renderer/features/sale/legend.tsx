import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { type Plan, seatFlag } from '../../../shared/domain/seat-plan/plan.ts'
import { SeatSign } from '../../seat-map/seat-sign.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './legend.module.css'

/** What a seat may be besides its state, and is drawn with a sign. */
const signs = ['ladies', 'wheelchair'] as const
const states = ['available', 'chosen', 'mine', 'held', 'sold', 'blocked'] as const

interface Props {
  readonly plan: Plan
  readonly row: ShowRow
  /** The seat under the pointer or the keyboard, in words; null: none. */
  readonly words: string | null
}

/** What the shapes mean, price zones by name, and the seat that is pointed at. Its room is there before the words are. */
export function Legend({ plan, row, words }: Props) {
  const say = useSay()
  const { money } = useFormats()
  const priceOf = (category: number) => {
    const price = row.prices[category]?.find((amount) => amount !== null)
    return typeof price === 'number' ? money(price, row.currency) : ''
  }
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
        {signs
          .filter((sign) => plan.flags.some((flags) => (flags & seatFlag[sign]) !== 0))
          .map((sign) => (
            <li key={sign}>
              <SeatSign sign={sign} />
              {say(`flag.${sign}`)}
            </li>
          ))}
      </ul>
      <ul className={styles.states} aria-label={say('legend.zones')}>
        {plan.categories.map(({ name, color }, category) => (
          <li key={name}>
            <span className={styles.zone} style={{ background: color }} aria-hidden="true" />
            {say('legend.zone', { name: isolated(name), price: priceOf(category) })}
          </li>
        ))}
      </ul>
    </div>
  )
}
