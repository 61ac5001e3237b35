// What is chosen, moved by pointer: a frame goes with it, and the seats follow when it is let go. Owns the gesture.

import { type CSSProperties, type PointerEvent, useState } from 'react'
import type { SeatId } from '../../../shared/domain/ids.ts'
import type { Chosen } from '../../../shared/domain/plan-edit/chosen.ts'
import { snapped } from '../../../shared/domain/plan-edit/snap.ts'
import type { PlanDraft } from '../../../shared/domain/plan-import/draft.ts'
import type { SeatMapView } from '../../seat-map/seat-map-view.ts'
import { change } from '../../stores/plan-edit.ts'

interface Terms {
  readonly view: SeatMapView | null
  readonly draft: PlanDraft
  readonly chosen: Chosen
  readonly mine: ReadonlySet<SeatId>
  /** The pointer is on a chosen seat. */
  readonly isOnChosen: () => boolean
  /** Let go where it went down. */
  readonly onTap: () => void
}

interface Drag {
  readonly x: number
  readonly y: number
  readonly dx: number
  readonly dy: number
}

/** A click is not a drag, CSS px. */
const slop = 4

export function useDrag({ view, draft, chosen, mine, isOnChosen, onTap }: Terms) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const isMoved = drag !== null && Math.hypot(drag.dx, drag.dy) > slop
  const events = {
    onPointerDownCapture: (event: PointerEvent) => {
      const isMeant = event.button === 0 && !event.shiftKey && event.pointerType === 'mouse'
      if (!view || !isMeant || !isOnChosen()) return
      // The map hears nothing of it: it would move the house.
      event.stopPropagation()
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrag({ x: event.clientX, y: event.clientY, dx: 0, dy: 0 })
    },
    onPointerMoveCapture: (event: PointerEvent) => {
      if (!drag) return
      event.stopPropagation()
      setDrag({ ...drag, dx: event.clientX - drag.x, dy: event.clientY - drag.y })
    },
    onPointerUpCapture: (event: PointerEvent) => {
      if (!drag) return
      event.stopPropagation()
      setDrag(null)
      if (!view) return
      if (!isMoved) return onTap()
      const { scale } = view.camera
      change({ kind: 'move', ...snapped(draft, chosen, { dx: drag.dx / scale, dy: drag.dy / scale }) })
    },
    onPointerCancelCapture: () => setDrag(null),
  }
  return { events, ghost: isMoved && view ? ghostOf(view, mine, drag) : null }
}

/** Of the first thousand: more cannot be told apart in a frame. */
const framed = 1000

function ghostOf(view: SeatMapView, mine: ReadonlySet<SeatId>, { dx, dy }: Drag): CSSProperties {
  const boxes = [...mine].slice(0, framed).map((seat) => view.seatBox(seat))
  const left = Math.min(...boxes.map((box) => box.left))
  const top = Math.min(...boxes.map((box) => box.top))
  const width = Math.max(...boxes.map((box) => box.right)) - left
  const height = Math.max(...boxes.map((box) => box.bottom)) - top
  return { left: left + dx, top: top + dy, width, height }
}
