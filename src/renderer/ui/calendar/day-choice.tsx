// Choosing a day from a sheet of its month, opened beside the field it belongs to. Owns which month is shown; the sheet itself is
// shared.

import { CalendarDays } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { DialogTrigger } from 'react-aria-components'
import { useIntl } from 'react-intl'
import { Button } from '../button.tsx'
import { Popover } from '../popover.tsx'
import { useSay } from '../words.tsx'
import styles from './day-choice.module.css'
import { DayGrid } from './day-grid.tsx'
import { MonthSteps } from './month-steps.tsx'
import { isSameMonth, monthSheet, monthsOn } from './month.ts'
import { useDayNames } from './use-day-names.ts'

interface Props {
  /** The field's label. */
  readonly label: string
  readonly day: string
  readonly onDay: (day: string) => void
  readonly today: string
  readonly isOptional: boolean
}

export function DayChoice({ label, onDay, ...sheet }: Props) {
  const say = useSay()
  const title = say('calendar.choose', { label })
  return (
    <DialogTrigger>
      <Button look="quiet" label={title}>
        <CalendarDays size={18} aria-hidden />
      </Button>
      <Popover label={title} at="end" className={styles['pane']}>
        {({ close }) => (
          <Sheet
            {...sheet}
            onDay={(day) => {
              onDay(day)
              close()
            }}
          />
        )}
      </Popover>
    </DialogTrigger>
  )
}

function Sheet({ day, onDay, today, isOptional }: Omit<Props, 'label'>) {
  const say = useSay()
  const { locale } = useIntl()
  const { month } = useDayNames()
  const [at, setAt] = useState(day === '' ? today : day)
  const sheet = useRef<HTMLDivElement>(null)
  // Opened by keys, it takes the focus. Only once it is placed, and without scrolling to the day: in a low window its head stays
  // in sight.
  useEffect(
    () => sheet.current?.querySelector<HTMLElement>('td[tabindex="0"]')?.focus({ preventScroll: true }),
    [],
  )
  return (
    <div ref={sheet} className={styles['sheet']}>
      <MonthSteps
        title={month(at)}
        onStep={(by) => setAt(monthsOn(at, by, locale))}
        onToday={() => setAt(today)}
      />
      <DayGrid
        label={month(at)}
        weeks={monthSheet(at, locale)}
        day={at}
        onDay={setAt}
        onOpen={onDay}
        today={today}
        isIn={(one) => isSameMonth(one, at, locale)}
        wordsOf={() => ''}
      >
        {() => null}
      </DayGrid>
      {isOptional && day !== '' && <Button onPress={() => onDay('')}>{say('calendar.none')}</Button>}
    </div>
  )
}
