import type { RowShape } from '../../../shared/domain/plan-edit/row-shape.ts'
import { useSay } from '../../ui/words.tsx'
import { NumberField } from './number-field.tsx'
import styles from './plan-editor.module.css'

interface Props {
  readonly shape: RowShape
  readonly onShape: (shape: RowShape) => void
}

/** The longest rows there are: a stand along a sports field. */
const SEATS_MAX = 300
/** Ten times the usual distance. */
const PITCH_MAX = 240
/** A half circle either way. */
const CURVE_MAX = 180

export function ShapeFields({ shape, onShape }: Props) {
  const say = useSay()
  return (
    <div className={styles.triple}>
      <NumberField
        label={say('plans.seatsInRow')}
        value={shape.seats}
        min={1}
        max={SEATS_MAX}
        onValue={(seats) => onShape({ ...shape, seats })}
      />
      <NumberField
        label={say('plans.pitch')}
        value={shape.pitch}
        min={1}
        max={PITCH_MAX}
        onValue={(pitch) => onShape({ ...shape, pitch })}
      />
      <NumberField
        label={say('plans.curve')}
        value={shape.curve}
        min={-CURVE_MAX}
        max={CURVE_MAX}
        onValue={(curve) => onShape({ ...shape, curve })}
      />
    </div>
  )
}
