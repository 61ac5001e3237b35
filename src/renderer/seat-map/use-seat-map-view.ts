// Keeps a SeatMapView alive beside React and hands it what has changed. Owns its lifetime.
// Must never make React draw a seat, nor rebuild the view for anything but another plan.

import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { SeatId } from '../../shared/domain/ids.ts'
import { placeOf } from '../../shared/domain/seat-plan/focus.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { known } from '../../shared/lib/assert.ts'
import type { Camera } from './camera.ts'
import type { House } from './house.ts'
import { SeatMapView } from './seat-map-view.ts'
import { isInSight } from './showing.ts'
import type { SweepNews } from './view-gestures.ts'

/** Calls back with the seats whose codes have just been changed in place; returns the function that unsubscribes. */
export type SubscribeToSeats = (onChange: (seatIds: readonly SeatId[]) => void) => () => void

const none: ReadonlySet<SeatId> = new Set()

export interface ViewTerms {
  readonly plan: Plan
  readonly states: Uint8Array
  readonly mine: ReadonlySet<SeatId>
  readonly asking: ReadonlySet<SeatId>
  readonly aside?: ReadonlySet<SeatId> | undefined
  readonly problems?: ReadonlySet<SeatId> | undefined
  readonly alone?: ReadonlySet<SeatId> | undefined
  /** The price zone that is searched; null or omitted for all. */
  readonly zone?: number | null | undefined
  readonly isDrawing: boolean
  readonly subscribe?: SubscribeToSeats | undefined
  readonly scheme?: string | undefined
  readonly ringed: SeatId | null
  readonly onTap: (seatId: SeatId) => void
  readonly onHover: (seatId: SeatId | null) => void
  readonly onAsk: (seatId: SeatId) => void
  readonly onSweep: (house: House, news: SweepNews) => void
  /** Also called once at first. */
  readonly onViewChange: (view: SeatMapView) => void
  readonly onView?: ((view: SeatMapView | null) => void) | undefined
}

export interface MountedView {
  /** Null until it is mounted. */
  readonly view: SeatMapView | null
  readonly host: RefObject<HTMLDivElement | null>
  readonly minimap: RefObject<HTMLCanvasElement | null>
}

export function useSeatMapView(terms: ViewTerms): MountedView {
  const { plan, states, mine, asking, aside = none, problems = none, alone = none, zone = null } = terms
  const { subscribe, scheme, ringed, isDrawing, onView } = terms
  const [mounted, setMounted] = useState<SeatMapView | null>(null)
  // After the plan's drawing has changed, nothing is passed to the old view while the new one is not there yet.
  const view = mounted?.house.plan === plan ? mounted : null
  const left = useRef<Camera | null>(null)
  const host = useRef<HTMLDivElement | null>(null)
  const minimap = useRef<HTMLCanvasElement | null>(null)
  const onSeatTap = useEffectEvent(terms.onTap)
  const onSeatHover = useEffectEvent(terms.onHover)
  const onSeatAsk = useEffectEvent(terms.onAsk)
  const onSweep = useEffectEvent(terms.onSweep)
  const onViewChange = useEffectEvent(terms.onViewChange)

  useLayoutEffect(() => {
    const made = new SeatMapView(known(host.current, 'the map is mounted'), plan, {
      minimap: known(minimap.current, 'the minimap is mounted'),
      onSeatTap: (seatId) => onSeatTap(seatId),
      onSeatHover: (seatId) => onSeatHover(seatId),
      onSeatAsk: (seatId) => onSeatAsk(seatId),
      onSweep: (news) => onSweep(made.house, news),
      onViewChange: () => onViewChange(made),
      // A plan that is being edited keeps the camera when it is redrawn.
      ...(left.current && { start: left.current }),
    })
    // oxlint-disable-next-line react/set-state-in-effect -- the view needs its elements: not there before the first commit
    setMounted(made)
    onViewChange(made)
    return () => {
      left.current = made.isFit ? null : made.camera
      made.dispose()
    }
  }, [plan])

  useLayoutEffect(() => view?.setStates(states), [view, states])
  useLayoutEffect(() => view?.setMine(mine, asking, aside), [view, mine, asking, aside])
  useShown(view, mine)
  useLayoutEffect(() => view?.setMarks(problems, alone), [view, problems, alone])
  useLayoutEffect(() => view?.setZone(zone), [view, zone])
  useLayoutEffect(() => view?.setDrawing(isDrawing), [view, isDrawing])
  useLayoutEffect(() => view?.setFocused(ringed), [view, ringed])
  useEffect(() => onView?.(view), [view, onView])
  useEffect(() => {
    if (scheme !== undefined) view?.refreshTheme()
  }, [view, scheme])
  useEffect(() => subscribe?.((seatIds) => view?.changeSeats(seatIds)), [view, subscribe])
  return { view, host, minimap }
}

/**
 * Of seats that are chosen elsewhere than on the map, as best seats and those of a recalled cart, the first out of sight is gone to.
 * Where all are seen the map stays, since a click must not move the house.
 */
function useShown(view: SeatMapView | null, mine: ReadonlySet<SeatId>): void {
  const shown = useRef(mine)
  useEffect(() => {
    const added = [...mine.difference(shown.current)]
    shown.current = mine
    if (!view) return
    const { house, camera, size, minimapBox } = view
    const hidden = added.find((seatId) => !isInSight(placeOf(house.plan, seatId), camera, size, minimapBox))
    if (hidden !== undefined) view.showSeat(hidden)
  }, [view, mine])
}
