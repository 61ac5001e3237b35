// When the office is told of a show [K3]: what is so is judged here, from counts and sales as they stand at an instant. Owns the limits;
// must never know a clock, nor who is told.

import { HOUR_MS, MINUTE_MS } from '../lib/time.ts'
import type { AlertFigures, AlertKind } from './alert-events.ts'

/** [K3] More than three in ten of what can be sold. */
const HELD_SHARE = 0.3
/** [K3] A hold that is extended once ends by then: what stands longer is others' holds, one after the other. */
const HELD_MS = 10 * MINUTE_MS
/** [K3] As many times as fast as the hour before. */
const RUSH_TIMES = 5
/** Long enough that two families at once are none, short enough to open a desk. */
const RUSH_MINUTES = 5
const HOUR_MINUTES = HOUR_MS / MINUTE_MS
/** Fewer than four sales a minute one desk does alone, however quiet the hour before was. */
const RUSH_SALES_MIN = 20

/** How long something is so before anybody is told. */
export const patienceMs: Readonly<Record<AlertKind, number>> = { held: HELD_MS, rush: 0 }

interface SeatCounts {
  readonly allocated: number
  readonly held: number
  readonly paying: number
  readonly blocked: number
}

/** Carts, also those that are being paid. A reservation is long on purpose: it is none. */
export function heldFigures({ allocated, held, paying, blocked }: SeatCounts): AlertFigures {
  return { count: held + paying, beside: allocated - blocked }
}

export function isMuchHeld({ count, beside }: AlertFigures): boolean {
  return count > beside * HELD_SHARE
}

export function isRush({ count, beside }: AlertFigures): boolean {
  return count >= RUSH_SALES_MIN && count * (HOUR_MINUTES / RUSH_MINUTES) > beside * RUSH_TIMES
}

/** Since how long ago sales matter. */
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

  /** The sales of this minute and the four before, beside those of the hour before. */
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

/** How it stands with one kind of alert of one show. */
export interface Standing {
  /** Since when it has been so; null: it is not. */
  readonly sinceMs: number | null
  readonly isRaised: boolean
}

export const nothing: Standing = { sinceMs: null, isRaised: false }

export interface Judged {
  readonly standing: Standing
  /** What is to be told now. */
  readonly turn: 'raised' | 'ended' | null
  /** When it must be looked at again, though nothing happens until then. */
  readonly lookAtMs: number
}

/** `isSo`: now. */
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

/** Sales are counted by the minute: a rush is over at the beginning of one. */
function nextMinuteMs(nowMs: number): number {
  return (minuteOf(nowMs) + 1) * MINUTE_MS
}
