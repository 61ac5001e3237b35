// Keys, pointer and clipboard over a table. Owns what each means; one set of listeners for all cells, so that a visible row costs
// no more than its rendering. Must never change a row itself.

import type { ClipboardEvent, KeyboardEvent, MouseEvent, RefObject } from 'react'
import { cellsOf, copied, pastedAt } from './cell-block.ts'
import { type Cursor, at, blockOf, moved } from './cursor.ts'
import type { TableProps } from './table.tsx'

interface Grid<Row extends object> extends TableProps<Row> {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly cursor: Cursor
  readonly isEditing: boolean
  readonly isRightToLeft: boolean
  readonly page: number
  readonly setCursor: (cursor: Cursor) => void
  readonly setEditing: (isEditing: boolean) => void
  readonly scrollTo: (row: number) => void
}

export function useGridEvents<Row extends object>(grid: Grid<Row>) {
  return {
    onKeyDown: (event: KeyboardEvent) => onKeyDown(grid, event),
    onClick: (event: MouseEvent) => onClick(grid, event),
    onCopy: (event: ClipboardEvent) => onCopy(grid, event),
    onPaste: (event: ClipboardEvent) => onPaste(grid, event),
    onBlur: (event: { readonly target: EventTarget }) => {
      if (isEditor(event.target)) finish(grid, event.target as HTMLInputElement, null)
    },
  }
}

function onKeyDown<Row extends object>(grid: Grid<Row>, event: KeyboardEvent): void {
  const { key, target } = event
  if (isEditor(target)) return onEditorKey(grid, event, target as HTMLInputElement)
  // Skips the head's own buttons, and whatever a cell has opened.
  if (!isInLines(grid, target) && target !== grid.scroller.current) return
  const isControl = (target as Element).matches('button, a, input')
  if (isControl && (key === 'Enter' || key === ' ')) return
  const run = commandOf(grid, event)
  if (!run) return
  event.preventDefault()
  run()
}

function commandOf<Row extends object>(grid: Grid<Row>, event: KeyboardEvent): (() => void) | null {
  const { key, ctrlKey, metaKey, shiftKey } = event
  const { rows, columns, cursor, page, isRightToLeft } = grid
  const isCommand = ctrlKey || metaKey
  if (isCommand && key.toLowerCase() === 'z') return grid.onUndo
  if (isCommand && key.toLowerCase() === 'a') return () => grid.onSelect(new Set(rows.map(grid.idOf)))
  if (key === ' ') return () => toggleMarked(grid)
  if (key === 'Enter') return () => open(grid)
  if (key === 'Escape') return () => grid.setCursor(at(cursor.row, cursor.column))
  const press = { key, ctrlKey: isCommand, shiftKey, isRightToLeft }
  const next = moved(cursor, press, { rows: rows.length, columns: columns.length, page })
  return next && (() => stand(grid, next))
}

/** Enter goes down, Tab to the next cell, as in a spreadsheet; Escape discards. */
function onEditorKey<Row extends object>(
  grid: Grid<Row>,
  event: KeyboardEvent,
  field: HTMLInputElement,
): void {
  const { row, column } = grid.cursor
  if (event.key === 'Escape') {
    event.preventDefault()
    field.dataset['over'] = ''
    grid.setEditing(false)
    grid.scroller.current?.focus()
  }
  if (event.key === 'Enter') {
    event.preventDefault()
    finish(grid, field, at(row + 1, column))
  }
  if (event.key === 'Tab') {
    event.preventDefault()
    finish(grid, field, at(row, column + (event.shiftKey ? -1 : 1)))
  }
}

/** Only once: a field left by a key also loses the focus afterwards. */
function finish<Row extends object>(grid: Grid<Row>, field: HTMLInputElement, next: Cursor | null): void {
  if (field.dataset['over'] !== undefined) return
  field.dataset['over'] = ''
  const { rows, columns, cursor } = grid
  const row = rows[cursor.row]
  const column = columns[cursor.column]
  grid.setEditing(false)
  if (row && column?.edit && field.value !== column.edit.text(row))
    grid.onEdit([{ row, column, text: field.value }])
  if (!next) return
  grid.scroller.current?.focus()
  stand(grid, { ...next, row: Math.min(next.row, rows.length - 1) })
}

