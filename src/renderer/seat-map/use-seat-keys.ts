// The keyboard on the map: from one focused seat to the next, by geometry or by typing. Owns what a key does.
// Must never draw, nor decide whether a seat may be taken.

import { type KeyboardEvent, useRef } from 'react'
import type { SeatId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { rowEnd, seatInNextSection, seatTowards } from './seat-neighbours.ts'
import { type KeyAction, keyAction } from './seat-map-keys.ts'
import type { SeatMapView } from './seat-map-view.ts'
import {
  isTyping,
  makeSeatsByLabel,
  nothingTyped,
  type SeatsByLabel,
  seatTyped,
  typeKey,
} from './seat-typing.ts'

export interface SeatKeysTerms {
  readonly view: SeatMapView | null
  readonly focused: SeatId | null
  readonly focus: (seatId: SeatId) => void
  /** One's own seats: a range never gives a seat back. */
  readonly mine: ReadonlySet<SeatId>
  readonly onToggle: (seatId: SeatId) => void
}

export function useSeatKeys({
  view,
  focused,
  focus,
  mine,
  onToggle,
}: SeatKeysTerms): (event: KeyboardEvent) => void {
  const typing = useTyping()

  const go = (map: SeatMapView, to: SeatId) => {
    focus(to)
    map.showSeat(to)
  }
  const move = (map: SeatMapView, from: SeatId, action: Move) => {
    const to = moved(map, from, action)
    const isRange = action.do === 'move' && action.isRange
    for (const seatId of isRange ? new Set([from, to]) : []) if (!mine.has(seatId)) onToggle(seatId)
    go(map, to)
  }
  const run = (map: SeatMapView, action: KeyAction, atMs: number) => {
    const from = focused ?? map.middleSeat()
    if (action.do !== 'type') typing.end()
    const typed = action.do === 'type' ? typing.next(map, { key: action.key, atMs, from: focused }) : null
    if (typed !== null) go(map, typed)
    if (action.do === 'zoom-in') map.zoomIn(focused)
    else if (action.do === 'zoom-out') map.zoomOut(focused)
    else if (action.do === 'fit') map.fit()
    else if (action.do === 'type' || from === null) return
    else if (action.do !== 'toggle') move(map, from, action)
    else {
      focus(from)
      onToggle(from)
    }
  }
  return (event) => {
    const action = keyAction(event, typing.isOn(event.timeStamp))
    if (!view || !action) return
    event.preventDefault()
    run(view, action, event.timeStamp)
  }
}

type Move = Extract<KeyAction, { do: 'move' | 'row-end' | 'section' }>

function moved({ house }: SeatMapView, from: SeatId, action: Move): SeatId {
  if (action.do === 'move') return seatTowards(house, from, action.direction)
  if (action.do === 'row-end') return rowEnd(house, from, action.side)
  return seatInNextSection(house, from, action.by)
}

interface TypedKey {
  readonly key: string
  readonly atMs: number
  readonly from: SeatId | null
}

/** The buffer of a label being typed; the plan's labels are listed when the first key is typed. */
function useTyping() {
  const typing = useRef(nothingTyped)
  const labels = useRef<{ readonly plan: Plan; readonly byLabel: SeatsByLabel } | null>(null)
  return {
    isOn: (atMs: number) => isTyping(typing.current, atMs),
    /** Any other key ends the word: "F5, Space, F9" names two seats, however fast it is typed. */
    end: () => {
      typing.current = nothingTyped
    },
    next: ({ house: { plan } }: SeatMapView, { key, atMs, from }: TypedKey): SeatId | null => {
      typing.current = typeKey(typing.current, key, atMs)
      if (labels.current?.plan !== plan) labels.current = { plan, byLabel: makeSeatsByLabel(plan) }
      return seatTyped(labels.current, typing.current.text, from)
    },
  }
}
