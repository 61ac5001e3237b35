import { useEffect, useMemo, useRef, useState } from 'react'
import type { SeatId } from '../../../shared/domain/ids.ts'
import type { SubscribeToSeats } from '../../seat-map/use-seat-map-view.ts'

/** More changed seats than this are a jump to another time rather than events: they are shown at once, without fading. */
const FADING_MAX = 200

/** The states of an instant for the map: a few seats changed in place, or a new snapshot. */
export function useShownStates(wanted: Uint8Array) {
  const [states, setStates] = useState(wanted)
  const listeners = useRef(new Set<(seatIds: readonly SeatId[]) => void>())
  const subscribe: SubscribeToSeats = useMemo(
    () => (listener) => {
      listeners.current.add(listener)
      return () => listeners.current.delete(listener)
    },
    [],
  )
  useEffect(() => {
    const changed = differences(states, wanted)
    // oxlint-disable-next-line react/set-state-in-effect -- only comparing with what the map has tells whether a snapshot is needed
    if (changed === null) setStates(new Uint8Array(wanted))
    else if (changed.length > 0) {
      states.set(wanted)
      for (const listener of listeners.current) listener(changed)
    }
  }, [states, wanted])
  return { states, subscribe }
}

/** Null if there are too many to report one by one. */
function differences(before: Uint8Array, after: Uint8Array): readonly SeatId[] | null {
  // [L4] A version of the plan with another number of seats.
  if (before.length !== after.length) return null
  const changed: SeatId[] = []
  for (let seat = 0; seat < after.length; seat += 1) {
    if (before[seat] === after[seat]) continue
    if (changed.length === FADING_MAX) return null
    changed.push(seat as SeatId)
  }
  return changed
}
