// The plan as sellers will see it; a click selects, arrows and a drag move the selection. Owns what a gesture means here; must never
// draw a seat: the seat map does.

import { type KeyboardEvent, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { SeatId } from '../../../shared/domain/ids.ts'
import { type Chosen, seatsOf } from '../../../shared/domain/plan-edit/chosen.ts'
import { fineStep } from '../../../shared/domain/plan-edit/snap.ts'
import type { PlanDraft } from '../../../shared/domain/plan-import/draft.ts'
import type { Plan } from '../../../shared/domain/seat-plan/plan.ts'
import type { SeatMapView } from '../../seat-map/seat-map-view.ts'
import { SeatMap } from '../../seat-map/seat-map.tsx'
import { change, choose } from '../../stores/plan-edit.ts'
import { preferences } from '../../stores/preferences.ts'
import { isolated, useDirection, useSay } from '../../ui/words.tsx'
import styles from './plan-editor.module.css'
import { useDrag } from './use-drag.ts'

const none: ReadonlySet<SeatId> = new Set()
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

interface Props {
  readonly plan: Plan
  readonly draft: PlanDraft
  readonly chosen: Chosen
}

export function EditorMap({ plan, draft, chosen }: Props) {
  const say = useSay()
  const describe = useSeatWords()
  const { scheme } = useStore(preferences)
  const states = useMemo(() => new Uint8Array(plan.count), [plan])
  const ids = useMemo(() => Array.from(seatsOf(draft), ({ uuid }) => uuid), [draft])
  const mine = useMemo(
    () => new Set(ids.flatMap((uuid, at) => (chosen.seats.has(uuid) ? [at as SeatId] : []))),
    [ids, chosen],
  )
  const marked = useMarked(plan, chosen)
  const [view, setView] = useState<SeatMapView | null>(null)
  const add = (seats: readonly SeatId[]) =>
    choose({ ...chosen, seats: new Set([...chosen.seats, ...seats.flatMap((seat) => ids[seat] ?? [])]) })
  const toggle = (seat: SeatId) => {
    if (!mine.has(seat)) return add([seat])
    choose({ ...chosen, seats: new Set([...chosen.seats].filter((one) => one !== ids[seat])) })
  }
  const drag = useDrag({
    view,
    draft,
    chosen,
    mine,
    onSeatTap: toggle,
  })
  return (
    <div className={styles.map} onKeyDownCapture={(event) => moveByArrows(event, chosen)} {...drag.events}>
      <SeatMap
        plan={marked}
        states={states}
        mine={mine}
        asking={none}
        scheme={scheme}
        direction={useDirection()}
        autoFocus
        describe={(seat) => describe(plan, seat, mine.has(seat))}
        onView={setView}
        onToggle={toggle}
        sweep={{ begin: () => ({ isFree: () => true, most: plan.count }), onOver: () => {}, onDone: add }}
        labels={{
          map: say('plans.map'),
          help: say('plans.map.help'),
          zoomIn: say('map.zoomIn'),
          zoomOut: say('map.zoomOut'),
          fit: say('map.fit'),
          draw: say('map.draw'),
          typed: (text, isFound) => say('map.typed', { text: isolated(text), isFound: String(isFound) }),
        }}
      />
      {drag.ghost && <div className={styles.ghost} style={drag.ghost} />}
    </div>
  )
}

/** Selected shapes are shown by a border in the colour of the selection. */
function useMarked(plan: Plan, { areas: own }: Chosen): Plan {
  return useMemo(() => {
    if (own.size === 0) return plan
    const borderColor = getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()
    const areas = plan.areas.map((area, at) => (own.has(at) ? { ...area, borderColor } : area))
    return { ...plan, areas }
  }, [plan, own])
}

/** With nothing selected the arrows belong to the map and go from seat to seat. */
function moveByArrows(event: KeyboardEvent, { seats, areas }: Chosen): void {
  const step = steps[event.key]
  if (!step || event.shiftKey || event.ctrlKey || event.metaKey || seats.size + areas.size === 0) return
  event.preventDefault()
  event.stopPropagation()
  const by = event.altKey ? 1 : fineStep
  change({ kind: 'move', dx: step[0] * by, dy: step[1] * by })
}

function useSeatWords(): (plan: Plan, seat: SeatId, isChosen: boolean) => string {
  const say = useSay()
  return (plan, seat, isChosen) => {
    const { label = '', section = 0 } = plan.rows[plan.row[seat] ?? 0] ?? {}
    const name = plan.sections[section]?.name ?? ''
    return say('plans.seat', {
      section: name === '' ? 'none' : isolated(name),
      row: label === '' ? 'none' : isolated(label),
      number: isolated(plan.numbers[seat] ?? ''),
      zone: isolated(plan.categories[plan.category[seat] ?? 0]?.name ?? ''),
      isChosen: String(isChosen),
    })
  }
}
