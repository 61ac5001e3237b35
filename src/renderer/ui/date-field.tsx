// A day that is typed or chosen, in the reader's own calendar, digits and order: the parts of a Persian date in Persian, of a Gregorian one
// elsewhere. Owns the field; to its screen a day goes by its ISO name, '' for none. What is half typed is no day: left so, it goes back to
// the day that counts, or is marked.

import { type CalendarDate, parseDate } from '@internationalized/date'
import { useState } from 'react'
import { I18nProvider, Label, DateField as Parts } from 'react-aria-components'
import { useIntl } from 'react-intl'
import { DayChoice } from './calendar/day-choice.tsx'
import styles from './date-field.module.css'
import { DayParts, isWhole } from './day-parts.tsx'

interface Props {
  readonly label: string
  /** `2026-11-20`; empty: none. */
  readonly day: string
  readonly onDay: (day: string) => void
  /** Where the sheet of days opens, and counting begins, while there is none. */
  readonly today: string
  /** Its label stands beside it, as in a row of filters. */
  readonly isBeside?: boolean
  /** The sheet of days has a way to none. */
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

/** What stands in the field; its screen hears of it when it is a whole date, or none. */
function useTyped(day: string, onDay: (day: string) => void) {
  const [told, setTold] = useState(day)
  const [typed, setTyped] = useState(() => dateOf(day))
  // Chosen elsewhere, or not taken.
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
