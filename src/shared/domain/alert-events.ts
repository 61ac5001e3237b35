// What the house notices by itself about a show [K3]. Part of events.ts; each changes no seat and no money.

import type { ShowId } from './ids.ts'

/** `held`: much of a show stands in carts, and has for some time. `rush`: it sells many times faster than in the hour before. */
export const alertKinds = ['held', 'rush'] as const
export type AlertKind = (typeof alertKinds)[number]

/** The figures that something was noticed by: seats held, or sales of late; beside all that could be held, or the sales of the hour before. */
export interface AlertFigures {
  readonly count: number
  readonly beside: number
}

export interface AlertRaised extends AlertFigures {
  readonly type: 'alert-raised'
  readonly showId: ShowId
  readonly alert: AlertKind
  /** Since when it has been so. */
  readonly sinceMs: number
}

/** It is no longer so. */
export interface AlertEnded {
  readonly type: 'alert-ended'
  readonly showId: ShowId
  /** Of the journal row that raised it. */
  readonly alertId: number
}

export type AlertEvent = AlertRaised | AlertEnded

/** All of them are named so, and nothing else is. */
export function isOfAlert<Event extends { readonly type: string }>(
  event: Event,
): event is Extract<Event, AlertEvent> {
  return event.type.startsWith('alert-')
}
