// Typing a seat's name to jump to it: "F12". Owns the word's rules, how labels are compared, and what a miss means.
// Must never read a clock (times come with the keys) nor move anything itself.

import type { SeatId } from '../../shared/domain/ids.ts'
import { type Plan, isGone, seatLabel } from '../../shared/domain/seat-plan/plan.ts'
import { sectionOf } from './seat-rows.ts'

export interface Typing {
  /** As it was typed, for display; compared in the form of `plainLabel`. */
  readonly text: string
  readonly atMs: number
  /** The focused seat when typing began: a word that names nothing returns there. */
  readonly from: SeatId | null
  readonly seat: SeatId | null
  /** Further keys may still make a seat's name of it. */
  readonly isBeginning: boolean
  /** The miss was acknowledged: no longer shown, but still no word to choose a seat by. */
  readonly isHushed: boolean
}

export const nothingTyped: Typing = {
  text: '',
  atMs: -Infinity,
  from: null,
  seat: null,
  isBeginning: false,
  isHushed: false,
}

/** A pause this long starts a new word: the usual type-ahead second of list boxes. */
export const PAUSE_MS = 1000
/** Longest word kept; anything longer can name no seat. */
const LONGEST = 24

/** The first digit of each script a seller may type in: Arabic, Persian, Devanagari. */
const zeroes = [0x0660, 0x06f0, 0x0966]

export interface TypedKey {
  readonly key: string
  readonly atMs: number
  /** The focused seat. */
  readonly focused: SeatId | null
}

export function isTyping(typing: Typing, nowMs: number): boolean {
  return typing.text !== '' && nowMs - typing.atMs < PAUSE_MS
}

/** Adds a key to the word, or starts another word with it. */
export function typeKey(typing: Typing, { key, atMs, focused }: TypedKey, labelled: LabelledPlan): Typing {
  const isMore = isTyping(typing, atMs)
  const from = isMore ? typing.from : focused
  const text = ((isMore ? typing.text : '') + key).slice(0, LONGEST)
  const word = plainLabel(text)
  return {
    text,
    atMs,
    from,
    seat: seatTyped(labelled, word, from),
    isBeginning: labelled.beginnings.has(word),
    isHushed: false,
  }
}

/** Space and Enter then choose nothing: the seller means a seat that does not exist, not the one with the focus ring. */
export function isMissed({ text, seat }: Typing): boolean {
  return text !== '' && seat === null
}

/** After a key that moves nothing: the word is over ("F5, Space, F9" are two seats), but a miss remains one. */
export function endWord(typing: Typing): Typing {
  return isMissed(typing) ? { ...typing, atMs: -Infinity } : nothingTyped
}

/** After Space or Enter on a miss: it has been read. */
export function hush(typing: Typing): Typing {
  return isMissed(typing) ? { ...typing, atMs: -Infinity, isHushed: true } : nothingTyped
}

export interface TypedEcho {
  readonly text: string
  /** There is such a seat, or may be one if typing goes on. */
  readonly isFound: boolean
}

/** What the map shows of the word. `isPaused`: no key for `PAUSE_MS`. */
export function echoOf(typing: Typing, isPaused: boolean): TypedEcho | null {
  const { text, seat, isBeginning, isHushed } = typing
  if (text === '' || isHushed) return null
  const isOver = isPaused || typing.atMs === -Infinity
  if (isOver && seat !== null) return null
  return { text, isFound: seat !== null || (isBeginning && !isOver) }
}

/** Letters and digits only, in one case, digits of any script as 0-9: "F-۱۲" and "f12" are the same seat. */
export function plainLabel(label: string): string {
  return label
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
    .replace(/[٠-٩۰-۹०-९]/gu, plainDigit)
    .toLowerCase()
}

function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const zero = zeroes.find((start) => code >= start && code < start + 10) ?? code
  return String(code - zero)
}

export interface LabelledPlan {
  readonly plan: Plan
  readonly byLabel: ReadonlyMap<string, readonly SeatId[]>
  /** Every proper prefix of every label: a stadium's 80,000 seats share a few thousand. */
  readonly beginnings: ReadonlySet<string>
}

export function labelSeats(plan: Plan): LabelledPlan {
  const byLabel = new Map<string, SeatId[]>()
  for (let seat = 0; seat < plan.count; seat += 1) {
    if (isGone(plan, seat)) continue
    const label = plainLabel(seatLabel(plan, seat as SeatId))
    const same = byLabel.get(label)
    if (same) same.push(seat as SeatId)
    else byLabel.set(label, [seat as SeatId])
  }
  return { plan, byLabel, beginnings: beginningsOf(byLabel.keys()) }
}

function beginningsOf(labels: Iterable<string>): Set<string> {
  const beginnings = new Set<string>()
  for (const label of labels) {
    for (let length = 1; length < label.length; length += 1) beginnings.add(label.slice(0, length))
  }
  return beginnings
}

/** A label may occur in every section: the seller's current section wins, then the first in the plan. */
export function seatTyped({ plan, byLabel }: LabelledPlan, word: string, from: SeatId | null): SeatId | null {
  const seats = byLabel.get(word) ?? []
  const here =
    from === null ? undefined : seats.find((seat) => sectionOf(plan, seat) === sectionOf(plan, from))
  return here ?? seats[0] ?? null
}
