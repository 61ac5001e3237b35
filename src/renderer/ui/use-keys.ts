import { useEffect, useEffectEvent } from 'react'

/** `F9`, `Ctrl+Enter`, `?`: the key as it is printed, with the modifier that counts. */
export type Keys = Readonly<Record<string, () => void>>

/** Shortcuts of the screen that is shown; none while a dialog asks something. A key typed into a field is the field's, but for function keys, Ctrl and Escape. */
export function useKeys(keys: Keys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || hasQuestion()) return
    const name = nameOf(event)
    const run = keys[name]
    if (!run || (isTyping(event.target) && !/^(F\d+|Ctrl\+.+|Escape)$/.test(name))) return
    event.preventDefault()
    run()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

/** While a question stands, its keys are the only ones: F9 behind a dialog must sell nothing. */
function hasQuestion(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null
}

function nameOf({ key, ctrlKey, metaKey }: KeyboardEvent): string {
  const plain = key.length === 1 ? key.toLowerCase() : key
  return ctrlKey || metaKey ? `Ctrl+${plain}` : plain
}

/** The seat map takes letters as well: whoever types F12 there means the seat. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input, select, textarea, [contenteditable], [role="grid"]')
  )
}
