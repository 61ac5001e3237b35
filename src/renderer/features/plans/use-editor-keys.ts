import { useEffectEvent, useLayoutEffect } from 'react'
import { keyName } from '../../ui/key-name.ts'

/** Keys of the drawing board. In a field they are the field's own: Ctrl+Z there takes back a letter. */
export function useEditorKeys(keys: Readonly<Record<string, () => void>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const run = keys[keyName(event)]
    if (!run || event.defaultPrevented || isFields(event.target)) return
    event.preventDefault()
    run()
  })
  useLayoutEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function isFields(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return true
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox]), select, textarea')
}
