// Answers which seats are the best for a party [H13]. Owns the checks of what is asked; what is best is the domain's word, and
// whether the seats can be had is said when they are held.

import { bestAvailable } from '../../shared/domain/seat-plan/best-available.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import { PROPOSALS_MAX } from '../../shared/contract/limits.ts'
import type { Reader } from './reader.ts'

export function bestSeats(
  reader: Reader,
  { showId, skip, ...wish }: Input<'best-seats'>,
  nowMs: number,
): Output<'best-seats'> | Refusal {
  const show = reader.show(showId)
  if (!show) return { code: 'NOT_FOUND', what: 'show', id: String(showId) }
  const plan = reader.planOfShow(showId)
  if (wish.category !== null && wish.category >= plan.categories.length)
    return unknown('category', wish.category)
  if (wish.section !== null && wish.section >= plan.sections.length) return unknown('section', wish.section)
  const board = reader.board(showId)
  const { seatsMax: limit } = show.terms
  if (wish.count > limit)
    return { code: 'TOO_MANY_SEATS', asked: wish.count, limit, left: board.freeAt(nowMs) }
  return { proposals: bestAvailable(plan, board.statesAt(nowMs), wish, PROPOSALS_MAX).slice(skip) }
}

function unknown(field: string, index: number): Refusal {
  return { code: 'INVALID_INPUT', field, problem: 'malformed', detail: String(index) }
}
