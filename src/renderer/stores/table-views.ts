// Named views of the office's tables, stored on this machine. Owns the storing; stored data that is no valid view is ignored.

import { createStore } from 'zustand/vanilla'
import type { View } from '../ui/table/view.ts'
import { machineShelf } from './shelf.ts'

export interface SavedView {
  readonly name: string
  /** The table it belongs to. */
  readonly of: string
  readonly view: View
}

const KEPT_AS = 'guichet.table-views'

function kept(): readonly SavedView[] {
  try {
    const all: unknown = JSON.parse(machineShelf.getItem(KEPT_AS) ?? '[]')
    return Array.isArray(all) ? all.filter(isSaved) : []
  } catch {
    return []
  }
}

function isSaved(one: unknown): one is SavedView {
  const { name, of, view } = (one ?? {}) as Partial<SavedView>
  return (
    typeof name === 'string' &&
    typeof of === 'string' &&
    typeof view?.text === 'string' &&
    typeof view.filters === 'object' &&
    Array.isArray(view.sorts) &&
    Array.isArray(view.turned)
  )
}

export const tableViews = createStore<{ readonly saved: readonly SavedView[] }>(() => ({ saved: kept() }))

tableViews.subscribe(({ saved }) => machineShelf.setItem(KEPT_AS, JSON.stringify(saved)))

/** Replaces a view of the same name. */
export function saveView(view: SavedView): void {
  tableViews.setState(({ saved }) => ({ saved: [...saved.filter((one) => !isSame(one, view)), view] }))
}

export function forgetView(view: SavedView): void {
  tableViews.setState(({ saved }) => ({ saved: saved.filter((one) => !isSame(one, view)) }))
}

function isSame(one: SavedView, other: SavedView): boolean {
  return one.of === other.of && one.name === other.name
}
