// The same seats as a list: section, row, seat. For screen readers, and for those who would rather read than aim.
// Owns which parts are open; must never render a seat whose row is closed: a house may have 80,000 of them.

import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { SeatId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import styles from './seat-list.module.css'
import { makeSeatRows, type SeatRows } from './seat-rows.ts'
import type { SubscribeToSeats } from './use-seat-map-view.ts'

export interface SeatListLabels {
  /** What the list is: "Seats as a list". */
  readonly list: string
  /** "Stalls", or "Stalls, 112 free". */
  readonly section: (section: number) => string
  /** "Row F", or "Row F, 12 free". */
  readonly row: (row: number) => string
  /** Shown for a row in which nothing is listed. */
  readonly none: string
}

export interface SeatListProps {
  readonly plan: Plan
  readonly subscribe?: SubscribeToSeats
  readonly mine: ReadonlySet<SeatId>
  readonly asking: ReadonlySet<SeatId>
  readonly labels: SeatListLabels
  readonly describe: (seatId: SeatId) => string
  /** Which seats to list: those that can be taken, and one's own. All if omitted. */
  readonly isListed?: (seatId: SeatId) => boolean
  readonly onToggle: (seatId: SeatId) => void
}

export function SeatList(props: SeatListProps) {
  const { plan, labels, subscribe } = props
  const rows = useMemo(() => makeSeatRows(plan), [plan])
  useEveryChange(subscribe)
  return (
    <section className={styles.list} aria-label={labels.list}>
      {rows.rowsOfSection.map((rowsHere, section) =>
        rowsHere.length === 0 ? null : (
          <Fold key={section} title={labels.section(section)}>
            {() => rowsHere.map((row) => <RowFold key={row} {...props} rows={rows} row={row} />)}
          </Fold>
        ),
      )}
    </section>
  )
}

type RowProps = SeatListProps & { readonly rows: SeatRows; readonly row: number }

function RowFold({ rows, row, ...props }: RowProps) {
  const { labels, isListed = () => true } = props
  const seats = () => (rows.seatsOfRow[row] ?? []).filter(isListed)
  return (
    <Fold title={labels.row(row)}>
      {() => {
        const listed = seats()
        if (listed.length === 0) return <p className={styles.none}>{labels.none}</p>
        return (
          <ul className={styles.seats}>
            {listed.map((seatId) => (
              <li key={seatId}>
                <SeatButton seatId={seatId} {...props} />
              </li>
            ))}
          </ul>
        )
      }}
    </Fold>
  )
}

function SeatButton({
  seatId,
  mine,
  asking,
  describe,
  onToggle,
}: SeatListProps & { readonly seatId: SeatId }) {
  return (
    <button
      type="button"
      className={styles.seat}
      aria-pressed={mine.has(seatId)}
      aria-busy={asking.has(seatId)}
      onClick={() => onToggle(seatId)}
    >
      {describe(seatId)}
    </button>
  )
}

/** A native disclosure; its content is rendered when it is opened and removed when it is closed. */
function Fold({ title, children }: { readonly title: string; readonly children: () => ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={styles.fold} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && <div className={styles.inside}>{children()}</div>}
    </details>
  )
}

/** Rerenders on every change, since counts and state words are the caller's and any change may alter them. */
function useEveryChange(subscribe: SubscribeToSeats | undefined): void {
  const [, setTimes] = useState(0)
  useEffect(() => subscribe?.(() => setTimes((times) => times + 1)), [subscribe])
}
