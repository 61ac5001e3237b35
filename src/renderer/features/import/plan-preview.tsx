import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { SeatId } from '../../../shared/domain/ids.ts'
import { type Plan, seatLabel } from '../../../shared/domain/seat-plan/plan.ts'
import { SeatMap } from '../../seat-map/seat-map.tsx'
import { preferences } from '../../stores/preferences.ts'
import { useSay } from '../../ui/words.tsx'
import styles from './plan-preview.module.css'

const nobody: ReadonlySet<SeatId> = new Set()

/** The plan as the desk will see it, with every seat free. */
export function PlanPreview({ plan }: { readonly plan: Plan }) {
  const say = useSay()
  const { scheme } = useStore(preferences)
  const states = useMemo(() => new Uint8Array(plan.count), [plan])
  return (
    <section className={styles.preview} aria-label={say('import.preview')}>
      <SeatMap
        plan={plan}
        states={states}
        mine={nobody}
        asking={nobody}
        scheme={scheme}
        labels={{
          map: say('import.preview'),
          help: say('map.hint'),
          zoomIn: say('map.zoomIn'),
          zoomOut: say('map.zoomOut'),
          fit: say('map.fit'),
        }}
        describe={(seatId) => seatLabel(plan, seatId)}
        onToggle={() => {}}
      />
    </section>
  )
}
