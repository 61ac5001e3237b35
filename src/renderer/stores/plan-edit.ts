// The plan being drawn at this desk. Owns that there is only one at a time; must never save it.

import { createStore } from 'zustand/vanilla'
import type { Change } from '../../shared/domain/plan-edit/change-plan.ts'
import type { Chosen } from '../../shared/domain/plan-edit/chosen.ts'
import { type Action, beginEdit, edited, type PlanEdit } from '../../shared/domain/plan-edit/plan-edit.ts'
import type { PlanId } from '../../shared/domain/ids.ts'
import { keepDrawing, keptDrawing } from './kept-drawing.ts'
import type { PlanDraft } from '../../shared/domain/plan-import/draft.ts'

interface State {
  readonly edit: PlanEdit | null
  /** [L4] The plan of which the drawing may become the next version; null for a new plan. */
  readonly versionOf: PlanId | null
  /** Laid aside, it waits in the list of plans: nobody loses a drawing by going back. */
  readonly isAside: boolean
}

export const planEdit = createStore<State>(() => ({
  edit: null,
  versionOf: null,
  isAside: true,
  ...keptDrawing(),
}))

export function beginDrawing(draft: PlanDraft, versionOf: PlanId | null = null): void {
  planEdit.setState({ edit: beginEdit(draft), versionOf, isAside: false })
}

export function endDrawing(): void {
  planEdit.setState({ edit: null, versionOf: null, isAside: false })
}

export function layAside(isAside: boolean): void {
  planEdit.setState({ isAside })
}

export function act(action: Action): void {
  planEdit.setState(({ edit }) => ({ edit: edit && edited(edit, action) }))
}

export function change(what: Change): void {
  act({ kind: 'change', change: what })
}

export function choose(chosen: Chosen): void {
  act({ kind: 'choose', chosen })
}

// A drawing laid aside is stored too: until saved it exists on this desk only.
planEdit.subscribe(({ edit, versionOf }, before) => {
  if (edit?.draft !== before.edit?.draft || versionOf !== before.versionOf)
    keepDrawing(edit && { draft: edit.draft, versionOf })
})
