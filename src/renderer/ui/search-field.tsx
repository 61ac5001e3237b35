import { Search } from 'lucide-react'
import { useRef } from 'react'
import styles from './search-field.module.css'
import { useKeys } from './use-keys.ts'

interface Props {
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  /** Enter in the field: the first thing found. */
  readonly onEnter?: () => void
}

/** The search of a screen; F2 goes there from anywhere on it. */
export function SearchField({ label, text, onText, onEnter }: Props) {
  const field = useRef<HTMLInputElement>(null)
  useKeys({ F2: () => field.current?.focus() })
  return (
    <label className={styles.search}>
      <Search size={16} aria-hidden />
      <input
        ref={field}
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={({ currentTarget }) => onText(currentTarget.value)}
        onKeyDown={({ key }) => (key === 'Enter' ? onEnter?.() : undefined)}
      />
    </label>
  )
}
