import { TriangleAlert } from 'lucide-react'
import { useStore } from 'zustand'
import { houseAlarm } from '../stores/house-alarm.ts'
import { useSay } from '../ui/words.tsx'
import styles from './alarm-line.module.css'

/** [I43] Shown over every screen until the house reports that its books balance again; nobody can close it. */
export function AlarmLine() {
  const say = useSay()
  const { alarm } = useStore(houseAlarm)
  if (!alarm) return null
  return (
    <div className={styles.alarm} role="alert">
      <TriangleAlert size={20} aria-hidden />
      <p>
        <strong>{say('alarm.title')}</strong> {say('alarm.text')}{' '}
        <span className={styles.facts}>
          {say('alarm.facts', { count: alarm.findings, rules: alarm.rules.join(' ') })}
        </span>
      </p>
    </div>
  )
}
