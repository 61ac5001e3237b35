import styles from './select.module.css'

interface Props<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly text: string }[]
  readonly onChange: (value: Value) => void
  readonly isDisabled?: boolean
  /** Marked invalid: another choice is needed before the house accepts it. */
  readonly isWanting?: boolean
  readonly id?: string
  readonly autoFocus?: boolean
}

/**
 * Browsers find an option by its first character. Where the text begins with an isolated name, that would be the invisible
 * isolation mark, so it is removed.
 */
function typedFrom(text: string): string {
  return text.replace(/^\u2068([^\u2069]*)\u2069/, '$1')
}

/** The browser's own select: every option is one key press away, and every screen reader knows it. */
export function Select<Value extends string>({
  label,
  value,
  options,
  onChange,
  isDisabled,
  isWanting,
  id,
  autoFocus,
}: Props<Value>) {
  return (
    <select
      {...(id ? { id } : { 'aria-label': label })}
      className={styles['select']}
      value={value}
      disabled={isDisabled}
      autoFocus={autoFocus}
      aria-invalid={isWanting || undefined}
      onChange={({ currentTarget }) => {
        const chosen = options.find((option) => option.value === currentTarget.value)
        if (chosen) onChange(chosen.value)
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {typedFrom(option.text)}
        </option>
      ))}
    </select>
  )
}
