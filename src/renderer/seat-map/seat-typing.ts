// Typing a seat's name to jump to it: "F12". Owns the buffer's rules and how labels are compared.
// Must never read a clock (times come with the keys) nor move anything itself.

import type { SeatId } from '../../shared/domain/ids.ts'
import { type Plan, seatLabel } from '../../shared/domain/seat-plan/plan.ts'
import { sectionOf } from './seat-rows.ts'

export interface Typing {
  readonly text: string
  readonly atMs: number
}

export const nothingTyped: Typing = { text: '', atMs: -Infinity }

/** A pause this long starts a new word: the usual type-ahead second of list boxes. */
const PAUSE_MS = 1000
/** Longest label kept; what is typed beyond can name no seat. */
const LONGEST = 24

/** The first digit of each script a seller may type in: Arabic, Persian, Devanagari. */
const zeroes = [0x0660, 0x06f0, 0x0966]

export function isTyping(typing: Typing, nowMs: number): boolean {
  return typing.text !== '' && nowMs - typing.atMs < PAUSE_MS
}

export function typeKey(typing: Typing, key: string, nowMs: number): Typing {
  const kept = isTyping(typing, nowMs) ? typing.text : ''
  return { text: (kept + plainLabel(key)).slice(0, LONGEST), atMs: nowMs }
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

export type SeatsByLabel = ReadonlyMap<string, readonly SeatId[]>

export interface LabelledPlan {
  readonly plan: Plan
  readonly byLabel: SeatsByLabel
}

export function makeSeatsByLabel(plan: Plan): SeatsByLabel {
  const found = new Map<string, SeatId[]>()
  for (let seat = 0; seat < plan.count; seat += 1) {
    const label = plainLabel(seatLabel(plan, seat as SeatId))
    const same = found.get(label)
    if (same) same.push(seat as SeatId)
    else found.set(label, [seat as SeatId])
  }
  return found
}

/** A label may stand in every section: the one where the seller is wins, then the plan's first. */
export function seatTyped({ plan, byLabel }: LabelledPlan, text: string, from: SeatId | null): SeatId | null {
  const seats = byLabel.get(text) ?? []
  const here =
    from === null ? undefined : seats.find((seat) => sectionOf(plan, seat) === sectionOf(plan, from))
  return here ?? seats[0] ?? null
}
