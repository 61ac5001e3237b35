// Keeps a SeatMapView alive beside React and hands it what has changed. Owns its life.
// Must never make React draw a seat, nor build the view anew for anything but another plan.

import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { SeatId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { known } from '../../shared/lib/assert.ts'
import { SeatMapView } from './seat-map-view.ts'

/** Calls back with the seats whose codes have just been changed in place; answers how to stop. */
export type SubscribeToSeats = (onChange: (seatIds: readonly SeatId[]) => void) => () => void

const none: ReadonlySet<SeatId> = new Set()

export interface ViewTerms {
  readonly plan: Plan
  readonly states: Uint8Array
  readonly mine: ReadonlySet<SeatId>
  readonly asking: ReadonlySet<SeatId>
  readonly problems?: ReadonlySet<SeatId> | undefined
  readonly subscribe?: SubscribeToSeats | undefined
  readonly scheme?: string | undefined
  readonly ringed: SeatId | null
  readonly onTap: (seatId: SeatId) => void
  readonly onHover: (seatId: SeatId | null) => void
  readonly onViewChange: (view: SeatMapView) => void
}

export interface MountedView {
  /** Null until it is mounted. */
  readonly view: SeatMapView | null
  readonly host: RefObject<HTMLDivElement | null>
  readonly minimap: RefObject<HTMLCanvasElement | null>
}

export function useSeatMapView(terms: ViewTerms): MountedView {
  const { plan, states, mine, asking, problems = none, subscribe, scheme, ringed } = terms
  const [view, setView] = useState<SeatMapView | null>(null)
  const host = useRef<HTMLDivElement | null>(null)
  const minimap = useRef<HTMLCanvasElement | null>(null)
  const onSeatTap = useEffectEvent(terms.onTap)
  const onSeatHover = useEffectEvent(terms.onHover)
  const onViewChange = useEffectEvent(terms.onViewChange)

  useLayoutEffect(() => {
    const made = new SeatMapView(known(host.current, 'the map is mounted'), plan, {
      minimap: known(minimap.current, 'the minimap is mounted'),
      onSeatTap: (seatId) => onSeatTap(seatId),
      onSeatHover: (seatId) => onSeatHover(seatId),
      onViewChange: () => onViewChange(made),
    })
    // oxlint-disable-next-line react/set-state-in-effect -- the view needs its elements: not there before the first commit
    setView(made)
    return () => made.dispose()
  }, [plan])

  useLayoutEffect(() => view?.setStates(states), [view, states])
  useLayoutEffect(() => view?.setMine(mine, asking), [view, mine, asking])
  useLayoutEffect(() => view?.setProblems(problems), [view, problems])
  useLayoutEffect(() => view?.setFocused(ringed), [view, ringed])
  useEffect(() => {
    if (scheme !== undefined) view?.refreshTheme()
  }, [view, scheme])
  useEffect(() => subscribe?.((seatIds) => view?.changeSeats(seatIds)), [view, subscribe])
  return { view, host, minimap }
}
