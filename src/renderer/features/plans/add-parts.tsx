// Adds parts to the plan: rows, a table, standing places, shapes and words. Owns these forms.

import { useState } from 'react'
import { newShapes } from '../../../shared/domain/plan-edit/add-parts.ts'
import type { PlanDraft } from '../../../shared/domain/plan-import/draft.ts'
import { change } from '../../stores/plan-edit.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useSay } from '../../ui/words.tsx'
import { NumberField } from './number-field.tsx'
import { NamingFields, NumberingFields, usualNaming, usualNumbering } from './numbering-fields.tsx'
import styles from './plan-editor.module.css'
import { ShapeFields } from './shape-fields.tsx'

/** More rows than any section has. */
const ROWS_MAX = 200
const ROW_PITCH_MAX = 400
/** A large wedding table; the floor of the largest concert. */
const CHAIRS_MAX = 60
const PLACES_MAX = 50_000

export function AddParts({ draft }: { readonly draft: PlanDraft }) {
  const say = useSay()
  const [wanted, setSection] = useState(0)
  const section = Math.min(wanted, draft.sections.length - 1)
  return (
    <details className={styles.part} open>
      <summary>{say('plans.add')}</summary>
      <div className={styles.body}>
        <Field label={say('plans.section')}>
          {(ids) => (
            <Select
              {...ids}
              label={say('plans.section')}
              value={String(section)}
              options={draft.sections.map(({ name }, index) => ({
                value: String(index),
                text: name === '' ? say('plans.section.unnamed') : name,
              }))}
              onChange={(index) => setSection(Number(index))}
            />
          )}
        </Field>
        <AddRows draft={draft} section={section} />
        <AddCounted section={section} />
        <AddShapes />
      </div>
    </details>
  )
}

function AddRows({ draft, section }: { readonly draft: PlanDraft; readonly section: number }) {
  const say = useSay()
  const [rows, setRows] = useState(1)
  const [rowPitch, setRowPitch] = useState(32)
  const [shape, setShape] = useState({ seats: 10, pitch: 24, curve: 0 })
  const [naming, setNaming] = useState(usualNaming)
  const [numbering, setNumbering] = useState(usualNumbering)
  const category = draft.categories[0]?.name ?? say('plans.new.zone')
  return (
    <fieldset className={styles.group}>
      <legend>{say('plans.rows')}</legend>
      <div className={styles.pair}>
        <NumberField label={say('plans.rowCount')} value={rows} min={1} max={ROWS_MAX} onValue={setRows} />
        <NumberField
          label={say('plans.rowPitch')}
          value={rowPitch}
          min={1}
          max={ROW_PITCH_MAX}
          onValue={setRowPitch}
        />
      </div>
      <ShapeFields shape={shape} onShape={setShape} />
      <NamingFields naming={naming} onNaming={setNaming} />
      <NumberingFields numbering={numbering} onNumbering={setNumbering} />
      <Button
        onPress={() =>
          change({ kind: 'add-rows', section, rows, rowPitch, shape, naming, numbering, category })
        }
      >
        {say('plans.addRows', { count: rows })}
      </Button>
    </fieldset>
  )
}

function AddCounted({ section }: { readonly section: number }) {
  const say = useSay()
  const [seats, setSeats] = useState(6)
  const [places, setPlaces] = useState(100)
  return (
    <div className={styles.pair}>
      <NumberField label={say('plans.chairs')} value={seats} min={1} max={CHAIRS_MAX} onValue={setSeats} />
      <Button onPress={() => change({ kind: 'add-table', section, seats })}>{say('plans.addTable')}</Button>
      <NumberField label={say('plans.places')} value={places} min={1} max={PLACES_MAX} onValue={setPlaces} />
      <Button onPress={() => change({ kind: 'add-places', name: say('plans.standing'), places })}>
        {say('plans.addPlaces')}
      </Button>
    </div>
  )
}

function AddShapes() {
  const say = useSay()
  return (
    <div role="group" aria-label={say('plans.shapes')} className={styles.line}>
      {newShapes.map((shape) => (
        <Button
          key={shape}
          look="quiet"
          onPress={() => {
            const text =
              shape === 'stage' ? say('plans.new.stage') : shape === 'word' ? say('plans.shape.text') : ''
            change({ kind: 'add-shape', shape, text })
          }}
        >
          {say(`plans.shape.${shape}`)}
        </Button>
      ))}
    </div>
  )
}
