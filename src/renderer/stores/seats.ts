// The seats of the show on screen: its plan once, its states as they change. Owns the one array that the map draws from.

import { createStore } from 'zustand/vanilla'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import type { PlanId, SeatId, ShowId } from '../../shared/domain/ids.ts'
import type { SeatNews } from '../../shared/contract/topics.ts'
import { ask, boxOffice } from '../box-office.ts'

interface State {
  readonly showId: ShowId | null
  readonly plan: Plan | null
  /** The plan could not be had: said, with another try. */
  readonly isPlanMissing: boolean
  /** Codes of `seatStates`; changed in place, `version` tells. Null until the first picture. */
  readonly states: Uint8Array | null
  readonly version: number
  /** How often the show had changed in this picture of it. */
  readonly revision: number
  /** What changed since the version before; null: everything. */
  readonly changed: readonly SeatId[] | null
}

const nothing: State = {
  showId: null,
  plan: null,
  isPlanMissing: false,
  states: null,
  version: 0,
  revision: 0,
  changed: null,
}

export const seats = createStore<State>(() => nothing)

const plans = new Map<PlanId, Plan>()
let stop: () => void = () => {}

/** Follows the seats of a show until another is followed. */
export function followShow(showId: ShowId, planId: PlanId): void {
  if (seats.getState().showId === showId) return
  stop()
  seats.setState({ ...nothing, showId, plan: plans.get(planId) ?? null })
  if (!plans.has(planId)) void loadPlan(showId, planId)
  stop = boxOffice.subscribe({ kind: 'seats', showId, afterRevision: null }, (news) => {
    if (news.kind === 'snapshot' || news.kind === 'delta') hear(news)
  })
}

export async function loadPlan(showId: ShowId, planId: PlanId): Promise<void> {
  seats.setState({ isPlanMissing: false })
  const answer = await ask('plan', { planId })
  if (answer.kind === 'done') plans.set(planId, answer.value)
  if (seats.getState().showId !== showId) return
  seats.setState(answer.kind === 'done' ? { plan: answer.value } : { isPlanMissing: true })
}

function hear(news: SeatNews): void {
  const { states, version } = seats.getState()
  if (news.kind === 'snapshot') {
    const { states, revision } = news
    return seats.setState({ states, version: version + 1, revision, changed: null })
  }
  if (!states) return
  news.seatIds.forEach((seatId, index) => {
    states[seatId] = news.states[index] ?? 0
  })
  seats.setState({ version: version + 1, revision: news.to, changed: news.seatIds })
}

/** For the map: told which seats changed in place. A new snapshot is another array instead. */
export function subscribeToSeats(listener: (seatIds: readonly SeatId[]) => void): () => void {
  return seats.subscribe(({ changed, version }, before) => {
    if (changed && version !== before.version) listener(changed)
  })
}
