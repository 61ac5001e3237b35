// The parts of a day that is typed: year, month and day, one after the other as their reader writes them. Owns what is said of them; must
// never leave half a date standing where a day counts.

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

/** A year before these times is one that is not typed to its end. */
export function isWhole(date: DateValue): boolean {
  return date.compare(earliest) >= 0
}

export function DayParts({ day }: { readonly day: string }) {
  const say = useSay()
  const { wholeDay } = useDayNames()
  const id = useId()
  const { segments, isFaulty, leave } = useWholeness(day)
  const first = segments.find(({ isEditable }) => isEditable)
  // After the parts had their own turn, in which the first word is said.
  useEffect(letAnnouncerEmpty)
  return (
    <div
      className={styles['typed']}
      data-faulty={isFaulty || undefined}
      onBlur={({ currentTarget, relatedTarget }) => {
        // Whoever looks into another window comes back to what they were typing.
        const isStill = [relatedTarget, document.activeElement].some((one) => currentTarget.contains(one))
        if (!isStill) leave()
      }}
    >
      {/* Written from the left in every language, as a row of numbers is. */}
      <DateInput className={styles['parts'] ?? ''} dir="ltr" aria-describedby={id}>
        {(segment) => (
          <DateSegment
            segment={segment}
            className={styles['part'] ?? ''}
            // The library has no words of its own in two of our languages.
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

/** Whoever leaves half a date finds the day that counts there again, or, where there was none, what was typed, marked until it is whole. */
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
