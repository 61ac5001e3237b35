import type { Input, Output } from '../../shared/contract/operations.ts'
import type { Alert } from '../../shared/contract/topics.ts'
import { ALERTS_MAX } from '../../shared/contract/limits.ts'
import { alertsBetween, standingAlerts } from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'
import { sequenceAfter } from './sequence-after.ts'

/** [K3] What was raised in a stretch of time, the newest first; and, where it reaches till now, what still stands since before. */
export function alertsOf(store: Store, { fromMs, untilMs }: Input<'alerts'>): Output<'alerts'> {
  const begin = sequenceAfter(store, fromMs - 1)
  const end = sequenceAfter(store, untilMs - 1)
  const raised = store.select(alertsBetween, begin - 1, end, ALERTS_MAX)
  const older = store.select(standingAlerts).filter(({ alertId }) => alertId < begin)
  return { alerts: [...raised, ...older.toReversed()].map(alertTold) }
}

export function alertTold({ raisedAtMs: _raised, state: _state, ...alert }: Row<'alert'>): Alert {
  return alert
}
