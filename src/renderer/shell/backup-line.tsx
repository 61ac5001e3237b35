import { useStore } from 'zustand'
import { houseAlarm } from '../stores/house-alarm.ts'
import { useSay } from '../ui/words.tsx'
import styles from './disk-line.module.css'

/** [SYNC 5.9] Only shown while the house has no proper backup: what was sold is then on one disk only. Sales go on. */
export function BackupLine() {
  const say = useSay()
  const { backup } = useStore(houseAlarm)
  if (backup === null) return null
  return (
    <p className={styles.line} data-state="low" role="alert">
      {say(`backup.${backup}`)}
    </p>
  )
}
