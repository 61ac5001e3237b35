import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import { inOrder } from '../words.tsx'
import { dayAtMs } from './month.ts'

/** The names of a day in a sheet of days, by the reader's calendar. */
interface DayNames {
  /** "November 2026", "آبان ۱۴۰۵" */
  readonly month: (day: string) => string
  /** "Fri" */
  readonly weekday: (day: string) => string
  /** Its number within the month. */
  readonly dayNumber: (day: string) => string
  /** "Fri 20 Nov" */
  readonly shortDay: (day: string) => string
  /** "Friday 20 November 2026" */
  readonly wholeDay: (day: string) => string
}

export function useDayNames(): DayNames {
  const { locale } = useIntl()
  return useMemo(() => {
    const by = (options: Intl.DateTimeFormatOptions) => {
      const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
      return (day: string) => format.format(dayAtMs(day))
    }
    const month = { month: 'long', year: 'numeric' } as const
    const whole = { weekday: 'long', day: 'numeric', ...month } as const
    const ordered = (order: readonly Intl.DateTimeFormatPartTypes[], options: Intl.DateTimeFormatOptions) => {
      return (day: string) => inOrder(order, locale, dayAtMs(day), { timeZone: 'UTC', ...options })
    }
    return {
      month: ordered(['month', 'year'], month),
      weekday: by({ weekday: 'short' }),
      dayNumber: by({ day: 'numeric' }),
      shortDay: by({ weekday: 'short', day: 'numeric', month: 'short' }),
      wholeDay: ordered(['weekday', 'day', 'month', 'year'], whole),
    }
  }, [locale])
}
