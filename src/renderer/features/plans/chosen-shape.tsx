import { measuresOf } from '../../../shared/domain/plan-edit/outline.ts'
import { type ShapeTone, shapeTones, toneOf } from '../../../shared/domain/plan-edit/shape-tones.ts'
import type { Area } from '../../../shared/domain/seat-plan/plan.ts'
import { change } from '../../stores/plan-edit.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useSay } from '../../ui/words.tsx'
import { NumberField } from './number-field.tsx'
import styles from './plan-editor.module.css'

const tones = Object.keys(shapeTones) as ShapeTone[]

/** The largest extent of any drawn house. */
const SIZE_MAX = 20_000

/** Text and measures of the selected shapes; the first one provides the current values. */
export function ChosenShape({ areas: [area] }: { readonly areas: readonly Area[] }) {
  const say = useSay()
  if (!area) return null
  const tone = toneOf(area)
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
            value={Math.round(measuresOf(area)[side])}
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
      <Field label={say('plans.shape.color')}>
        {(ids) => (
          <Select
            {...ids}
            label={say('plans.shape.color')}
            value={tone ?? 'own'}
            options={[
              ...(tone === null ? [{ value: 'own', text: say('plans.tone.own') }] : []),
              ...tones.map((one) => ({ value: one, text: say(`plans.tone.${one}`) })),
            ]}
            onChange={(one) =>
              one !== 'own' && change({ kind: 'set-shape', set: shapeTones[one as ShapeTone] })
            }
          />
        )}
      </Field>
    </fieldset>
  )
}
