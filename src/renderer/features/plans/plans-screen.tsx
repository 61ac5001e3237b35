import { useStore } from 'zustand'
import { planEdit } from '../../stores/plan-edit.ts'
import { PlanEditor } from './plan-editor.tsx'
import { PlanList } from './plan-list.tsx'

/** The house's plans, or the editor if one is being drawn. */
export function PlansScreen() {
  const { edit, versionOf, isAside } = useStore(planEdit)
  return edit && !isAside ? <PlanEditor edit={edit} versionOf={versionOf} /> : <PlanList />
}
