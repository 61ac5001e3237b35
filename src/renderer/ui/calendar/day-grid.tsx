// Days as a sheet: by pointer, touch and keys. Owns the keyboard focus; what a day contains is up to its screen.

import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import { useIntl } from 'react-intl'
import { daysOn } from '../../../shared/lib/zone-day.ts'
import { useDirection } from '../words.tsx'
import styles from './day-grid.module.css'
import { WEEK_DAYS, monthsOn, weekdayOf } from './month.ts'
import { useDayNames } from './use-day-names.ts'

interface Props {
  readonly label: string
  readonly weeks: readonly (readonly string[])[]
  /** The day with the keyboard focus. */
  readonly day: string
  /** Moved to by key, or touched. */
  readonly onDay: (day: string) => void
  /** Enter, Space, or a click. */
  readonly onOpen?: (day: string) => void
  readonly today: string
  /** False for days that only fill up a week. */
  readonly isIn: (day: string) => boolean
  /** Announced after the date. */
  readonly wordsOf: (day: string) => string
  /** The content of its cell. */
  readonly children: (day: string) => ReactNode
}

export function DayGrid({ label, weeks, ...cells }: Props) {
  const { weekday } = useDayNames()
  const { day } = cells
  const table = useRef<HTMLTableElement>(null)
  const isMoved = useRef(false)
  const step = useSteps()
  useLayoutEffect(() => {
    if (!isMoved.current) return
    isMoved.current = false
    table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  })
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const next = step(event.key, day)
    if (next === null && event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    event.stopPropagation()
    if (next === null) return cells.onOpen?.(day)
    isMoved.current = true
    return cells.onDay(next)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a grid of days, moved through cell by cell
    <table ref={table} role="grid" aria-label={label} className={styles['grid']} onKeyDown={onKey}>
      <thead>
        <tr>
          {weeks[0]?.map((one) => (
            <th key={weekdayOf(one)} scope="col">
              {weekday(one)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((one) => (
              <Cell key={one} one={one} {...cells} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ one, ...cells }: Omit<Props, 'label' | 'weeks'> & { readonly one: string }) {
  const { dayNumber, wholeDay } = useDayNames()
  const { day, today, isIn, wordsOf, children, onDay, onOpen } = cells
  const words = wordsOf(one)
  return (
    <td
      tabIndex={one === day ? 0 : -1}
      aria-selected={one === day}
      aria-current={one === today ? 'date' : undefined}
      data-aside={!isIn(one) || undefined}
      className={styles['cell']}
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- keys are heard by the grid
      onClick={() => {
        onDay(one)
        onOpen?.(one)
      }}
    >
      <span className="visually-hidden">
        {wholeDay(one)}
        {words !== '' && `: ${words}`}
      </span>
      <span className={styles['number']} aria-hidden="true">
        {dayNumber(one)}
      </span>
      {children(one)}
    </td>
  )
}

/** The day to which a key leads; null for other keys. */
function useSteps(): (key: string, day: string) => string | null {
  const { locale } = useIntl()
  const forward = useDirection() === 'ltr' ? 1 : -1
  return (key, day) => {
    const byDays: Readonly<Record<string, number>> = {
      ArrowRight: forward,
      ArrowLeft: -forward,
      ArrowDown: WEEK_DAYS,
      ArrowUp: -WEEK_DAYS,
    }
    const days = byDays[key]
    if (days !== undefined) return daysOn(day, days)
    if (key === 'PageDown' || key === 'PageUp') return monthsOn(day, key === 'PageDown' ? 1 : -1, locale)
    return null
  }
}
