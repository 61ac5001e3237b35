import styles from './printing-form.module.css'

/** A checkbox with its label. */
export function Check(props: {
  readonly words: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={props.isOn}
        onChange={({ currentTarget }) => props.onChange(currentTarget.checked)}
      />
      {props.words}
    </label>
  )
}
