import { useEffectEvent, useLayoutEffect } from 'react'
import { keyName } from '../../ui/key-name.ts'

/** Keys of the plan editor. In a text field they belong to the field: Ctrl+Z there undoes typing. */
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
