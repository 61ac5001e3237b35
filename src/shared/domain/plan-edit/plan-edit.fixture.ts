import { makeTemplate, type Template } from './templates.ts'
import { beginEdit, edited, type PlanEdit } from './plan-edit.ts'
import type { Change } from './change-plan.ts'
import type { DraftSeat, PlanDraft } from '../plan-import/draft.ts'
import { seatsOf } from './chosen.ts'

export const words = {
  plan: 'New plan',
  section: 'Lower',
  upper: 'Upper',
  zone: 'Standard',
  driver: 'Driver',
  stage: 'Stage',
}

export function begun(template: Template): PlanEdit {
  return beginEdit(makeTemplate(template, words))
}

export function after(edit: PlanEdit, ...changes: readonly Change[]): PlanEdit {
  return changes.reduce((now, change) => edited(now, { kind: 'change', change }), edit)
}

export function seatsNow({ draft }: PlanEdit): readonly DraftSeat[] {
  return [...seatsOf(draft)]
}

/** "Lower A3" for each seat. */
export function namesOf({ sections }: PlanDraft): readonly string[] {
  return sections.flatMap(({ name, rows }) =>
    rows.flatMap(({ label, seats }) => seats.map(({ number }) => `${name} ${label}${number}`)),
  )
}

export function choosing(edit: PlanEdit, ...names: readonly string[]): PlanEdit {
  const all = namesOf(edit.draft)
  const seats = new Set(
    seatsNow(edit).flatMap(({ uuid }, at) => (names.includes(all[at] ?? '') ? [uuid] : [])),
  )
  return edited(edit, { kind: 'choose', chosen: { seats, areas: new Set() } })
}
