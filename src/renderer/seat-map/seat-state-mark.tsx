import type { SeatState } from '../../shared/domain/seat-state.ts'
import styles from './seat-state-mark.module.css'

type MarkedState = SeatState | 'chosen' | 'mine' | 'aside'

/** A state as the map draws it: by its edge and filling first, by its colour second. */
export function SeatStateMark({ state }: { readonly state: MarkedState }) {
  return <span className={`${styles['mark']} ${styles[state]}`} aria-hidden="true" />
}
