// The map for choosing seats: any seat, one by one, by dragging, or by Shift and the arrows. Must never say what will happen to a
// seat.

import { useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { CHANGE_IDS_MAX } from '../../../shared/contract/limits.ts'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { SeatId } from '../../../shared/domain/ids.ts'
import type { Plan } from '../../../shared/domain/seat-plan/plan.ts'
import { seatStates } from '../../../shared/domain/seat-state.ts'
import { SeatMap } from '../../seat-map/seat-map.tsx'
import type { SweepUse } from '../../seat-map/use-sweep.ts'
import { preferences } from '../../stores/preferences.ts'
import { subscribeToSeats } from '../../stores/seats.ts'
import { isolated, useDirection, useSay } from '../../ui/words.tsx'
import styles from './off-sale-screen.module.css'
import type { OffSale } from './use-off-sale.ts'

interface Props {
  readonly row: ShowRow
  readonly plan: Plan
  readonly states: Uint8Array
  readonly work: OffSale
}

const none: ReadonlySet<SeatId> = new Set()

export function OffSaleMap({ row, plan, states, work }: Props) {
  const say = useSay()
  const { scheme } = useStore(preferences)
  const { sweep, over } = useChoice(work)
  const { chosen, setChosen, pointedAt, setPointedAt } = work
  const shown = useMemo(() => (over.size === 0 ? chosen : chosen.union(over)), [chosen, over])
  const describe = (seatId: SeatId) => {
    const { label = '', section = 0 } = plan.rows[plan.row[seatId] ?? 0] ?? {}
    const name = plan.sections[section]?.name ?? ''
    const words = say('machine.seat', {
      section: name === '' ? 'none' : isolated(name),
      row: label === '' ? 'none' : isolated(label),
      number: isolated(plan.numbers[seatId] ?? ''),
      state: say(`machine.state.${seatStates[states[seatId] ?? 0] ?? 'available'}`),
    })
    return shown.has(seatId) ? say('offSale.chosenSeat', { seat: words }) : words
  }
  const toggle = (seatId: SeatId) => setChosen((now) => now.symmetricDifference(new Set([seatId])))
  return (
    <div className={styles.house}>
      <SeatMap
        plan={plan}
        states={states}
        subscribe={subscribeToSeats}
        mine={shown}
        asking={shown}
        sweep={sweep}
        scheme={scheme}
        describe={describe}
        onToggle={toggle}
        onHover={setPointedAt}
        onFocusSeat={setPointedAt}
        direction={useDirection()}
        autoFocus
        labels={{
          map: say('map.label', { title: row.title }),
          help: say('offSale.hint'),
          zoomIn: say('map.zoomIn'),
          zoomOut: say('map.zoomOut'),
          fit: say('map.fit'),
          draw: say('map.draw'),
          typed: (text, isFound) => say('map.typed', { text: isolated(text), isFound: String(isFound) }),
        }}
      />
      <p className={styles.pointed}>{pointedAt === null ? say('offSale.hint') : describe(pointedAt)}</p>
    </div>
  )
}

/** Drags and ranges add to what was chosen when they began. */
function useChoice({ chosen, setChosen }: OffSale) {
  const [over, setOver] = useState<ReadonlySet<SeatId>>(none)
  const before = useRef<ReadonlySet<SeatId>>(none)
  const sweep: SweepUse = {
    begin() {
      before.current = chosen
      return { most: CHANGE_IDS_MAX - chosen.size, isFree: (seatId) => !before.current.has(seatId) }
    },
    onOver: (seatIds) => setOver(new Set(seatIds)),
    onDone: (seatIds) => setChosen(before.current.union(new Set(seatIds))),
  }
  return { sweep, over }
}
