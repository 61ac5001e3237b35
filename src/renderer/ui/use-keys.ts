import { useEffectEvent, useLayoutEffect } from 'react'
import { type Typing, isShortcut, keyName } from './key-name.ts'

/** `F9`, `Ctrl+Enter`, `?`: the key as printed, with the relevant modifier. */
export type Keys = Readonly<Record<string, () => void>>

/**
 * Shortcuts of the current screen; inactive while a dialog is open. Keys typed into a text field belong to the field, except
 * function keys, Ctrl combinations and Escape; without `inFields` these do too.
 */
export function useKeys(keys: Keys, { inFields = true } = {}): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const name = keyName(event)
    const run = keys[name]
    const typing = typingAt(event.target)
    if (!run || event.defaultPrevented || event.repeat || !isShortcut(name, typing)) return
    if (typing === 'text' && !inFields) return
    event.preventDefault()
    run()
  })
  // As a layout effect, not later: a screen that shows its keys must already handle them.
  useLayoutEffect(() => {
    // Checked before anybody handles the key: the Escape that closes a dialog must not act on the screen as well.
    let wasAsked = false
    const look = () => {
      wasAsked = hasQuestion()
    }
    const listener = (event: KeyboardEvent) => {
      if (!wasAsked) onKey(event)
    }
    window.addEventListener('keydown', look, true)
    window.addEventListener('keydown', listener)
    return () => {
      window.removeEventListener('keydown', look, true)
      window.removeEventListener('keydown', listener)
    }
  }, [])
}

/** Dialogs over the screen. */
export const question = '[role="dialog"], [role="alertdialog"]'

/** While a dialog is open, only its keys work: F9 behind a dialog must sell nothing. */
function hasQuestion(): boolean {
  return document.querySelector(question) !== null
}

/** The seat map accepts letters as well: F12 typed there means the seat. */
export function typingAt(target: EventTarget | null): Typing {
  if (!(target instanceof HTMLElement)) return 'nothing'
  if (
    target.matches(
      'input:not([type=checkbox], [type=radio], [type=range]), select, textarea, [contenteditable]',
    )
  )
    return 'text'
  return target.matches('[role="grid"]') ? 'seat' : 'nothing'
}
