// The position in a table, and how far the marking extends from there. Owns the moves; must never know what a cell contains.

export interface Place {
  readonly row: number
  readonly column: number
}

/** `anchor`: where marking began. */
export interface Cursor extends Place {
  readonly anchor: Place
}

export interface Size {
  readonly rows: number
  readonly columns: number
  /** Number of rows visible at once. */
  readonly page: number
}

export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly shiftKey: boolean
  readonly isRightToLeft: boolean
}

/** Null if this key moves nothing. Shift marks what lies between. */
export function moved(now: Cursor, press: Press, size: Size): Cursor | null {
  if (size.rows === 0) return null
  const next = target(now, press, size)
  if (!next) return null
  const place = {
    row: clamp(next.row, size.rows),
    column: clamp(next.column, size.columns),
  }
  return { ...place, anchor: press.shiftKey ? now.anchor : place }
}

export function at(row: number, column: number): Cursor {
  return { row, column, anchor: { row, column } }
}

function target({ row, column }: Place, press: Press, size: Size): Place | null {
  const { key, ctrlKey, isRightToLeft } = press
  const ahead = isRightToLeft ? 'ArrowLeft' : 'ArrowRight'
  const back = isRightToLeft ? 'ArrowRight' : 'ArrowLeft'
  const far = ctrlKey ? Infinity : 1
  if (key === 'ArrowDown') return { row: row + far, column }
  if (key === 'ArrowUp') return { row: row - far, column }
  if (key === ahead) return { row, column: column + far }
  if (key === back) return { row, column: column - far }
  if (key === 'PageDown') return { row: row + size.page, column }
  if (key === 'PageUp') return { row: row - size.page, column }
  if (key === 'Home') return { row: ctrlKey ? 0 : row, column: 0 }
  if (key === 'End') return { row: ctrlKey ? Infinity : row, column: Infinity }
  return null
}

function clamp(value: number, count: number): number {
  return Math.max(0, Math.min(value, count - 1))
}

export interface Block {
  readonly top: number
  readonly bottom: number
  readonly first: number
  readonly last: number
}

/** The marked block; without a marking, the one cell. */
export function blockOf({ row, column, anchor }: Cursor): Block {
  return {
    top: Math.min(row, anchor.row),
    bottom: Math.max(row, anchor.row),
    first: Math.min(column, anchor.column),
    last: Math.max(column, anchor.column),
  }
}
