// An unsaved drawing, stored on this machine: a reload, or a window closed by accident, loses no more than its undo history. Owns
// where it is stored; must never store what the house has.

import type { PlanId } from '../../shared/domain/ids.ts'
import { beginEdit, type PlanEdit } from '../../shared/domain/plan-edit/plan-edit.ts'
import type { PlanDraft } from '../../shared/domain/plan-import/draft.ts'

interface Drawing {
  readonly draft: PlanDraft
  readonly versionOf: PlanId | null
}

const KEPT_AS = 'guichet.drawing'

/** Written only after a pause this long, so not on every stroke. */
const REST_MS = 300

let later: ReturnType<typeof setTimeout> | undefined

/** Null removes the stored drawing. */
export function keepDrawing(drawing: Drawing | null): void {
  clearTimeout(later)
  if (!drawing) return forget()
  later = setTimeout(() => {
    try {
      localStorage.setItem(KEPT_AS, JSON.stringify(drawing))
    } catch {
      // There is not enough room: keeping an older state of the drawing would be worse than keeping none.
      forget()
    }
  }, REST_MS)
}

export function keptDrawing(): { readonly edit?: PlanEdit; readonly versionOf?: PlanId | null } {
  try {
    const { draft, versionOf } = JSON.parse(localStorage.getItem(KEPT_AS) ?? 'null') as Drawing
    return { edit: beginEdit(draft), versionOf }
  } catch {
    return {}
  }
}

function forget(): void {
  try {
    localStorage.removeItem(KEPT_AS)
  } catch {
    // Where storage is forbidden, nothing is stored.
  }
}
