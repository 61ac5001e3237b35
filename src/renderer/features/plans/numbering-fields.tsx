// How rows and seats are named: letters or numbers, from where, odd, even, from which side. Owns these fields.

import {
  type NameStyle,
  nameStyles,
  type Numbering,
  type RowNaming,
  seatOrders,
  seatSteps,
} from '../../../shared/domain/plan-edit/row-names.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useSay } from '../../ui/words.tsx'
import { NumberField } from './number-field.tsx'
import styles from './plan-editor.module.css'

export const usualNaming: RowNaming = { style: 'letters', from: 1 }
export const usualNumbering: Numbering = { style: 'numbers', from: 1, order: 'ascending', step: 'all' }
/** The highest number of a row or seat in any house. */
const MOST = 9999

interface NamingProps {
  readonly naming: RowNaming
  readonly onNaming: (naming: RowNaming) => void
}

export function NamingFields({ naming, onNaming }: NamingProps) {
  const say = useSay()
  return (
    <div className={styles.pair}>
      <StyleField
        label={say('plans.rowNames')}
        style={naming.style}
        onStyle={(style) => onNaming({ ...naming, style })}
      />
      <NumberField
        label={say('plans.from')}
        value={naming.from}
        min={1}
        max={MOST}
        onValue={(from) => onNaming({ ...naming, from })}
      />
    </div>
  )
}

interface NumberingProps {
  readonly numbering: Numbering
  readonly onNumbering: (numbering: Numbering) => void
}

export function NumberingFields({ numbering, onNumbering }: NumberingProps) {
  const say = useSay()
  return (
    <div className={styles.pair}>
      <StyleField
        label={say('plans.seatNames')}
        style={numbering.style}
        onStyle={(style) => onNumbering({ ...numbering, style })}
      />
      <NumberField
        label={say('plans.from')}
        value={numbering.from}
        min={1}
        max={MOST}
        onValue={(from) => onNumbering({ ...numbering, from })}
      />
      <Field label={say('plans.step')}>
        {(ids) => (
          <Select
            {...ids}
            label={say('plans.step')}
            value={numbering.step}
            options={seatSteps.map((value) => ({ value, text: say(`plans.step.${value}`) }))}
            onChange={(step) => onNumbering({ ...numbering, step })}
          />
        )}
      </Field>
      <Field label={say('plans.order')}>
        {(ids) => (
          <Select
            {...ids}
            label={say('plans.order')}
            value={numbering.order}
            options={seatOrders.map((value) => ({ value, text: say(`plans.order.${value}`) }))}
            onChange={(order) => onNumbering({ ...numbering, order })}
          />
        )}
      </Field>
    </div>
  )
}

function StyleField({
  label,
  style,
  onStyle,
}: {
  readonly label: string
  readonly style: NameStyle
  readonly onStyle: (style: NameStyle) => void
}) {
  const say = useSay()
  return (
    <Field label={label}>
      {(ids) => (
        <Select
          {...ids}
          label={label}
          value={style}
          options={nameStyles.map((value) => ({ value, text: say(`plans.names.${value}`) }))}
          onChange={onStyle}
        />
      )}
    </Field>
  )
}
