// A drawing that nobody saved yet, kept on this machine: a reload, or a window closed by a slip, loses no more than its way back. Owns
// where it is kept; must never keep what the house has.

import type { PlanId } from '../../shared/domain/ids.ts'
import { beginEdit, type PlanEdit } from '../../shared/domain/plan-edit/plan-edit.ts'
import type { PlanDraft } from '../../shared/domain/plan-import/draft.ts'

interface Drawing {
  readonly draft: PlanDraft
  readonly versionOf: PlanId | null
}

const KEPT_AS = 'guichet.drawing'

/** A hand that draws rests as long between two strokes: not each of them is written. */
const REST_MS = 300

let later: ReturnType<typeof setTimeout> | undefined

/** Null: there is none any more. */
export function keepDrawing(drawing: Drawing | null): void {
  clearTimeout(later)
  if (!drawing) return forget()
  later = setTimeout(() => {
    try {
      localStorage.setItem(KEPT_AS, JSON.stringify(drawing))
    } catch {
      // There is not so much room: an older state of it would be worse than none.
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
    // Nothing is kept where nothing may be.
  }
}
