import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { PlanId, ShowId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { askPlan, planHere } from '../stores/seats.ts'
import { shows } from '../stores/shows.ts'
import { type NamedLine, type Rooms, lineName } from './line-name.ts'
import { useFormats } from './words.tsx'

/** A seat by its name; a room by its number and night. Until the plan of the rooms is loaded, the label stored in the booking. */
export function useLineName(showId: ShowId): (line: NamedLine) => string {
  const formats = useFormats()
  const row = useStore(shows).rows.get(showId)
  const plan = usePlan(row?.sort === 'hotel' ? row.planId : null)
  const rooms = row && plan && { ...row, plan }
  return (line) => lineName(line, rooms ?? null, formats)
}

/** Null: no hotel, or its plan is not to be had. */
export async function roomsOf(showId: ShowId): Promise<Rooms | null> {
  const row = shows.getState().rows.get(showId)
  if (row?.sort !== 'hotel') return null
  const plan = planHere(row.planId) ?? (await askPlan(row.planId))
  return plan && { ...row, plan }
}

function usePlan(planId: PlanId | null): Plan | null {
  const [asked, setAsked] = useState<Plan | null>(null)
  const here = planId === null ? null : planHere(planId)
  const isMissing = planId !== null && here === null
  useEffect(() => {
    let isCurrent = true
    if (isMissing)
      void askPlan(planId).then((plan) => {
        if (isCurrent) setAsked(plan)
      })
    return () => {
      isCurrent = false
    }
  }, [planId, isMissing])
  return planId === null ? null : (here ?? asked)
}
