// What the house notices by itself about a show [K3]. Part of events.ts; none of these changes a seat or moves money.

import type { ShowId } from './ids.ts'

/** `held`: a large part of a show has been in carts for some time. `rush`: it sells many times faster than in the hour before. */
export const alertKinds = ['held', 'rush'] as const
export type AlertKind = (typeof alertKinds)[number]

/** The figures behind an alert. `count`: seats held, or recent sales; `beside`: seats that can be sold, or sales of the hour before. */
export interface AlertFigures {
  readonly count: number
  readonly beside: number
}

export interface AlertRaised extends AlertFigures {
  readonly type: 'alert-raised'
  readonly showId: ShowId
  readonly alert: AlertKind
  /** When the condition began. */
  readonly sinceMs: number
}

/** The condition no longer holds. */
export interface AlertEnded {
  readonly type: 'alert-ended'
  readonly showId: ShowId
  /** The number of the journal row that raised it. */
  readonly alertId: number
}

export type AlertEvent = AlertRaised | AlertEnded

/** Every alert event's type begins with `alert-`, and no other event's does. */
export function isOfAlert<Event extends { readonly type: string }>(
  event: Event,
): event is Extract<Event, AlertEvent> {
  return event.type.startsWith('alert-')
}