/** What Enter does in the cell: it begins editing, switches it, or presses its button. */
function open<Row extends object>(grid: Grid<Row>): void {
  const { rows, columns, cursor } = grid
  const row = rows[cursor.row]
  const column = columns[cursor.column]
  if (!row || !column) return
  if (column.kind === 'yesNo' && column.edit) return flip(grid, cursor)
  if (column.edit) return grid.setEditing(true)
  const cell = grid.scroller.current?.querySelector('[data-active]')
  cell?.querySelector<HTMLElement>('button, a')?.click()
}

function flip<Row extends object>(grid: Grid<Row>, place: { readonly row: number; readonly column: number }) {
  const row = grid.rows[place.row]
  const column = grid.columns[place.column]
  if (row && column) grid.onEdit([{ row, column, text: String(column.value(row) !== true) }])
}

/** Selects all marked rows; pressed again, deselects all of them. */
function toggleMarked<Row extends object>(grid: Grid<Row>): void {
  const { rows, cursor, idOf, selected } = grid
  const { top, bottom } = blockOf(cursor)
  if (top === bottom) return toggle(grid, cursor.row)
  const marked = new Set(rows.slice(top, bottom + 1).map(idOf))
  const isAll = [...marked].every((id) => selected.has(id))
  grid.onSelect(
    isAll ? new Set([...selected].filter((id) => !marked.has(id))) : new Set([...selected, ...marked]),
  )
}

function toggle<Row extends object>(grid: Grid<Row>, index: number): void {
  const row = grid.rows[index]
  if (!row) return
  const id = grid.idOf(row)
  const next = new Set(grid.selected)
  if (!next.delete(id)) next.add(id)
  grid.onSelect(next)
}

function stand<Row extends object>(grid: Grid<Row>, cursor: Cursor): void {
  grid.setCursor(cursor)
  grid.scrollTo(cursor.row)
  if (document.activeElement !== grid.scroller.current) grid.scroller.current?.focus()
}

function onClick<Row extends object>(grid: Grid<Row>, event: MouseEvent): void {
  const target = event.target as Element
  const line = target.closest<HTMLElement>('[data-row]')
  if (!line || isEditor(target) || !isInLines(grid, target)) return
  const row = Number(line.dataset['row'])
  if (target.closest('[data-pick]')) return pick(grid, row, event.shiftKey)
  const cell = target.closest<HTMLElement>('[data-column]')
  if (!cell) return
  const column = Number(cell.dataset['column'])
  const isAgain = row === grid.cursor.row && column === grid.cursor.column
  grid.setCursor(event.shiftKey ? { row, column, anchor: grid.cursor.anchor } : at(row, column))
  if (target.matches('[role=switch]')) return flip(grid, { row, column })
  if (target.closest('button, a')) return
  grid.scroller.current?.focus()
  if (isAgain && grid.columns[column]?.edit && grid.columns[column].kind !== 'yesNo') grid.setEditing(true)
}

/** With Shift: all from the cursor to here. */
function pick<Row extends object>(grid: Grid<Row>, row: number, isRange: boolean): void {
  const { cursor } = grid
  grid.setCursor(at(row, cursor.column))
  if (!isRange) return toggle(grid, row)
  const { top, bottom } = blockOf({ ...at(row, 0), anchor: cursor })
  grid.onSelect(new Set([...grid.selected, ...grid.rows.slice(top, bottom + 1).map(grid.idOf)]))
}

function onCopy<Row extends object>(grid: Grid<Row>, event: ClipboardEvent): void {
  if (isEditor(event.target) || !isHere(grid, event.target)) return
  event.preventDefault()
  event.clipboardData.setData('text/plain', copied(grid.rows, grid.columns, blockOf(grid.cursor)))
}

function onPaste<Row extends object>(grid: Grid<Row>, event: ClipboardEvent): void {
  if (isEditor(event.target) || !isHere(grid, event.target)) return
  event.preventDefault()
  const cells = cellsOf(event.clipboardData.getData('text/plain'))
  const edits = pastedAt(grid.rows, grid.columns, { cells, block: blockOf(grid.cursor) })
  if (edits.length > 0) grid.onEdit(edits)
}

function isEditor(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('[data-editor]')
}

function isHere<Row extends object>(grid: Grid<Row>, target: EventTarget): boolean {
  return target === grid.scroller.current || isInLines(grid, target)
}

/** React events of a popover also bubble to the cell that opened it. */
function isInLines<Row extends object>(grid: Grid<Row>, target: EventTarget): boolean {
  const line = target instanceof Element ? target.closest('[data-row]') : null
  return line !== null && grid.scroller.current?.contains(line) === true
}
