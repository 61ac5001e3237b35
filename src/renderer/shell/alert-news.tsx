import { X } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { Alert } from '../../shared/contract/topics.ts'
import { houseAlarm } from '../stores/house-alarm.ts'
import { goTo } from '../stores/screen.ts'
import { shows } from '../stores/shows.ts'
import { isOfOffice, who } from '../stores/who.ts'
import { Button } from '../ui/button.tsx'
import { isolated, useSay } from '../ui/words.tsx'
import styles from './desk-news.module.css'

/** [K3] Alerts for the office, shown to the people responsible for shows, until they are over or somebody has seen them. */
export function AlertNews() {
  const people = useStore(who)
  const { alerts } = useStore(houseAlarm)
  const [closed, setClosed] = useState<readonly number[]>([])
  if (!isOfOffice(people)) return null
  return alerts
    .filter(({ alertId }) => !closed.includes(alertId))
    .map((alert) => (
      <One key={alert.alertId} alert={alert} onClose={() => setClosed([...closed, alert.alertId])} />
    ))
}

function One({ alert, onClose }: { readonly alert: Alert; readonly onClose: () => void }) {
  const say = useSay()
  const { showId, kind, count, beside } = alert
  const title = useStore(shows).rows.get(showId)?.title ?? ''
  const what = say(`alert.${kind}`, { count, beside })
  return (
    <div className={styles.one} data-kind="news.alert">
      <p role="alert">{say('alert.news', { title: isolated(title), what })}</p>
      <Button onPress={() => goTo({ name: 'sell', showId })}>{say('alert.show')}</Button>
      <Button look="quiet" label={say('notice.close')} onPress={onClose}>
        <X size={16} aria-hidden />
      </Button>
    </div>
  )
}
