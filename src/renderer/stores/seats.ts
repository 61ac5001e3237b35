// The seats of the show on screen: its plan, loaded once, and its states as they change. Owns the one array that the map draws
// from.

import { createStore } from 'zustand/vanilla'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import type { PlanId, SeatId, ShowId } from '../../shared/domain/ids.ts'
import type { SeatNews } from '../../shared/contract/topics.ts'
import { ask, boxOffice } from '../box-office.ts'

interface State {
  readonly showId: ShowId | null
  readonly plan: Plan | null
  /** The plan could not be loaded; the screen offers a retry. */
  readonly isPlanMissing: boolean
  /** Codes of `seatStates`, changed in place; `version` tells when. Null until the first snapshot. */
  readonly states: Uint8Array | null
  readonly version: number
  /** The show's revision that this snapshot corresponds to. */
  readonly revision: number
  /** Seats that changed since the previous version; null means all. */
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
/** [L4] The snapshot of a plan that is still loading: shown once that is here, never on another plan. */
let waiting: Snapshot | null = null
/** The plan that is loading. */
let coming: PlanId | null = null
let stop: () => void = () => {}

/** Follows the seats of a show until another one is followed. */
export function followShow(showId: ShowId, planId: PlanId): void {
  if (seats.getState().showId === showId) return
  stop()
  waiting = null
  seats.setState({ ...nothing, showId, plan: plans.get(planId) ?? null })
  if (!plans.has(planId)) void loadPlan(showId, planId)
  stop = boxOffice.subscribe({ kind: 'seats', showId, afterRevision: null }, (news) => {
    if (news.kind === 'snapshot' || news.kind === 'delta') hear(news)
  })
}

/**
 * Resolves when the plan of the show on screen is loaded, could not be loaded, or another show is on screen. Without the plan
 * nobody knows what a seat costs.
 */
export function planShown(showId: ShowId): Promise<void> {
  const isOver = (now: State) => now.showId !== showId || now.plan !== null || now.isPlanMissing
  return new Promise((resolve) => {
    if (isOver(seats.getState())) return resolve()
    const stopLooking = seats.subscribe((now) => {
      if (!isOver(now)) return
      stopLooking()
      resolve()
    })
  })
}

export async function loadPlan(showId: ShowId, planId: PlanId): Promise<void> {
  seats.setState({ isPlanMissing: false })
  coming = planId
  const plan = await askPlan(planId)
  if (seats.getState().showId !== showId || coming !== planId) return
  coming = null
  if (!plan) return seats.setState({ isPlanMissing: true })
  const picture = waiting
  waiting = null
  if (picture) show(picture, plan)
  else seats.setState({ plan })
}

/** Null: not loaded yet. */
export function planHere(planId: PlanId): Plan | null {
  return plans.get(planId) ?? null
}

/** Null: it could not be loaded. */
export async function askPlan(planId: PlanId): Promise<Plan | null> {
  const answer = await ask('plan', { planId })
  if (answer.kind !== 'done') return null
  plans.set(planId, answer.value)
  return answer.value
}

type Snapshot = Extract<SeatNews, { kind: 'snapshot' }>

function hear(news: SeatNews): void {
  if (news.kind === 'snapshot') return hearWhole(news)
  const picture = waiting ?? seats.getState()
  if (!picture.states) return
  const { states } = picture
  news.seatIds.forEach((seatId, index) => {
    states[seatId] = news.states[index] ?? 0
  })
  if (waiting) waiting = { ...waiting, revision: news.to }
  else seats.setState(({ version }) => ({ version: version + 1, revision: news.to, changed: news.seatIds }))
}

/** [L4] A snapshot and its plan appear together: until both are there, the previous ones stay. */
function hearWhole(news: Snapshot): void {
  const plan = plans.get(news.planId)
  waiting = plan ? null : news
  if (plan) coming = null
  if (plan) show(news, plan)
  else if (coming !== news.planId) void loadPlan(news.showId, news.planId)
}

function show({ states, revision }: Snapshot, plan: Plan): void {
  seats.setState(({ version }) => ({ plan, states, version: version + 1, revision, changed: null }))
}

/** For the map: reports which seats changed in place. A new snapshot is a new array instead. */
export function subscribeToSeats(listener: (seatIds: readonly SeatId[]) => void): () => void {
  return seats.subscribe(({ changed, version }, before) => {
    if (changed && version !== before.version) listener(changed)
  })
}
