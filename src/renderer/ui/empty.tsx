import { type ReactNode } from 'react'
import styles from './empty.module.css'

/** A screen with nothing on it, designed as one: what it is, and the next step. */
export function Empty({ title, text, children }: { title: string; text: ReactNode; children?: ReactNode }) {
  return (
    <section className={styles['empty']}>
      <h2 className={styles['title']}>{title}</h2>
      <p className={styles['text']}>{text}</p>
      {children}
    </section>
  )
}

/** [E4] Whoever waits sees that something goes on. */
export function Waiting({ text }: { readonly text: string }) {
  return (
    <div className={styles['empty']} role="status">
      <span className={styles['bar']} aria-hidden="true" />
      <p className={styles['text']}>{text}</p>
    </div>
  )
}
