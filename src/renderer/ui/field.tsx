import { type ReactNode, useId } from 'react'
import styles from './field.module.css'

interface Props {
  readonly label: string
  readonly problem?: string | null
  readonly children: (ids: {
    readonly id: string
    readonly 'aria-describedby'?: string
    readonly 'aria-invalid'?: boolean
  }) => ReactNode
  readonly hidesLabel?: boolean
}

/** A labelled control with its error message; room for the message is reserved before there is one. */
export function Field({ label, problem = null, children, hidesLabel = false }: Props) {
  const id = useId()
  const problemId = `${id}-problem`
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={hidesLabel ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      {children({ id, ...(problem && { 'aria-describedby': problemId, 'aria-invalid': true }) })}
      {problem && (
        <p id={problemId} className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
