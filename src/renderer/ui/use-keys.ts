import { useEffect } from 'react'

/** `F9`, `Ctrl+Enter`, `?`: the key as it is printed, with the modifiers that count. */
export type Keys = Readonly<Record<string, () => void>>

/** Shortcuts of the screen that is shown. A key typed into a field is the field's, but for function keys and Ctrl. */
export function useKeys(keys: Keys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return
      const name = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`
      const run = keys[name]
      if (!run || (isTyping(event.target) && !/^(F\d+|Ctrl\+.+|Escape)$/.test(name))) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [keys])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input, select, textarea, [contenteditable], [role="application"] *')
  )
}
