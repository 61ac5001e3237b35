import { useStore } from 'zustand'
import { disk } from '../stores/disk.ts'
import { useSay } from '../ui/words.tsx'
import styles from './disk-line.module.css'

/** [V10] [V4c] Only shown while the house's disk is in trouble: says so in words, with what to do. */
export function DiskLine() {
  const say = useSay()
  const { state } = useStore(disk)
  if (state === 'sound') return null
  return (
    <p className={styles.line} data-state={state} role="alert">
      {say(`disk.${state}`)}
    </p>
  )
}
