import type { SeatState } from '../../shared/domain/seat-state.ts'
import styles from './seat-state-mark.module.css'

type MarkedState = SeatState | 'chosen' | 'mine' | 'aside'

/** A state as the map draws it: by edge and filling first, by colour second. */
export function SeatStateMark({ state }: { readonly state: MarkedState }) {
  return <span className={`${styles['mark']} ${styles[state]}`} aria-hidden="true" />
}
