// The seat map as a component: a canvas to look at, a grid of one cell for the screen reader, buttons for the zoom.
// Owns focus and what is announced; must never hold a word of its own, nor know whether a seat may be taken.

import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useId,
  useRef,
  useState,
} from 'react'
import type { SeatId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import type { TypedEcho } from './seat-typing.ts'
import type { SeatMapView } from './seat-map-view.ts'
import styles from './seat-map.module.css'
import { SeatCardPlace } from './seat-card-place.tsx'
import { makeSeatKeys, type SeatKeysTerms } from './seat-keys.ts'
import { LEAST_TARGET_PX } from './seat-targets.ts'
import { type SubscribeToSeats, useSeatMapView } from './use-seat-map-view.ts'
import { takeScreenFocus } from '../ui/kept-focus.ts'
import { type ShownCard, useSeatCard } from './use-seat-card.ts'
import { useSeatTyping } from './use-seat-typing.ts'
import { type SweepUse, useSweep } from './use-sweep.ts'
import { ZoomButtons, type ZoomLabels } from './zoom-buttons.tsx'

export interface SeatMapLabels extends ZoomLabels {
  /** What the map is: "Seat map, Grand Theatre". */
  readonly map: string
  /** How to use it by keyboard; read once, on arrival. */
  readonly help: string
  /**
   * The word being typed to jump to a seat: "D10", or "D99: no such seat". `isFound` is also true while the word may still become
   * a seat's name. If omitted, typing works the same but nothing is shown.
   */
  readonly typed?: (text: string, isFound: boolean) => string
  /** Where in the house a row is: "Stalls · Row F". Shown when zoomed in; if omitted, nothing is. */
  readonly where?: (row: number) => string
}

export interface SeatMapProps {
  readonly plan: Plan
  /** Codes of `seatStateCode` by seat. A different array is a new snapshot; changes in place are reported by `subscribe`. */
  readonly states: Uint8Array
  readonly subscribe?: SubscribeToSeats
  /** Pass new sets on a change. */
  readonly mine: ReadonlySet<SeatId>
  readonly asking: ReadonlySet<SeatId>
  /** Held at this desk but not in the cart in hand. */
  readonly aside?: ReadonlySet<SeatId>
  /** Seats just named in a refusal. */
  readonly problems?: ReadonlySet<SeatId>
  /** [H14] Free seats that the choice would leave alone. */
  readonly alone?: ReadonlySet<SeatId>
  /** The price zone that is searched: all others fade. Null or omitted for all. */
  readonly zone?: number | null
  /** If omitted, seats are chosen one by one. */
  readonly sweep?: SweepUse
  /** Renders the card beside a seat: shown when the pointer rests on it, a finger stays on it, or F1 asks. */
  readonly renderCard?: (card: ShownCard) => ReactNode
  readonly labels: SeatMapLabels
  /** Text direction of the words; the house is never mirrored. */
  readonly direction?: 'ltr' | 'rtl'
  /** "Row A, seat 14, Stalls, Normal ₹200, available". */
  readonly describe: (seatId: SeatId) => string
  /** A click, a tap, Space or Enter on any seat, free or not. */
  readonly onToggle: (seatId: SeatId) => void
  readonly onHover?: (seatId: SeatId | null) => void
  /** Whether seats are too small to be pressed, so that a click only zooms in: reported at first, and with each move. */
  readonly onFar?: (isFar: boolean) => void
  /** The map itself, for a caller that draws over it; null while there is none. */
  readonly onView?: (view: SeatMapView | null) => void
  /** The seat with keyboard focus; null when the focus leaves the map. */
  readonly onFocusSeat?: (seatId: SeatId | null) => void
  /** Scrolled into view whenever it changes, near enough to be told from its neighbours. */
  readonly shown?: SeatId | null
  /** View only: nothing on it can be pressed. */
  readonly isStill?: boolean
  /** Changes whenever the page switches its own colour scheme. */
  readonly scheme?: string
  /** Takes the keyboard focus when it appears: for screens whose purpose is choosing seats. */
  readonly autoFocus?: boolean
  /** What floats over the map, such as a legend. */
  readonly children?: ReactNode
}

/** Keyed by plan: another plan is another map, and nothing of the old one's focus or zoom is kept. */
export function SeatMap(props: SeatMapProps) {
  return <PlanMap key={props.plan.planId} {...props} />
}

function PlanMap(props: SeatMapProps) {
  const { labels, describe, mine, children, autoFocus = false, direction = 'ltr', isStill = false } = props
  const id = useId()
  const grid = useAutoFocus(autoFocus)
  const { view, host, minimap, focused, ends, row, echo, gridEvents, card, drawing } = useMap(props)
  const cellId = `${id}-${focused}`
  return (
    <div className={styles.map} dir="ltr">
      <div
        ref={grid}
        className={styles.grid}
        role="grid"
        tabIndex={0}
        aria-label={labels.map}
        aria-describedby={`${id}-help`}
        aria-multiselectable
        aria-activedescendant={focused === null ? undefined : cellId}
        {...gridEvents}
      >
        <div ref={host} className={styles.canvas} aria-hidden />
        {/* One cell of a grid that is drawn, not laid out: a table cannot lie on a canvas. */}
        <div role="row" className={styles.said}>
          <div
            role="gridcell"
            key={focused}
            id={cellId}
            aria-selected={focused !== null && mine.has(focused)}
            dir={direction}
          >
            {focused === null ? labels.map : describe(focused)}
          </div>
        </div>
      </div>
      <p id={`${id}-help`} hidden>
        {labels.help}
      </p>
      {view && card.shown && props.renderCard && (
        <SeatCardPlace shown={card.shown} view={view}>
          {props.renderCard(card.shown)}
        </SeatCardPlace>
      )}
      <TypedChip echo={echo} words={labels.typed} direction={direction} />
      {row !== null && labels.where && (
        <p className={styles.where} aria-hidden dir={direction}>
          {labels.where(row)}
        </p>
      )}
      <canvas ref={minimap} className={styles.minimap} aria-hidden hidden />
      {!isStill && (
        <ZoomButtons
          labels={labels}
          {...ends}
          isDrawing={drawing.isOn}
          {...(props.sweep && { onDraw: drawing.toggle })}
          onZoomIn={() => view?.zoomIn()}
          onZoomOut={() => view?.zoomOut()}
          onFit={() => view?.fit()}
        />
      )}
      {children}
    </div>
  )
}

interface TypedChipProps {
  readonly echo: TypedEcho | null
  readonly words: SeatMapLabels['typed'] | undefined
  readonly direction: 'ltr' | 'rtl'
}

/** Rendered before there is a word: only changes inside a live region are read aloud. */
function TypedChip({ echo, words, direction }: TypedChipProps) {
  return (
    <div
      className={styles.typed}
      aria-live="polite"
      aria-atomic
      dir={direction}
      data-missed={echo?.isFound === false}
    >
      {echo && words?.(echo.text, echo.isFound)}
    </div>
  )
}

function useAutoFocus(isWanted: boolean) {
  const grid = useRef<HTMLDivElement>(null)
  // As a layout effect: if it ran later, a key might already have gone elsewhere.
  useLayoutEffect(() => {
    if (isWanted) takeScreenFocus(grid.current)
  }, [isWanted])
  return grid
}

function useMap(props: SeatMapProps) {
  const { subscribe, onToggle, onHover, onFocusSeat, onFar, shown = null } = props
  const card = useSeatCard()
  const sweeping = useSweep(props.sweep)
  const [isDrawing, setDrawing] = useState(false)
  const [left, setFocused] = useState<SeatId | null>(null)
  const focused = left !== null && left < props.plan.count ? left : null
  // The ring is for the keyboard: a click hides it, the next key shows it.
  const [isRinged, setRinged] = useState(false)
  const [ends, setEnds] = useState({ isFit: true, isNearest: false })
  // The row about the middle of the view: zoomed far in, no name of a section or row may be left in sight.
  const [row, setRow] = useState<number | null>(null)
  const typing = useSeatTyping()
  const [, setMoves] = useState(0)
  const focus = (seatId: SeatId | null) => {
    setFocused(seatId)
    card.follow(seatId)
    onFocusSeat?.(seatId)
  }
  const mounted = useSeatMapView({
    ...props,
    ringed: isRinged ? focused : null,
    isDrawing,
    onTap: (seatId) => {
      typing.forget()
      focus(seatId)
      onToggle(seatId)
    },
    onHover: (seatId) => {
      card.hover(seatId)
      onHover?.(seatId)
    },
    onAsk: card.ask,
    onSweep: sweeping.draw,
    onViewChange: (view) => {
      setEnds((old) => endsOf(view, old))
      const seat = view.seatInSight()
      setRow(seat === null ? null : (props.plan.row[seat] ?? null))
      onFar?.(isTooFar(view))
      // The card stands beside its seat, wherever that has moved.
      if (card.shown) setMoves((moves) => moves + 1)
    },
  })
  const { view } = mounted
  useEffect(() => {
    if (shown !== null) view?.jumpToSeat(shown)
  }, [view, shown])
  const onRange: SeatKeysTerms['onRange'] = (ends) => view && sweeping.range(view.house, ends)
  const onKey = makeSeatKeys({ ...props, view, focused, focus, typing, onRange, onAsk: card.toggle })
  useHeard(subscribe, focused)
  const gridEvents = {
    onKeyDown: (event: KeyboardEvent) => {
      setRinged(true)
      onKey(event)
    },
    onFocus: ({ currentTarget }: FocusEvent) => setRinged(currentTarget.matches(':focus-visible')),
    onPointerDown: () => {
      setRinged(false)
      card.close()
      onRange(null)
    },
    onBlur: () => {
      setRinged(false)
      typing.forget()
      onFocusSeat?.(null)
    },
  }
  const drawing = { isOn: isDrawing, toggle: () => setDrawing(!isDrawing) }
  return { ...mounted, focused, ends, row, echo: typing.echo, gridEvents, card, drawing }
}

interface Ends {
  readonly isFit: boolean
  readonly isNearest: boolean
}

/** Keeps the old values if they still hold, so that nothing is rendered again for them. */
function endsOf({ isFit, isNearest }: SeatMapView, old: Ends): Ends {
  return old.isFit === isFit && old.isNearest === isNearest ? old : { isFit, isNearest }
}

function isTooFar({ camera, house }: SeatMapView): boolean {
  const kind = matchMedia('(pointer: coarse)').matches ? 'touch' : 'mouse'
  return 2 * house.plan.seatRadius * camera.scale < LEAST_TARGET_PX[kind]
}

/** What is announced about the focused seat must be announced again when another kiosk changes it. */
function useHeard(subscribe: SubscribeToSeats | undefined, focused: SeatId | null): void {
  const [, setTimes] = useState(0)
  useEffect(() => {
    const hear = (seatIds: readonly SeatId[]) => {
      if (focused !== null && seatIds.includes(focused)) setTimes((times) => times + 1)
    }
    return subscribe?.(hear)
  }, [subscribe, focused])
}
