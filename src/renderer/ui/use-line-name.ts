import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { BookingLine } from '../../shared/domain/booking.ts'
import type { PlanId, ShowId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { nightAtMs, nightOf } from '../../shared/domain/stay.ts'
import { askPlan, planHere } from '../stores/seats.ts'
import { shows } from '../stores/shows.ts'
import { isolated, useFormats } from './words.tsx'

type Named = Pick<BookingLine, 'seatId' | 'label'>

/** A seat by its name; a room by its number and night. Until the plan of the rooms is loaded, the label stored in the booking. */
export function useLineName(showId: ShowId): (line: Named) => string {
  const { day } = useFormats()
  const row = useStore(shows).rows.get(showId)
  const plan = usePlan(row?.sort === 'hotel' ? row.planId : null)
  return ({ seatId, label }) => {
    if (!row || !plan) return label
    const { number, night } = nightOf(plan, seatId)
    return `${isolated(number)} · ${day(nightAtMs(row.startsAtMs, night), row.zone)}`
  }
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
