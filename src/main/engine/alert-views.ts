import type { Input, Output } from '../../shared/contract/operations.ts'
import type { Alert } from '../../shared/contract/topics.ts'
import { ALERTS_MAX } from '../../shared/contract/limits.ts'
import { alertsBetween, standingAlerts } from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'
import { sequenceAfter } from './sequence-after.ts'

/** [K3] The alerts raised in a stretch of time, newest first, followed by those still standing from before it. */
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
