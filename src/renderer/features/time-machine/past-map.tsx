// The hall as it was. Owns what a seat is called there; a click asks for a seat's story, and nothing can be chosen.

import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { SeatId } from '../../../shared/domain/ids.ts'
import type { Plan } from '../../../shared/domain/seat-plan/plan.ts'
import { seatStates } from '../../../shared/domain/seat-state.ts'
import { SeatMap } from '../../seat-map/seat-map.tsx'
import { preferences } from '../../stores/preferences.ts'
import { timeMachine } from '../../stores/time-machine.ts'
import { isolated, useDirection, useSay } from '../../ui/words.tsx'
import styles from './time-machine-screen.module.css'
import type { Life } from './use-life.ts'
import { useShownStates } from './use-shown-states.ts'

interface Props {
  readonly row: ShowRow
  readonly plan: Plan
  readonly life: Life
}

const nobody: ReadonlySet<SeatId> = new Set()

export function PastMap({ row, plan, life: { past, toMs } }: Props) {
  const say = useSay()
  const { scheme } = useStore(preferences)
  const { atMs, seatId } = useStore(timeMachine)
  const shownMs = atMs ?? toMs
  const wanted = useMemo(() => past.replay.statesAt(shownMs), [past, shownMs])
  const { states, subscribe } = useShownStates(wanted)
  const asked = useMemo(() => (seatId === null ? nobody : new Set([seatId])), [seatId])
  const describe = (seat: SeatId) => {
    const { label = '', section = 0 } = plan.rows[plan.row[seat] ?? 0] ?? {}
    const name = plan.sections[section]?.name ?? ''
    return say('machine.seat', {
      section: name === '' ? 'none' : isolated(name),
      row: label === '' ? 'none' : isolated(label),
      number: isolated(plan.numbers[seat] ?? ''),
      state: say(`machine.state.${seatStates[wanted[seat] ?? 0] ?? 'available'}`),
    })
  }
  return (
    <div className={styles.house}>
      <SeatMap
        plan={plan}
        states={states}
        subscribe={subscribe}
        mine={nobody}
        asking={nobody}
        problems={asked}
        shown={seatId}
        scheme={scheme}
        direction={useDirection()}
        describe={describe}
        onToggle={(seat) => timeMachine.setState({ seatId: seat })}
        labels={{
          map: say('map.label', { title: row.title }),
          help: say('machine.help'),
          zoomIn: say('map.zoomIn'),
          zoomOut: say('map.zoomOut'),
          fit: say('map.fit'),
          typed: (text, isFound) => say('map.typed', { text: isolated(text), isFound: String(isFound) }),
        }}
      />
    </div>
  )
}
