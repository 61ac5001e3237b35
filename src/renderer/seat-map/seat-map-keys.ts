// What a key means on the map, as data. Owns the map's keys.
// Must never act on them, nor read a clock: the caller says whether someone is typing.

import type { Direction } from './seat-neighbours.ts'

export type KeyAction =
  | { readonly do: 'move'; readonly direction: Direction; readonly isRange: boolean }
  | { readonly do: 'row-end'; readonly side: 'left' | 'right'; readonly isRange: boolean }
  | { readonly do: 'section'; readonly by: 1 | -1 }
  | { readonly do: 'toggle' }
  /** Shows what is known of the seat. */
  | { readonly do: 'ask' }
  | { readonly do: 'zoom-in' }
  | { readonly do: 'zoom-out' }
  | { readonly do: 'fit' }
  | { readonly do: 'type'; readonly key: string }

export interface KeyPress {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

/** The map is never mirrored: left is left in every language. */
const moves: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

const rowEnds: Readonly<Record<string, 'left' | 'right'>> = { Home: 'left', End: 'right' }

const others: Readonly<Record<string, KeyAction>> = {
  PageUp: { do: 'section', by: -1 },
  PageDown: { do: 'section', by: 1 },
  ' ': { do: 'toggle' },
  Enter: { do: 'toggle' },
  '+': { do: 'zoom-in' },
  '=': { do: 'zoom-in' },
  '-': { do: 'zoom-out' },
  F1: { do: 'ask' },
}

/** Zero in every script a seller may type in. */
const fitKeys = ['0', '٠', '۰', '०']

/** Null if the map does not use the key. While a label is being typed, 0 is its digit and not "fit", and - is its hyphen. */
export function keyAction(press: KeyPress, isTyping: boolean): KeyAction | null {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = press
  if (ctrlKey || altKey || metaKey) return null
  const direction = moves[key]
  if (direction) return { do: 'move', direction, isRange: shiftKey }
  const side = rowEnds[key]
  if (side) return { do: 'row-end', side, isRange: shiftKey }
  // "31-4" can be typed as it is printed.
  if (isTyping && key === '-') return { do: 'type', key }
  const other = others[key]
  if (other) return other
  if (!isTyping && fitKeys.includes(key)) return { do: 'fit' }
  return /^[\p{L}\p{N}]$/u.test(key) ? { do: 'type', key } : null
}
