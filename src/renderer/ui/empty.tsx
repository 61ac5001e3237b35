import { type ReactNode } from 'react'
import styles from './empty.module.css'

interface Props {
  readonly title: string
  readonly text: ReactNode
  readonly children?: ReactNode
  /** It is the whole page, and its title is the page's heading. */
  readonly isWhole?: boolean
}

/** A screen with nothing on it, designed as one: what it is, and the next step. */
export function Empty({ title, text, children, isWhole = false }: Props) {
  const Title = isWhole ? 'h1' : 'h2'
  return (
    <section className={styles['empty']}>
      <Title className={styles['title']}>{title}</Title>
      <p className={styles['text']}>{text}</p>
      {children}
    </section>
  )
}

/** [E4] Shows whoever waits that work is in progress. */
export function Waiting({ text }: { readonly text: string }) {
  return (
    <div className={styles['empty']} role="status">
      <span className={styles['bar']} aria-hidden="true" />
      <p className={styles['text']}>{text}</p>
    </div>
  )
}
