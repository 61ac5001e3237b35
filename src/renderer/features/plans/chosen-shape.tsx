import type { Area } from '../../../shared/domain/seat-plan/plan.ts'
import { change } from '../../stores/plan-edit.ts'
import { Field } from '../../ui/field.tsx'
import { useSay } from '../../ui/words.tsx'
import { NumberField } from './number-field.tsx'
import styles from './plan-editor.module.css'

/** As large as any house is drawn. */
const SIZE_MAX = 20_000

/** Words and measures of the shapes that are chosen; the first says what they are now. */
export function ChosenShape({ areas: [area] }: { readonly areas: readonly Area[] }) {
  const say = useSay()
  if (!area) return null
  return (
    <fieldset className={styles.group}>
      <legend>{say('plans.shape')}</legend>
      <Field label={say('plans.shape.text')}>
        {(ids) => (
          <input
            {...ids}
            value={area.text}
            maxLength={200}
            onChange={({ currentTarget }) =>
              change({ kind: 'set-shape', set: { text: currentTarget.value } })
            }
          />
        )}
      </Field>
      <div className={styles.triple}>
        {(['width', 'height'] as const).map((side) => (
          <NumberField
            key={side}
            label={say(`plans.shape.${side}`)}
            value={Math.round(area[side])}
            min={0}
            max={SIZE_MAX}
            onValue={(size) => change({ kind: 'set-shape', set: { [side]: size } })}
          />
        ))}
        <NumberField
          label={say('plans.shape.rotation')}
          value={Math.round(area.rotation)}
          min={-360}
          max={360}
          onValue={(rotation) => change({ kind: 'set-shape', set: { rotation } })}
        />
      </div>
    </fieldset>
  )
}
