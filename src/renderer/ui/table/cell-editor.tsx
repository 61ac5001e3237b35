import { useLayoutEffect, useRef } from 'react'
import type { Column } from './column.ts'
import styles from './table.module.css'

/** Edits a cell in place. Its keys are handled by the grid, which reads the text when done. */
export function CellEditor<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null)
  useLayoutEffect(() => {
    field.current?.focus()
    if (field.current instanceof HTMLInputElement) field.current.select()
  }, [])
  const text = column.edit?.text(row) ?? ''
  const shared = {
    ref: field,
    'data-editor': '',
    'aria-label': column.head,
    className: styles['editor'],
    defaultValue: text,
  }
  if (!column.choices) return <input type="text" autoComplete="off" {...shared} />
  return (
    <select {...shared}>
      {column.choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.text}
        </option>
      ))}
    </select>
  )
}
