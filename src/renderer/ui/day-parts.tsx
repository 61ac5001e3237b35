// The parts of a typed day: year, month and day, in the reader's order. Owns their announcements; must never leave half a date in
// place of a valid day.

import { parseDate } from '@internationalized/date'
import { useContext, useEffect, useId, useState } from 'react'
import { DateFieldStateContext, DateInput, DateSegment, type DateValue } from 'react-aria-components'
import { known } from '../../shared/lib/assert.ts'
import { letAnnouncerEmpty } from './announcer.ts'
import { useDayNames } from './calendar/use-day-names.ts'
import styles from './date-field.module.css'
import { useSay } from './words.tsx'

const earliest = parseDate('1970-01-02')

type PartName = 'day' | 'month' | 'year'

function isPart(type: string): type is PartName {
  return type === 'day' || type === 'month' || type === 'year'
}

/** An earlier year is one that is still being typed. */
export function isWhole(date: DateValue): boolean {
  return date.compare(earliest) >= 0
}

export function DayParts({ day }: { readonly day: string }) {
  const say = useSay()
  const { wholeDay } = useDayNames()
  const id = useId()
  const { segments, isFaulty, leave } = useWholeness(day)
  const first = segments.find(({ isEditable }) => isEditable)
  // Runs after the parts' own effects, which make the first announcement.
  useEffect(letAnnouncerEmpty)
  return (
    <div
      className={styles['typed']}
      data-faulty={isFaulty || undefined}
      onBlur={({ currentTarget, relatedTarget }) => {
        // Switching to another window and back does not count as leaving the field.
        const isStill = [relatedTarget, document.activeElement].some((one) => currentTarget.contains(one))
        if (!isStill) leave()
      }}
    >
      {/* Left to right in every language, like a number. */}
      <DateInput className={styles['parts'] ?? ''} dir="ltr" aria-describedby={id}>
        {(segment) => (
          <DateSegment
            segment={segment}
            className={styles['part'] ?? ''}
            // In two of our languages the library has no words.
            render={(part) =>
              segment.isEditable ? (
                <span
                  {...part}
                  aria-describedby={segment === first || isFaulty ? id : undefined}
                  aria-invalid={isFaulty || undefined}
                  aria-valuetext={segment.isPlaceholder ? say('calendar.part.none') : part['aria-valuetext']}
                />
              ) : (
                <span {...part} />
              )
            }
          >
            {({ text, type, isPlaceholder }) =>
              isPlaceholder && isPart(type) ? say(`calendar.part.${type}`) : text
            }
          </DateSegment>
        )}
      </DateInput>
      <span id={id} hidden>
        {isFaulty ? say('calendar.half') : day !== '' && wholeDay(day)}
      </span>
    </div>
  )
}

/** On leaving, half a date is replaced by the valid day again; if there was none, what was typed stays, marked until it is complete. */
function useWholeness(day: string) {
  const state = known(useContext(DateFieldStateContext), 'state of the date field')
  const [wasLeft, setLeft] = useState(false)
  const { segments, value } = state
  const parts = segments.filter(({ isEditable }) => isEditable)
  const missing = parts.filter(({ isPlaceholder }) => isPlaceholder).length
  const isHalf = missing === 0 ? value !== null && !isWhole(value) : missing < parts.length
  const leave = () => {
    setLeft(isHalf)
    if (isHalf && day !== '') state.setValue(parseDate(day))
  }
  return { segments, isFaulty: wasLeft && isHalf, leave }
}
