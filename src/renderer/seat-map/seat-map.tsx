// The seat map as a component: a canvas for the eye, a grid of one cell for the screen reader, buttons for the zoom.
// Owns focus and what is said; must never hold a word of its own, nor know whether a seat may be taken.

import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import type { SeatId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import type { TypedEcho } from './seat-typing.ts'
import styles from './seat-map.module.css'
import { makeSeatKeys } from './seat-keys.ts'
import { type SubscribeToSeats, useSeatMapView } from './use-seat-map-view.ts'
import { useSeatTyping } from './use-seat-typing.ts'
import { ZoomButtons, type ZoomLabels } from './zoom-buttons.tsx'

export interface SeatMapLabels extends ZoomLabels {
  /** What the map is: "Seat map, Grand Theatre". */
  readonly map: string
  /** How to use it by keyboard; read once, on arrival. */
  readonly help: string
  /**
   * The word being typed to jump to a seat: "D10", or "D99: no such seat". `isFound` also holds for what may still
   * become a seat's name while one types on. Without it nothing is shown, and the rules are the same.
   */
  readonly typed?: (text: string, isFound: boolean) => string
  /** Where in the house a row is: "Stalls · Row F". Shown while one is near; without it nothing is. */
  readonly where?: (row: number) => string
}

export interface SeatMapProps {
  readonly plan: Plan
  /** Codes of `seatStateCode` by seat. Another array is a new snapshot; changes in place are told by `subscribe`. */
  readonly states: Uint8Array
  readonly subscribe?: SubscribeToSeats
  /** New sets on a change. */
  readonly mine: ReadonlySet<SeatId>
  readonly asking: ReadonlySet<SeatId>
  /** Seats a refusal has just named. */
  readonly problems?: ReadonlySet<SeatId>
  readonly labels: SeatMapLabels
  /** "Row A, seat 14, Stalls, Normal ₹200, available". */
  readonly describe: (seatId: SeatId) => string
  /** A click, a tap, Space or Enter on any seat, free or not. */
  readonly onToggle: (seatId: SeatId) => void
  readonly onHover?: (seatId: SeatId | null) => void
  /** The keyboard's seat; null when it leaves the map. */
  readonly onFocusSeat?: (seatId: SeatId | null) => void
  /** Changes whenever the page switches its own colours. */
  readonly scheme?: string
  /** Takes the keyboard when it appears: where choosing seats is what the screen is for. */
  readonly autoFocus?: boolean
  /** What floats over the map: a legend. */
  readonly children?: ReactNode
}

/** Another plan is another map: nothing of the old one's focus or zoom is kept. */
export function SeatMap(props: SeatMapProps) {
  return <PlanMap key={props.plan.planId} {...props} />
}

function PlanMap(props: SeatMapProps) {
  const { labels, describe, mine, children, autoFocus = false } = props
  const id = useId()
  const grid = useAutoFocus(autoFocus)
  const { view, host, minimap, focused, ends, row, echo, gridEvents } = useMap(props)
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
            dir="auto"
          >
            {focused === null ? labels.map : describe(focused)}
          </div>
        </div>
      </div>
      <p id={`${id}-help`} hidden>
        {labels.help}
      </p>
      <TypedChip echo={echo} words={labels.typed} />
      {row !== null && labels.where && (
        <p className={styles.where} aria-hidden dir="auto">
          {labels.where(row)}
        </p>
      )}
      <canvas ref={minimap} className={styles.minimap} aria-hidden hidden />
      <ZoomButtons
        labels={labels}
        {...ends}
        onZoomIn={() => view?.zoomIn()}
        onZoomOut={() => view?.zoomOut()}
        onFit={() => view?.fit()}
      />
      {children}
    </div>
  )
}

interface TypedChipProps {
  readonly echo: TypedEcho | null
  readonly words: SeatMapLabels['typed'] | undefined
}

/** There before there is a word: only what changes in a live region is read aloud. */
function TypedChip({ echo, words }: TypedChipProps) {
  return (
    <div
      className={styles.typed}
      aria-live="polite"
      aria-atomic
      dir="auto"
      data-missed={echo?.isFound === false}
    >
      {echo && words?.(echo.text, echo.isFound)}
    </div>
  )
}

function useAutoFocus(isWanted: boolean) {
  const grid = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isWanted) grid.current?.focus({ preventScroll: true })
  }, [isWanted])
  return grid
}

function useMap(props: SeatMapProps) {
  const { subscribe, onToggle, onHover, onFocusSeat } = props
  const [focused, setFocused] = useState<SeatId | null>(null)
  // The ring is for the keyboard: a click hides it, the next key shows it.
  const [isRinged, setRinged] = useState(false)
  const [ends, setEnds] = useState({ isFit: true, isNearest: false })
  // The row about the middle of what is seen: far in, no name of a section or a row may be left in sight.
  const [row, setRow] = useState<number | null>(null)
  const typing = useSeatTyping()
  const focus = (seatId: SeatId | null) => {
    setFocused(seatId)
    onFocusSeat?.(seatId)
  }
  const mounted = useSeatMapView({
    ...props,
    ringed: isRinged ? focused : null,
    onTap: (seatId) => {
      typing.forget()
      focus(seatId)
      onToggle(seatId)
    },
    onHover: (seatId) => onHover?.(seatId),
    onViewChange: (view) => {
      const { isFit, isNearest } = view
      setEnds((old) => (old.isFit === isFit && old.isNearest === isNearest ? old : { isFit, isNearest }))
      const seat = view.seatInSight()
      setRow(seat === null ? null : (props.plan.row[seat] ?? null))
    },
  })
  const onKey = makeSeatKeys({ ...props, view: mounted.view, focused, focus, typing })
  useHeard(subscribe, focused)
  const gridEvents = {
    onKeyDown: (event: KeyboardEvent) => {
      setRinged(true)
      onKey(event)
    },
    onFocus: ({ currentTarget }: FocusEvent) => setRinged(currentTarget.matches(':focus-visible')),
    onPointerDown: () => setRinged(false),
    onBlur: () => {
      setRinged(false)
      typing.forget()
      onFocusSeat?.(null)
    },
  }
  return { ...mounted, focused, ends, row, echo: typing.echo, gridEvents }
}

/** What is said about the focused seat must be said anew when another kiosk changes it. */
function useHeard(subscribe: SubscribeToSeats | undefined, focused: SeatId | null): void {
  const [, setTimes] = useState(0)
  useEffect(() => {
    const hear = (seatIds: readonly SeatId[]) => {
      if (focused !== null && seatIds.includes(focused)) setTimes((times) => times + 1)
    }
    return subscribe?.(hear)
  }, [subscribe, focused])
}
