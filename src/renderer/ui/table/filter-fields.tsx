// The filter fields of a column. Owns parsing what is typed; a bound that is no number filters nothing.

import { useMemo, useState } from 'react'
import { latinDigits } from '../../../shared/lib/money.ts'
import { Field } from '../field.tsx'
import { Select } from '../select.tsx'
import { useSay } from '../words.tsx'
import type { Choice, Column } from './column.ts'
import styles from './table.module.css'
import type { Filter } from './view.ts'

interface Props<Row> {
  readonly column: Column<Row>
  readonly all: readonly Row[]
  readonly filter: Filter | null
  readonly onFilter: (filter: Filter | null) => void
}

export function FilterFields<Row>(props: Props<Row>) {
  const { kind } = props.column
  if (kind === 'yesNo') return <YesNo {...props} />
  if (kind === 'choice') return <OneOf {...props} />
  if (kind === 'text') return <Containing {...props} />
  return <Between {...props} />
}

function YesNo<Row>({ column, filter, onFilter }: Props<Row>) {
  const say = useSay()
  const value = filter?.kind === 'yesNo' ? (String(filter.is) as 'true' | 'false') : ''
  return (
    <Select
      label={column.head}
      value={value}
      options={[
        { value: '', text: say('table.filter.all') },
        { value: 'true', text: say('table.yes') },
        { value: 'false', text: say('table.no') },
      ]}
      onChange={(next) => onFilter(next === '' ? null : { kind: 'yesNo', is: next === 'true' })}
    />
  )
}

function OneOf<Row>({ column, all, filter, onFilter }: Props<Row>) {
  const say = useSay()
  const choices = useMemo(() => column.choices ?? choicesIn(column, all), [column, all])
  return (
    <Select
      label={column.head}
      value={filter?.kind === 'choice' ? filter.value : ''}
      options={[{ value: '', text: say('table.filter.all') }, ...choices.filter(({ value }) => value !== '')]}
      onChange={(value) => onFilter(value === '' ? null : { kind: 'choice', value })}
    />
  )
}

function choicesIn<Row>({ value }: Column<Row>, all: readonly Row[]): readonly Choice[] {
  const values = new Set(all.flatMap((row) => (value(row) ?? []) as string | readonly string[]))
  values.delete('')
  return [...values].toSorted(new Intl.Collator().compare).map((one) => ({ value: one, text: one }))
}

function Containing<Row>({ filter, onFilter }: Props<Row>) {
  const say = useSay()
  return (
    <Field label={say('table.filter.contains')}>
      {(ids) => (
        <input
          {...ids}
          type="search"
          autoFocus
          value={filter?.kind === 'text' ? filter.text : ''}
          onChange={({ currentTarget }) => onFilter({ kind: 'text', text: currentTarget.value })}
        />
      )}
    </Field>
  )
}

function Between<Row>({ column, filter, onFilter }: Props<Row>) {
  const say = useSay()
  const ends = filter?.kind === 'range' ? filter : { from: null, to: null }
  return (
    <div className={styles['ends']}>
      <End
        label={say('table.filter.from')}
        column={column}
        value={ends.from}
        onValue={(from) => onFilter({ kind: 'range', to: ends.to, from })}
      />
      <End
        label={say('table.filter.to')}
        column={column}
        value={ends.to}
        onValue={(to) => onFilter({ kind: 'range', from: ends.from, to })}
      />
    </div>
  )
}

interface EndProps<Row> {
  readonly label: string
  readonly column: Column<Row>
  readonly value: number | null
  readonly onValue: (value: number | null) => void
}

function End<Row>({ label, column, value, onValue }: EndProps<Row>) {
  const isDay = column.kind === 'day'
  const [text, setText] = useState(value === null ? '' : isDay ? dayText(value) : String(value))
  return (
    <Field label={label}>
      {(ids) => (
        <input
          {...ids}
          type={isDay ? 'date' : 'text'}
          inputMode={isDay ? undefined : 'decimal'}
          dir="ltr"
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value)
            onValue(isDay ? dayNumber(currentTarget.value) : numberOf(currentTarget.value))
          }}
        />
      )}
    </Field>
  )
}

function dayText(day: number): string {
  return String(day).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
}

function dayNumber(text: string): number | null {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? Number(text.replaceAll('-', '')) : null
}

function numberOf(text: string): number | null {
  const plain = latinDigits(text).trim().replace(/[٫,]/g, '.')
  const number = Number(plain)
  return plain === '' || !Number.isFinite(number) ? null : number
}
