import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { SeatId } from '../../../shared/domain/ids.ts'
import { type Plan, seatLabel } from '../../../shared/domain/seat-plan/plan.ts'
import { roomNight } from '../../../shared/domain/stay.ts'
import { useFormats } from '../../ui/words.tsx'

interface UnitName {
  readonly label: string
  readonly where: string
}

/** A seat by its name and section; a room by its number, type and the date of its night. */
export function useUnitName(row: ShowRow, plan: Plan): (seatId: SeatId) => UnitName {
  const { day } = useFormats()
  return (seatId) => {
    const section = plan.rows[plan.row[seatId] ?? 0]?.section ?? 0
    const where = plan.sections[section]?.name ?? ''
    if (row.sort !== 'hotel') return { label: seatLabel(plan, seatId), where }
    const { number, startsAtMs } = roomNight(plan, seatId, row)
    return { label: number, where: `${where} · ${day(startsAtMs, row.zone)}` }
  }
}
