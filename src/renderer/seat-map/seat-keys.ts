// The keyboard on the map: from one focused seat to the next, by geometry or by typing. Owns what a key does.
// Must never draw, nor decide whether a seat may be taken.

import type { KeyboardEvent } from 'react'
import type { SeatId } from '../../shared/domain/ids.ts'
import { rowEnd, seatInNextSection, seatTowards } from './seat-neighbours.ts'
import { type KeyAction, keyAction } from './seat-map-keys.ts'
import type { SeatMapView } from './seat-map-view.ts'
import type { SeatTyping } from './use-seat-typing.ts'

export interface SeatKeysTerms {
  readonly view: SeatMapView | null
  readonly focused: SeatId | null
  readonly focus: (seatId: SeatId | null) => void
  /** With Shift, from the previous to the current seat; null ends the range. */
  readonly onRange: (ends: { readonly from: SeatId; readonly to: SeatId } | null) => void
  readonly onAsk: (seatId: SeatId) => void
  readonly onToggle: (seatId: SeatId) => void
  readonly typing: SeatTyping
}

export function makeSeatKeys(terms: SeatKeysTerms): (event: KeyboardEvent) => void {
  const { view, typing } = terms
  return (event) => {
    const action = keyAction(event, typing.isOn(event.timeStamp))
    if (!view || !action) return
    event.preventDefault()
    run(terms, view, action, event.timeStamp)
  }
}

function run(terms: SeatKeysTerms, map: SeatMapView, action: KeyAction, atMs: number): void {
  const { focused, typing } = terms
  if (isMove(action)) return move(terms, map, action)
  terms.onRange(null)
  if (action.do === 'type') return type(terms, map, action.key, atMs)
  if (action.do === 'toggle') return toggle(terms, map)
  typing.end()
  if (action.do === 'ask') return ask(terms, map)
  if (action.do === 'zoom-in') map.zoomIn(focused)
  else if (action.do === 'zoom-out') map.zoomOut(focused)
  else map.fit()
}

/** A word that names nothing, or no longer does ("D9", then "D99"), returns the focus to where it began. */
function type({ focused, focus, typing }: SeatKeysTerms, map: SeatMapView, key: string, atMs: number): void {
  const { seat, from } = typing.type(map.house.plan, { key, atMs, focused })
  const to = seat ?? from
  if (to !== focused) focus(to)
  if (seat !== null) map.jumpToSeat(seat)
  else if (from !== null && from !== focused) map.showSeat(from)
}

/** Never toggles a seat other than the one that was typed. */
function toggle({ focused, focus, onToggle, typing }: SeatKeysTerms, map: SeatMapView): void {
  const at = focused ?? map.middleSeat()
  const isRefused = typing.isMissed()
  typing.hush()
  if (isRefused || at === null) return
  focus(at)
  onToggle(at)
}

function ask({ focused, focus, onAsk }: SeatKeysTerms, map: SeatMapView): void {
  const at = focused ?? map.middleSeat()
  if (at === null) return
  focus(at)
  onAsk(at)
}

function move(terms: SeatKeysTerms, map: SeatMapView, action: Move): void {
  const { focused, focus, onRange, typing } = terms
  typing.forget()
  const from = focused ?? map.middleSeat()
  if (from === null) return
  const to = moved(map, from, action)
  focus(to)
  onRange(action.do !== 'section' && action.isRange ? { from, to } : null)
  map.showSeat(to)
}

type Move = Extract<KeyAction, { do: 'move' | 'row-end' | 'section' }>

function isMove(action: KeyAction): action is Move {
  return action.do === 'move' || action.do === 'row-end' || action.do === 'section'
}

function moved({ house }: SeatMapView, from: SeatId, action: Move): SeatId {
  if (action.do === 'move') return seatTowards(house, from, action.direction)
  if (action.do === 'row-end') return rowEnd(house, from, action.side)
  return seatInNextSection(house, from, action.by)
}
