import { useStore } from 'zustand'
import { planEdit } from '../../stores/plan-edit.ts'
import { PlanEditor } from './plan-editor.tsx'
import { PlanList } from './plan-list.tsx'

/** The house's plans, or the one that is being drawn. */
export function PlansScreen() {
  const { edit } = useStore(planEdit)
  return edit ? <PlanEditor edit={edit} /> : <PlanList />
}
