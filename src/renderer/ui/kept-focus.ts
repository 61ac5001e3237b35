// Who has the keyboard when something comes, goes, or cannot be pressed for a while. Owns these rules; must never take it from somebody who types.

import { type RefCallback, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { question, typingAt } from './use-keys.ts'

/**
 * A button that cannot be pressed for a while loses the focus, and whoever reads by the tree is back at the top of the page: it gets it
 * again as soon as it can be pressed, unless somebody is elsewhere by then. `comesFirst`: it has the focus when it appears.
 */
export function useKeptFocus(isDisabled: boolean, comesFirst: boolean): RefCallback<HTMLButtonElement> {
  const owed = useRef<HTMLButtonElement>(null)
  const [isFirst] = useState(comesFirst)
  useLayoutEffect(() => {
    if (!isDisabled) takeLostFocus(owed.current)
    if (!isDisabled) owed.current = null
  }, [isDisabled])
  return useCallback(
    (button) => {
      if (!button) return undefined
      if (isFirst) takeFirstFocus(button)
      // Left for something else, it can still be pressed.
      const onBlur = () => (owed.current = button.disabled ? button : null)
      button.addEventListener('blur', onBlur)
      return () => button.removeEventListener('blur', onBlur)
    },
    [isFirst],
  )
}

/**
 * With the drawing, not some time after it, when a key may have gone elsewhere already; and not from a field in which somebody types ahead,
 * unless this is the answer to a question, which comes before all else.
 */
function takeFirstFocus(element: HTMLElement): void {
  const isTypedElsewhere = typingAt(document.activeElement) === 'text'
  if (!isTypedElsewhere || element.closest(question)) element.focus({ preventScroll: true })
}

/** For what a screen is for, once it is there: it may have been waited for, and whoever began to type elsewhere meanwhile stays there. */
export function takeScreenFocus(element: HTMLElement | null): void {
  const now = document.activeElement
  const isTypedElsewhere = typingAt(now) === 'text' && !now?.closest(question)
  if (!isTypedElsewhere) element?.focus({ preventScroll: true })
}

/** For what takes the place of whatever had the focus, and went: as a `ref`, or by hand. */
export function takeLostFocus(element: HTMLElement | null): void {
  const now = document.activeElement
  if (now === null || now === document.body) element?.focus({ preventScroll: true })
}

/**
 * For what is shown for a while over what had the focus: that gets it back when it goes, unless somebody is elsewhere by then. Its button may
 * have lost the focus before it went, because it could not be pressed while the house was asked: the overlay's own way back is not taken then.
 */
export function useFocusBack(): void {
  // Read before anything in it takes the focus.
  const [opener] = useState(() => document.activeElement)
  useLayoutEffect(
    () => () => {
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (opener instanceof HTMLElement && opener.isConnected) takeLostFocus(opener)
        }),
      )
    },
    [opener],
  )
}
