import { Search } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { useStore } from 'zustand'
import { FIND_TEXT_MAX } from '../../shared/contract/limits.ts'
import { beginFinding, openFirst } from '../stores/finding.ts'
import { goBack, goTo, screen } from '../stores/screen.ts'
import { useKeys } from '../ui/use-keys.ts'
import { useSay } from '../ui/words.tsx'
import styles from './find-field.module.css'

/** The one search of the house: shows, bookings, customers, seats, scanned tickets. F2 comes here from anywhere. */
export function FindField() {
  const say = useSay()
  const { now } = useStore(screen)
  const field = useRef<HTMLInputElement>(null)
  const goHere = () => {
    field.current?.focus()
    field.current?.select()
  }
  useKeys({ F2: goHere })
  const onText = (text: string) => {
    if (now.name === 'find') goTo({ ...now, text })
    else beginFinding(text)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && now.name === 'find') void openFirst(now)
    else if (event.key === 'Enter') beginFinding('')
    else if (event.key === 'ArrowDown') firstFound()?.focus()
    else if (event.key === 'Escape' && now.name === 'find') goBack({ name: 'tonight' })
    else if (event.key === 'Escape') field.current?.blur()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <label className={styles.find}>
      <Search size={16} aria-hidden />
      <input
        ref={field}
        type="search"
        aria-label={say('find.field')}
        placeholder={say('find.field')}
        aria-keyshortcuts="F2"
        maxLength={FIND_TEXT_MAX}
        value={now.name === 'find' ? now.text : ''}
        onChange={({ currentTarget }) => onText(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">F2</kbd>
    </label>
  )
}

/** Down from the field into whatever list the screen shows. */
function firstFound(): HTMLElement | null {
  return document.querySelector<HTMLElement>('main [role="option"]')
}
