// A field over a list that follows what is typed: Enter takes the line that is marked, Escape leaves. Owns that the marked line is the one
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

/** Longer than react-aria waits before it says which line is marked while somebody types. */
const SETTLED_MS = 600

export function ChooseByTyping({ typed, onTyped, onLeave, children }: Props) {
  const place = useRef<HTMLDivElement>(null)
  // After whatever was listed anew, typed or not: for whoever hears the line instead of seeing its mark.
  useEffect(() => {
    const timer = setTimeout(() => tellMarked(place.current), SETTLED_MS)
    return () => clearTimeout(timer)
  })
  const hear = ({ key }: KeyboardEvent) => {
    // The field would only be emptied by it.
    if (key === 'Escape') onLeave()
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

/**
 * Where a line is first, then another, then the first again within half a second, react-aria's field stays with the other: Enter did nothing,
 * or took a line that was not marked (react-spectrum#8938). It listens to the focus that lines are given; the marked one gets it once more.
 */
function tellMarked(place: HTMLElement | null): void {
  place
    ?.querySelector('[data-focused]:is([role="menuitem"], [role="option"])')
    ?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
}
