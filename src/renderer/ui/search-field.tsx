import { Search } from 'lucide-react'
import styles from './search-field.module.css'

interface Props {
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
}

/** The field that filters a screen's list. */
export function SearchField({ label, text, onText }: Props) {
  return (
    <label className={styles.search}>
      <Search size={16} aria-hidden />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={({ currentTarget }) => onText(currentTarget.value)}
      />
    </label>
  )
}
