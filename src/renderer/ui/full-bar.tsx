import type { Counts } from '../../shared/contract/shapes.ts'
import { useSay } from './words.tsx'
import styles from './full-bar.module.css'

/** How full a house is, by state: sold solid, held striped, the rest open. */
export function FullBar({ counts }: { readonly counts: Counts }) {
  const say = useSay()
  const { allocated, sold, available } = counts
  const held = counts.held + counts.reserved + counts.paying
  const share = (count: number) => `${allocated === 0 ? 0 : (count / allocated) * 100}%`
  return (
    <span className={styles.bar} role="img" aria-label={say('tonight.bar', { sold, held, left: available })}>
      <span className={styles.sold} style={{ inlineSize: share(sold) }} />
      <span className={styles.held} style={{ inlineSize: share(held) }} />
    </span>
  )
}
