// Where the keyboard focus goes when something appears, disappears, or is disabled for a while. Owns these rules; must never take
// it from somebody who types.

import { type RefCallback, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { question, typingAt } from './use-keys.ts'

/**
 * A button that is disabled for a while loses the focus, which sends screen reader users back to the top of the page: the button
 * gets it back once it is enabled, unless the focus is elsewhere by then. `comesFirst`: it has the focus when it appears.
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
      // If it is not disabled, the user moved elsewhere: nothing to restore.
      const onBlur = () => (owed.current = button.disabled ? button : null)
      button.addEventListener('blur', onBlur)
      return () => button.removeEventListener('blur', onBlur)
    },
    [isFirst],
  )
}

/**
 * Called while rendering is committed, not later, when a key may already have gone elsewhere; takes no focus from a field in
 * which somebody types ahead, except in a dialog, which comes before all else.
 */
function takeFirstFocus(element: HTMLElement): void {
  const isTypedElsewhere = typingAt(document.activeElement) === 'text'
  if (!isTypedElsewhere || element.closest(question)) element.focus({ preventScroll: true })
}

/**
 * For the main part of a screen, once it is there: it may have taken time to load, and whoever began to type elsewhere meanwhile
 * stays there.
 */
export function takeScreenFocus(element: HTMLElement | null): void {
  const now = document.activeElement
  const isTypedElsewhere = typingAt(now) === 'text' && !now?.closest(question)
  if (!isTypedElsewhere) element?.focus({ preventScroll: true })
}

/** For an element that replaces one which had the focus and is gone: as a `ref`, or called directly. */
export function takeLostFocus(element: HTMLElement | null): void {
  const now = document.activeElement
  if (now === null || now === document.body) element?.focus({ preventScroll: true })
}

/**
 * As the `ref` of a place where messages are shown beside the screen in use: if one goes that had the focus, because somebody closed
 * it, say, they are where they were before, unless the focus is elsewhere by then, as on a screen that its button led to.
 */
export function useFocusBefore(): RefCallback<HTMLElement> {
  return useCallback((place) => {
    if (!place) return undefined
    let before: HTMLElement | null = null
    let isHere = false
    const onFocus = ({ target }: FocusEvent) => {
      isHere = target instanceof Node && place.contains(target)
      if (!isHere) before = target instanceof HTMLElement ? target : null
    }
    const watch = new MutationObserver(() => (isHere ? afterwards(() => takeLostFocus(before)) : undefined))
    document.addEventListener('focusin', onFocus)
    watch.observe(place, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', onFocus)
      watch.disconnect()
    }
  }, [])
}

/**
 * For an overlay shown for a while over the focused element, which gets the focus back afterwards unless it is elsewhere by then.
 * Needed because a button may lose the focus before the overlay goes, if it was disabled while the house was asked: the overlay's
 * own restoring is skipped then.
 */
export function useFocusBack(): void {
  // Read before anything in the overlay takes the focus.
  const [opener] = useState(() => document.activeElement)
  useLayoutEffect(
    () => () => {
      afterwards(() => {
        if (opener instanceof HTMLElement && opener.isConnected) takeLostFocus(opener)
      })
    },
    [opener],
  )
}

/** Once the screen has been drawn without what has gone. */
function afterwards(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act))
}
