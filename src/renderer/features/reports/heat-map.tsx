// A house by how often its seats were sold: the seat map with a scale in place of states. Owns the scale's words and its legend;
// nothing can be chosen on it.

import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { SeatId } from '../../../shared/domain/ids.ts'
import { HEAT_STEPS, type Occupancy, heatStep } from '../../../shared/domain/reports/occupancy.ts'
import { percentOf } from '../../../shared/domain/reports/carts-table.ts'
import { type Plan, seatLabel } from '../../../shared/domain/seat-plan/plan.ts'
import { heatCode } from '../../seat-map/seat-look.ts'
import { SeatMap } from '../../seat-map/seat-map.tsx'
import { preferences } from '../../stores/preferences.ts'
import { isolated, useDirection, useSay } from '../../ui/words.tsx'
import styles from './heat-map.module.css'

const nobody: ReadonlySet<SeatId> = new Set()
const steps = Array.from({ length: HEAT_STEPS }, (_, step) => step as 0 | 1 | 2 | 3 | 4)

export function HeatMap({ plan, occupancy }: { readonly plan: Plan; readonly occupancy: Occupancy }) {
  const say = useSay()
  const { scheme } = useStore(preferences)
  const [pointed, setPointed] = useState<SeatId | null>(null)
  const { shows, sold } = occupancy
  const states = useMemo(
    () => Uint8Array.from(sold, (times) => heatCode(heatStep(times, shows))),
    [sold, shows],
  )
  const describe = (seatId: SeatId) =>
    say('reports.occupancy.seat', {
      seat: isolated(seatLabel(plan, seatId)),
      sold: sold[seatId] ?? 0,
      shows,
      percent: percentOf(sold[seatId] ?? 0, shows) ?? 0,
    })
  return (
    <div className={styles.heat}>
      <div className={styles.map}>
        <SeatMap
          plan={plan}
          states={states}
          mine={nobody}
          asking={nobody}
          scheme={scheme}
          direction={useDirection()}
          describe={describe}
          onToggle={setPointed}
          onHover={setPointed}
          onFocusSeat={setPointed}
          labels={{
            map: say('reports.occupancy.map', { count: shows }),
            help: say('reports.occupancy.help'),
            zoomIn: say('map.zoomIn'),
            zoomOut: say('map.zoomOut'),
            fit: say('map.fit'),
            typed: (text, isFound) => say('map.typed', { text: isolated(text), isFound: String(isFound) }),
          }}
        />
      </div>
      <p className={styles.told}>{pointed === null ? say('reports.occupancy.legend') : describe(pointed)}</p>
      <ul className={styles.legend} aria-label={say('reports.occupancy.legend')}>
        {steps.map((step) => (
          <li key={step}>
            <span className={styles.mark} data-step={step} aria-hidden />{' '}
            {say(`reports.occupancy.step.${step}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}
