// A plan being drawn [L4]: the draft, what is chosen in it, and undo and redo. Owns the history; what a change does is in
// change-plan.ts. Must never know a screen, nor save anything.

import type { PlanDraft } from '../plan-import/draft.ts'
import { type Change, changed } from './change-plan.ts'
import { areasOf, type Chosen, nobody, seatsOf } from './chosen.ts'

interface Step {
  readonly draft: PlanDraft
  readonly chosen: Chosen
}

export interface PlanEdit extends Step {
  /** The newest last. */
  readonly past: readonly Step[]
  /** The next one last. */
  readonly future: readonly Step[]
}

export type Action =
  | { readonly kind: 'choose'; readonly chosen: Chosen }
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }

/** Nobody undoes more steps. Unchanged rows are shared, so that a step costs only what it changed. */
const stepsKept = 500

/** Moves all shapes to the first section, since a plan has one list of them. */
export function beginEdit(draft: PlanDraft): PlanEdit {
  const [first = { name: '', kind: 'seats', rows: [], areas: [] } as const, ...others] = draft.sections
  const sections = [
    { ...first, areas: draft.sections.flatMap(({ areas }) => areas) },
    ...others.map((section) => ({ ...section, areas: [] })),
  ]
  return { draft: { ...draft, sections }, chosen: nobody, past: [], future: [] }
}

export function edited(edit: PlanEdit, action: Action): PlanEdit {
  if (action.kind === 'undo') return undone(edit)
  if (action.kind === 'redo') return redone(edit)
  if (action.kind === 'choose') return { ...edit, chosen: thatAreThere(edit.draft, action.chosen) }
  const next = changed(edit, action.change)
  if (next.draft === edit.draft) return edit
  const chosen = thatAreThere(next.draft, next.chosen)
  return { draft: next.draft, chosen, past: [...edit.past, stepOf(edit)].slice(-stepsKept), future: [] }
}

function undone(edit: PlanEdit): PlanEdit {
  const before = edit.past.at(-1)
  if (!before) return edit
  return { ...before, past: edit.past.slice(0, -1), future: [...edit.future, stepOf(edit)] }
}

function redone(edit: PlanEdit): PlanEdit {
  const after = edit.future.at(-1)
  if (!after) return edit
  return { ...after, past: [...edit.past, stepOf(edit)], future: edit.future.slice(0, -1) }
}

function stepOf({ draft, chosen }: Step): Step {
  return { draft, chosen }
}

function thatAreThere(draft: PlanDraft, { seats, areas }: Chosen): Chosen {
  const there = new Set([...seatsOf(draft)].map(({ uuid }) => uuid))
  return {
    seats: new Set([...seats].filter((seat) => there.has(seat))),
    areas: new Set([...areas].filter((area) => area < areasOf(draft).length)),
  }
}
