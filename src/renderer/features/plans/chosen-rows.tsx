// Actions on the rows of the selection: reshape, name, number, insert an aisle. Owns these forms.

import { useState } from 'react'
import { type Chosen, isTouched } from '../../../shared/domain/plan-edit/chosen.ts'
import type { RowShape } from '../../../shared/domain/plan-edit/row-shape.ts'
import type { PlanDraft } from '../../../shared/domain/plan-import/draft.ts'
import { change } from '../../stores/plan-edit.ts'
import { Button } from '../../ui/button.tsx'
import { useSay } from '../../ui/words.tsx'
import { NumberField } from './number-field.tsx'
import { NamingFields, NumberingFields, usualNaming, usualNumbering } from './numbering-fields.tsx'
import styles from './plan-editor.module.css'
import { ShapeFields } from './shape-fields.tsx'

/** One and a half seats, as wide as a person with a tray. */
const usualAisle = 36
const AISLE_MAX = 400

interface Props {
  readonly draft: PlanDraft
  readonly chosen: Chosen
}

export function ChosenRows({ draft, chosen }: Props) {
  const say = useSay()
  const [naming, setNaming] = useState(usualNaming)
  const [numbering, setNumbering] = useState(usualNumbering)
  const [width, setWidth] = useState(usualAisle)
  return (
    <>
      <Reshape key={[...chosen.seats].join(' ')} begin={shapeOf(draft, chosen)} />
      <details>
        <summary className={styles.quiet}>{say('plans.naming')}</summary>
        <div className={styles.body}>
          <NamingFields naming={naming} onNaming={setNaming} />
          <Button onPress={() => change({ kind: 'label', naming })}>{say('plans.nameRows')}</Button>
          <NumberingFields numbering={numbering} onNumbering={setNumbering} />
          <Button onPress={() => change({ kind: 'number', numbering })}>{say('plans.numberSeats')}</Button>
        </div>
      </details>
      <div className={styles.pair}>
        <NumberField
          label={say('plans.aisleWidth')}
          value={width}
          min={1}
          max={AISLE_MAX}
          onValue={setWidth}
        />
        <Button onPress={() => change({ kind: 'aisle', width })}>{say('plans.openAisle')}</Button>
      </div>
    </>
  )
}

function Reshape({ begin }: { readonly begin: RowShape }) {
  const say = useSay()
  const [shape, setShape] = useState(begin)
  return (
    <fieldset className={styles.group}>
      <legend>{say('plans.rowsOfChosen')}</legend>
      <ShapeFields shape={shape} onShape={setShape} />
      <Button onPress={() => change({ kind: 'reshape', shape })}>{say('plans.layAnew')}</Button>
    </fieldset>
  )
}

/** The shape of the first row that contains a selected seat, treated as straight. */
function shapeOf({ sections }: PlanDraft, { seats: chosen }: Chosen): RowShape {
  const row = sections.flatMap(({ rows }) => rows).find((one) => isTouched(one, chosen))
  const [first, second] = row?.seats.toSorted((a, b) => a.x - b.x) ?? []
  const pitch = first && second ? Math.hypot(second.x - first.x, second.y - first.y) : 24
  return { seats: row?.seats.length ?? 1, pitch: Math.max(1, Math.round(pitch)), curve: 0 }
}
