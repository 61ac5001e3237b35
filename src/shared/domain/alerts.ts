// When the office is alerted about a show [K3], judged from its counts and sales at an instant. Owns the limits; must never know a
// clock, nor who is told.

import { HOUR_MS, MINUTE_MS } from '../lib/time.ts'
import type { AlertFigures, AlertKind } from './alert-events.ts'

/** [K3] Alert above this share of the seats that can be sold. */
const HELD_SHARE = 0.3
/** [K3] A hold that is extended once has ended by then: if much is still held after that, it is a succession of holds. */
const HELD_MS = 10 * MINUTE_MS
/** [K3] A rush sells this many times as fast as the hour before. */
const RUSH_TIMES = 5
/** Long enough that two families at once are no rush, short enough to leave time to open another desk. */
const RUSH_MINUTES = 5
const HOUR_MINUTES = HOUR_MS / MINUTE_MS
/** Twenty sales in five minutes: below four a minute one desk copes alone, however quiet the hour before was. */
const RUSH_SALES_MIN = 20

/** How long a condition must last before anybody is told. */
export const patienceMs: Readonly<Record<AlertKind, number>> = { held: HELD_MS, rush: 0 }

interface SeatCounts {
  readonly allocated: number
  readonly held: number
  readonly paying: number
  readonly blocked: number
}

/** Counts carts, including those being paid for, but not reservations, which are long on purpose. */
export function heldFigures({ allocated, held, paying, blocked }: SeatCounts): AlertFigures {
  return { count: held + paying, beside: allocated - blocked }
}

export function isMuchHeld({ count, beside }: AlertFigures): boolean {
  return count > beside * HELD_SHARE
}

export function isRush({ count, beside }: AlertFigures): boolean {
  return count >= RUSH_SALES_MIN && count * (HOUR_MINUTES / RUSH_MINUTES) > beside * RUSH_TIMES
}

/** How far back sales matter. */
export const PACE_MS = (RUSH_MINUTES + HOUR_MINUTES) * MINUTE_MS

/** The sales of one show, counted by the minute. */
export class Pace {
  readonly #byMinute = new Map<number, number>()

  note(atMs: number): void {
    const minute = minuteOf(atMs)
    const before = this.#byMinute.get(minute)
    this.#byMinute.set(minute, (before ?? 0) + 1)
    if (before === undefined) this.#forget(minute)
  }

  /** `count`: the sales of this minute and the four before it; `beside`: those of the hour before that. */
  figuresAt(nowMs: number): AlertFigures {
    const late = minuteOf(nowMs) - RUSH_MINUTES
    let count = 0
    let beside = 0
    for (const [minute, sales] of this.#byMinute) {
      if (minute > late) count += sales
      else if (minute > late - HOUR_MINUTES) beside += sales
    }
    return { count, beside }
  }

  #forget(newest: number): void {
    for (const minute of this.#byMinute.keys()) {
      if (minute <= newest - RUSH_MINUTES - HOUR_MINUTES) this.#byMinute.delete(minute)
    }
  }
}

function minuteOf(atMs: number): number {
  return Math.floor(atMs / MINUTE_MS)
}

/** The state of one kind of alert for one show. */
export interface Standing {
  /** When the condition began; null: it does not hold. */
  readonly sinceMs: number | null
  readonly isRaised: boolean
}

export const nothing: Standing = { sinceMs: null, isRaised: false }

export interface Judged {
  readonly standing: Standing
  /** What to tell the office now. */
  readonly turn: 'raised' | 'ended' | null
  /** When to judge it again even if nothing happens until then. */
  readonly lookAtMs: number
}

/** `isSo`: whether the condition holds now. */
export function judge(kind: AlertKind, before: Standing, isSo: boolean, nowMs: number): Judged {
  if (!isSo)
    return { standing: nothing, turn: before.isRaised ? 'ended' : null, lookAtMs: Number.POSITIVE_INFINITY }
  const sinceMs = before.sinceMs ?? nowMs
  const raiseAtMs = sinceMs + patienceMs[kind]
  if (nowMs < raiseAtMs) return { standing: { sinceMs, isRaised: false }, turn: null, lookAtMs: raiseAtMs }
  const standing = { sinceMs, isRaised: true }
  const turn = before.isRaised ? null : 'raised'
  return { standing, turn, lookAtMs: kind === 'rush' ? nextMinuteMs(nowMs) : Number.POSITIVE_INFINITY }
}

/** Sales are counted by the minute, so a rush can only end at the start of a minute. */
function nextMinuteMs(nowMs: number): number {
  return (minuteOf(nowMs) + 1) * MINUTE_MS
}
