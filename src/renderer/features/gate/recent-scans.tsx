import { useStore } from 'zustand'
import { type DoorScan, gate } from '../../stores/gate.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './recent-scans.module.css'

/** The last scans, to look at again. Nothing can be undone here: an admitted person stays admitted. */
export function RecentScans({ zone }: { readonly zone: string }) {
  const say = useSay()
  const { recent } = useStore(gate)
  return (
    <section aria-label={say('gate.recent')} className={styles.recent}>
      <h2>{say('gate.recent')}</h2>
      {recent.length === 0 && <p className={styles.none}>{say('gate.recent.none')}</p>}
      <ol>
        {recent.map((scan) => (
          <Line key={scan.key} scan={scan} zone={zone} />
        ))}
      </ol>
    </section>
  )
}

function Line({ scan, zone }: { readonly scan: DoorScan; readonly zone: string }) {
  const say = useSay()
  const { clock } = useFormats()
  const { answer, label, number, atMs } = scan
  return (
    <li>
      <time>{clock(atMs, zone)}</time>
      <span className={styles.answer} data-answer={answer}>
        {say(`gate.answer.${answer}`)}
      </span>
      <bdi className={styles.what}>{label ?? number ?? ''}</bdi>
    </li>
  )
}
