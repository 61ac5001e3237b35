import { useEffectEvent, useLayoutEffect } from 'react'
import { type Typing, isShortcut, keyName } from './key-name.ts'

/** `F9`, `Ctrl+Enter`, `?`: the key as it is printed, with the modifier that counts. */
export type Keys = Readonly<Record<string, () => void>>

/** Shortcuts of the screen that is shown; none while a dialog asks something. A key typed into a field is the field's, but for function keys, Ctrl and Escape; without `inFields` these too. */
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
  // With the drawing, not some time after it: a screen that shows its keys hears them.
  useLayoutEffect(() => {
    // Looked at before anybody acts on the key: the Escape that closes a question is not the screen's as well.
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

/** What stands over the screen and asks. */
export const question = '[role="dialog"], [role="alertdialog"]'

/** While a question stands, its keys are the only ones: F9 behind a dialog must sell nothing. */
function hasQuestion(): boolean {
  return document.querySelector(question) !== null
}

/** The seat map takes letters as well: whoever types F12 there means the seat. */
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
