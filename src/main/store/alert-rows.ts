import type { AlertEvent } from '../../shared/domain/alert-events.ts'
import { type Row, type Write, change, put } from './rows.ts'

/** What the events of alerts do to their rows [K3]. */
export function alertWrite(event: AlertEvent, { sequence: alertId, atMs }: Row<'journal'>): Write {
  if (event.type === 'alert-ended')
    return change('alert', { alertId: event.alertId }, { state: 'ended', untilMs: atMs })
  const { type: _type, alert: kind, ...noticed } = event
  return put('alert', { alertId, kind, ...noticed, raisedAtMs: atMs, state: 'standing', untilMs: null })
}
