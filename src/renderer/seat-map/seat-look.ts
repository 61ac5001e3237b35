// Which look a seat has: by the house's state, by what this seller has chosen or holds, or by a step of a scale. Owns the codes
// of looks; must never draw.

import type { SeatId } from '../../shared/domain/ids.ts'
import { type SeatState, seatStateCode, seatStates } from '../../shared/domain/seat-state.ts'

/**
 * How a seat is drawn: its state from this seller's view. `asking`: sent and not answered yet; `aside`: held at this desk but not
 * in the current choice, either for a parked cart, or for this one, which has chosen others since.
 */
const ofStates = ['free', 'mine', 'asking', 'aside', 'held', 'reserved', 'paying', 'sold', 'blocked'] as const
/** [A6] A scale from never to always, for a map that shows how often rather than what is. */
export const heatLooks = ['heat-0', 'heat-1', 'heat-2', 'heat-3', 'heat-4'] as const
export type HeatLook = (typeof heatLooks)[number]

export const seatLooks = [...ofStates, ...heatLooks] as const

export type SeatLook = (typeof seatLooks)[number]

const lookOfState: Readonly<Record<SeatState, SeatLook>> = {
  available: 'free',
  held: 'held',
  reserved: 'reserved',
  paying: 'paying',
  sold: 'sold',
  blocked: 'blocked',
}

const lookCode = Object.fromEntries(seatLooks.map((look, code) => [look, code])) as Record<SeatLook, number>

/** The look's code by the state's code. */
const codeOfState: readonly number[] = Object.entries(seatStateCode)
  .toSorted(([, a], [, b]) => a - b)
  .map(([state]) => lookCode[lookOfState[state as SeatState]])
  .concat(heatLooks.map((look) => lookCode[look]))

/** The code for a step of the scale in an array of states: numbered after all states. */
export function heatCode(step: number): number {
  return seatStates.length + step
}

/** Added to a look's code while another price zone is searched: the same shape, faded into the paper. */
export const DIMMED = seatLooks.length

/** What decides a look: the house's state, and what this seller has or has asked for. */
export interface SeatFacts {
  readonly states: Uint8Array
  readonly mine: ReadonlySet<SeatId>
  readonly asking: ReadonlySet<SeatId>
  /** Other seats that this desk holds. */
  readonly aside?: ReadonlySet<SeatId>
  /** Whether a seat is part of the search; all are if null. One's own are never dimmed. */
  readonly isBright?: ((seatId: SeatId) => boolean) | null
}

/** Asking wins over mine, mine over the state: to the house one's own seat is just "held". */
export function lookCodeOf(facts: SeatFacts, seatId: SeatId): number {
  const { states, mine, asking, aside, isBright } = facts
  if (asking.has(seatId)) return lookCode.asking
  if (mine.has(seatId)) return lookCode.mine
  // Only while the house still holds it: once the hold has run out it is as free as any other.
  if (aside?.has(seatId) && states[seatId] === seatStateCode.held) return lookCode.aside
  const code = codeOfState[states[seatId] ?? 0] ?? lookCode.blocked
  return isBright && !isBright(seatId) ? code + DIMMED : code
}

export function lookOfCode(code: number): SeatLook {
  return seatLooks[code % DIMMED] ?? 'blocked'
}

export function isDimmed(code: number): boolean {
  return code >= DIMMED
}
