// Remarks about the choice on the map before it is held: no best seats found or a split group, seats left alone, ladies' and
// companion seats. Owns these lines; must never refuse anything: that is up to the house.

import { TriangleAlert } from 'lucide-react'
import { useStore } from 'zustand'
import type { SeatId } from '../../../shared/domain/ids.ts'
import { companionsAlone } from '../../../shared/domain/seat-plan/seats-around.ts'
import { type Plan, seatFlag, seatLabel } from '../../../shared/domain/seat-plan/plan.ts'
import { best } from '../../stores/best-seats.ts'
import { isHeldAsChosen, sale } from '../../stores/sale.ts'
import { useDirection, useFormats, useSay } from '../../ui/words.tsx'
import styles from './choice-told.module.css'
import type { House } from './seat-words.ts'
import { useLeftAlone } from './use-left-alone.ts'

export function ChoiceTold(house: House) {
  const lines = [...useBestTold(), ...useRulesTold(house)]
  return (
    <div role="status" className={styles.told} dir={useDirection()}>
      {lines.map((line) => (
        <p key={line}>
          <TriangleAlert size={16} aria-hidden />
          {line}
        </p>
      ))}
    </div>
  )
}

/** [H13] That no best seats were found, or that those found are split into groups. */
function useBestTold(): readonly string[] {
  const say = useSay()
  const { count, proposals, rank, isNone } = useStore(best)
  const groups = proposals[rank]?.groups ?? 1
  if (isNone) return [say('best.none', { count })]
  return groups > 1 ? [say('best.parted', { count, groups })] : []
}

/** [H14] [L3] What the house will object to or ask about, while the choice can still be changed. */
function useRulesTold(house: House): readonly string[] {
  const say = useSay()
  const { seatNames } = useFormats()
  const state = useStore(sale)
  const { row, plan } = house
  const alone = useLeftAlone(house)
  if (isHeldAsChosen(state)) return []
  const chosen = state.lines.map(({ seatId }) => seatId)
  const women = new Set(
    state.lines.filter(({ passenger }) => passenger?.gender === 'female').map(({ seatId }) => seatId),
  )
  const ladies = chosen.filter((seatId) => !women.has(seatId) && isLadies(plan, seatId))
  const told =
    (id: 'choice.alone' | 'choice.aloneRefused' | 'choice.ladies' | 'choice.companion') =>
    (seatIds: readonly SeatId[]) =>
      seatIds.length === 0
        ? []
        : [say(id, { count: seatIds.length, seats: seatNames(seatIds.map((one) => seatLabel(plan, one))) })]
  return [
    ...told(row.singleSeatRule === 'refuse' ? 'choice.aloneRefused' : 'choice.alone')([...alone]),
    ...told('choice.ladies')(ladies),
    ...told('choice.companion')(companionsAlone(plan, chosen)),
  ]
}

function isLadies(plan: Plan, seatId: SeatId): boolean {
  return ((plan.flags[seatId] ?? 0) & seatFlag.ladies) !== 0
}
