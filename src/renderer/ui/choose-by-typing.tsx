// A field over a list filtered by what is typed: Enter takes the marked line, Escape leaves. Owns that the marked line is the one
// that Enter takes and that is read out; must never know what is listed.

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { Autocomplete } from 'react-aria-components'

interface Props {
  readonly typed: string
  readonly onTyped: (typed: string) => void
  readonly onLeave: () => void
  /** The field and the list. */
  readonly children: ReactNode
}

/** Longer than react-aria waits while somebody types before it announces the marked line. */
const SETTLED_MS = 600

export function ChooseByTyping({ typed, onTyped, onLeave, children }: Props) {
  const place = useRef<HTMLDivElement>(null)
  // After every change of the list, by typing or otherwise, so that screen readers announce the line that is marked.
  useEffect(() => {
    const timer = setTimeout(() => tellMarked(place.current), SETTLED_MS)
    return () => clearTimeout(timer)
  })
  const hear = (event: KeyboardEvent) => {
    // The field itself would only clear the text.
    if (event.key === 'Escape') onLeave()
    else if (event.key === 'Enter' && typed !== '' && markedIn(place.current) === null)
      takeFirst(place.current, event)
    else tellMarked(place.current)
  }
  return (
    <div ref={place} onKeyDownCapture={hear}>
      <Autocomplete inputValue={typed} onInputChange={onTyped}>
        {children}
      </Autocomplete>
    </div>
  )
}

const LINE = ':is([role="menuitem"], [role="option"])'

function markedIn(place: HTMLElement | null): Element | null {
  return place?.querySelector(`[data-focused]${LINE}`) ?? null
}

/**
 * Call it before showing the list that answers the typed letters: its first line is then marked. By itself react-aria marks the first
 * line of a later list only if nothing was marked since the last letter, and Enter took the line that had been first before.
 */
export function markFirst(list: Element | null): void {
  list?.dispatchEvent(
    new CustomEvent('react-aria-focus', {
      bubbles: true,
      cancelable: true,
      detail: { focusStrategy: 'first' },
    }),
  )
}

/** Should no line be marked all the same, Enter takes the first. */
function takeFirst(place: HTMLElement | null, event: KeyboardEvent): void {
  const first = place?.querySelector(LINE)
  if (!(first instanceof HTMLElement)) return
  event.preventDefault()
  event.stopPropagation()
  first.click()
}

/**
 * If one line is first, then another, then the first again within half a second, react-aria's field keeps the other: Enter did
 * nothing, or took a line that was not marked (react-spectrum#8938). It listens to lines receiving focus, so the event is sent
 * once more for the marked line.
 */
function tellMarked(place: HTMLElement | null): void {
  markedIn(place)?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
}
