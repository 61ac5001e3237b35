import styles from './select.module.css'

interface Props<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly text: string }[]
  readonly onChange: (value: Value) => void
  readonly isDisabled?: boolean
  /** Something else has to be chosen before the house says yes. */
  readonly isWanting?: boolean
  readonly id?: string
  readonly autoFocus?: boolean
}

/** The platform finds a choice by its first letter: a mark that a name is kept apart by, where the choice begins with one, would be it. */
function typedFrom(text: string): string {
  return text.replace(/^\u2068([^\u2069]*)\u2069/, '$1')
}

/** The platform's own select: one key press away from any choice, and known to every screen reader. */
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
