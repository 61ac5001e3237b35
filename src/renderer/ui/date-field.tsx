// A day, typed or chosen, in the reader's own calendar, digits and order: a Persian date for Persian readers, a Gregorian one
// otherwise. Owns the field; its screen gets the day in ISO form, '' for none. A half-typed date is no day: on leaving, the field
// returns to the valid day, or is marked as incomplete.

import { type CalendarDate, parseDate } from '@internationalized/date'
import { useState } from 'react'
import { I18nProvider, Label, DateField as Parts } from 'react-aria-components'
import { useIntl } from 'react-intl'
import { DayChoice } from './calendar/day-choice.tsx'
import styles from './date-field.module.css'
import { DayParts, isWhole } from './day-parts.tsx'

interface Props {
  readonly label: string
  /** `2026-11-20`; empty for none. */
  readonly day: string
  readonly onDay: (day: string) => void
  /** Where the calendar opens, and stepping begins, if there is no day yet. */
  readonly today: string
  /** The label stands beside it, as in a row of filters. */
  readonly isBeside?: boolean
  /** The calendar offers a way to clear the day. */
  readonly isOptional?: boolean
}

export function DateField({ label, day, onDay, today, isBeside = false, isOptional = false }: Props) {
  const { locale } = useIntl()
  const { typed, type } = useTyped(day, onDay)
  return (
    <I18nProvider locale={locale}>
      <Parts
        className={styles['field'] ?? ''}
        data-beside={isBeside || undefined}
        value={typed}
        placeholderValue={parseDate(today)}
        shouldForceLeadingZeros
        validationBehavior="aria"
        onChange={type}
      >
        <Label className={styles['label'] ?? ''}>{label}</Label>
        <div className={styles['box']}>
          <DayParts day={day} />
          <DayChoice {...{ label, day, onDay, today, isOptional }} />
        </div>
      </Parts>
    </I18nProvider>
  )
}

/** The content of the field; the screen is informed when it is a whole date, or empty. */
function useTyped(day: string, onDay: (day: string) => void) {
  const [told, setTold] = useState(day)
  const [typed, setTyped] = useState(() => dateOf(day))
  // Changed from outside, or not accepted.
  if (told !== day) {
    setTold(day)
    setTyped(dateOf(day))
  }
  const type = (date: CalendarDate | null) => {
    setTyped(date)
    const next = date?.toString() ?? ''
    if (next === day || (date && !isWhole(date))) return
    setTold(next)
    onDay(next)
  }
  return { typed, type }
}

function dateOf(day: string): CalendarDate | null {
  return day === '' ? null : parseDate(day)
}
