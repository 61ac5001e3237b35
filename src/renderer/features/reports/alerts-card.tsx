// What the house noticed by itself in the selected days [K3], each with a link to its show. Owns the requests; the house decides what
// is worth noticing.

import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Alert } from '../../../shared/contract/topics.ts'
import { ask } from '../../box-office.ts'
import { houseAlarm } from '../../stores/house-alarm.ts'
import { reports } from '../../stores/reports.ts'
import { goTo, screen } from '../../stores/screen.ts'
import { shows } from '../../stores/shows.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { isOf } from './narrowed.ts'
import styles from './report-card.module.css'
import { useShowName } from './use-report-tables.ts'

export function AlertsCard() {
  const say = useSay()
  const { shows: choice } = useStore(reports)
  const { rows } = useStore(shows)
  const alerts = useAlerts().filter(({ showId }) => isOf(choice, showId, rows))
  const title = say('reports.alerts')
  const card = useWantedCard()
  return (
    <section ref={card} tabIndex={-1} className={styles.card} aria-label={title}>
      <header className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
      </header>
      {alerts.length === 0 ? (
        <p className={styles.empty}>{say('reports.empty')}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table} data-of="words" aria-label={title}>
            <thead>
              <tr>
                {(['reports.by.show', 'reports.alerts.what', 'reports.alerts.time'] as const).map((words) => (
                  <th key={words} scope="col">
                    {say(words)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {alerts.map((alert) => (
                <Line key={alert.alertId} alert={alert} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

/** Scrolls to this card if the address asked for it. */
function useWantedCard() {
  const card = useRef<HTMLElement>(null)
  const { now } = useStore(screen)
  useEffect(() => {
    if (now.name !== 'reports' || now.part !== 'alerts') return
    card.current?.focus({ preventScroll: true })
    card.current?.scrollIntoView({ block: 'center' })
  }, [now])
  return card
}

/** Current alerts change by themselves, and with them the list is loaded again. */
function useAlerts(): readonly Alert[] {
  const { stretch } = useStore(reports)
  const [told, setTold] = useState<readonly Alert[]>([])
  useEffect(() => {
    let isWanted = true
    const read = async () => {
      const answer = stretch && (await ask('alerts', stretch))
      if (isWanted && answer?.kind === 'done') setTold(answer.value.alerts)
    }
    void read()
    const stop = houseAlarm.subscribe(() => void read())
    return () => {
      isWanted = false
      stop()
    }
  }, [stretch])
  return told
}

/** A current alert leads to the map as it is; a past one, to the map as it was. */
function Line({ alert }: { readonly alert: Alert }) {
  const say = useSay()
  const showName = useShowName()
  const { day, clock } = useFormats()
  const { showId, kind, count, beside, sinceMs, untilMs } = alert
  const zone = useStore(shows).rows.get(showId)?.zone ?? 'UTC'
  const name = untilMs === null ? 'sell' : 'time-machine'
  const since = clock(sinceMs, zone)
  return (
    <tr data-standing={untilMs === null || undefined}>
      <th scope="row">
        <a className={styles.leads} href={`#/${name}/${showId}`} onClick={() => goTo({ name, showId })}>
          {showName(showId)}
        </a>
      </th>
      <td>{say(`alert.${kind}`, { count, beside })}</td>
      <td>
        <time dateTime={new Date(sinceMs).toISOString()}>{day(sinceMs, zone)}</time>{' '}
        {untilMs === null
          ? say('reports.alerts.standing', { since })
          : say('reports.alerts.over', { since, until: clock(untilMs, zone) })}
      </td>
    </tr>
  )
}
