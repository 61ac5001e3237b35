// Moving the selection by pointer or finger: a frame follows the pointer, and the selection moves on release; a tap on a shape
// selects it. Owns the gesture; what lies at a point of the sheet is up to the draft.

import { type CSSProperties, type PointerEvent, useRef, useState } from 'react'
import type { SeatId } from '../../../shared/domain/ids.ts'
import { areaAt } from '../../../shared/domain/plan-edit/area-at.ts'
import { areasOf, boxOfChosen, type Chosen } from '../../../shared/domain/plan-edit/chosen.ts'
import { snapped } from '../../../shared/domain/plan-edit/snap.ts'
import type { PlanDraft } from '../../../shared/domain/plan-import/draft.ts'
import type { Box } from '../../../shared/domain/seat-plan/boxes.ts'
import { toPlan, toScreen } from '../../seat-map/camera.ts'
import type { Point } from '../../seat-map/geometry.ts'
import type { SeatMapView } from '../../seat-map/seat-map-view.ts'
import { change, choose } from '../../stores/plan-edit.ts'

interface Terms {
  readonly view: SeatMapView | null
  readonly draft: PlanDraft
  readonly chosen: Chosen
  readonly mine: ReadonlySet<SeatId>
  /** Pressed and released on the same seat. */
  readonly onSeatTap: (seat: SeatId) => void
}

interface Drag {
  readonly from: Point
  readonly by: Point
  /** The box around the selection, plan units. */
  readonly box: Box
}

/** A movement up to this is a click, not a drag. CSS px. */
const slop = 4

export function useDrag(terms: Terms) {
  const { view, draft, chosen } = terms
  const [drag, setDrag] = useState<Drag | null>(null)
  const down = useRef<Point | null>(null)
  const isMoved = drag !== null && Math.hypot(drag.by.x, drag.by.y) > slop
  const events = {
    onPointerDownCapture: (event: PointerEvent<HTMLElement>) => {
      down.current = null
      if (!view || event.button !== 0 || event.shiftKey || !isOnSheet(event)) return
      const from = placeOf(event)
      down.current = from
      if (!isOnChosen(terms, view, from)) return
      // Hidden from the map, which would move the house.
      event.stopPropagation()
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrag({ from, by: { x: 0, y: 0 }, box: boxOfChosen(draft, chosen) })
    },
    onPointerMoveCapture: (event: PointerEvent<HTMLElement>) => {
      if (!drag) return
      event.stopPropagation()
      const at = placeOf(event)
      setDrag({ ...drag, by: { x: at.x - drag.from.x, y: at.y - drag.from.y } })
    },
    onPointerUpCapture: (event: PointerEvent<HTMLElement>) => {
      const from = down.current
      down.current = null
      if (!view || !from) return
      if (!drag) return tapShape(terms, view, from, placeOf(event))
      event.stopPropagation()
      setDrag(null)
      if (!isMoved) return tap(terms, view, from)
      const { scale } = view.camera
      const by = { dx: drag.by.x / scale, dy: drag.by.y / scale }
      change({ kind: 'move', ...snapped(draft, chosen, by) })
    },
    onPointerCancelCapture: () => {
      down.current = null
      setDrag(null)
    },
  }
  return { events, ghost: isMoved && view ? ghostOf(view, drag) : null }
}

/** False for the buttons, which lie over the sheet. */
function isOnSheet({ target }: PointerEvent): boolean {
  return target instanceof Element && target.closest('button') === null
}

function placeOf({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): Point {
  const { left, top } = currentTarget.getBoundingClientRect()
  return { x: clientX - left, y: clientY - top }
}

function isOnChosen({ draft, chosen, mine }: Terms, view: SeatMapView, at: Point): boolean {
  const seat = view.seatAt(at)
  if (seat !== null) return mine.has(seat)
  const area = areaAt(areasOf(draft), toPlan(view.camera, at))
  return area !== null && chosen.areas.has(area)
}

function tap(terms: Terms, view: SeatMapView, at: Point): void {
  const seat = view.seatAt(at)
  if (seat === null) tapShape(terms, view, at, at)
  else terms.onSeatTap(seat)
}

/** A movement was a pan of the map; a tap on a seat is reported by the map itself. */
function tapShape({ draft, chosen }: Terms, view: SeatMapView, from: Point, to: Point): void {
  if (Math.hypot(to.x - from.x, to.y - from.y) > slop || view.seatAt(from) !== null) return
  const area = areaAt(areasOf(draft), toPlan(view.camera, from))
  if (area !== null) choose({ ...chosen, areas: chosen.areas.symmetricDifference(new Set([area])) })
}

function ghostOf({ camera }: SeatMapView, { box, by }: Drag): CSSProperties {
  const from = toScreen(camera, { x: box.left, y: box.top })
  const to = toScreen(camera, { x: box.right, y: box.bottom })
  return { left: from.x + by.x, top: from.y + by.y, width: to.x - from.x, height: to.y - from.y }
}
