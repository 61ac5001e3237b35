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
/** [L4] The picture of a plan that is still on its way: shown when that is here, never on another. */
let waiting: Snapshot | null = null
/** Which plan is on its way. */
let coming: PlanId | null = null
let stop: () => void = () => {}

/** Follows the seats of a show until another is followed. */
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

/** Over when the plan of the show on screen is there, cannot be had, or another show is on screen: without it nobody knows what a seat costs. */
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
  const answer = await ask('plan', { planId })
  if (answer.kind === 'done') plans.set(planId, answer.value)
  if (seats.getState().showId !== showId || coming !== planId) return
  coming = null
  if (answer.kind !== 'done') return seats.setState({ isPlanMissing: true })
  const picture = waiting
  waiting = null
  if (picture) show(picture, answer.value)
  else seats.setState({ plan: answer.value })
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

/** [L4] A picture and its plan come on screen together: until then the one before stays. */
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

/** For the map: told which seats changed in place. A new snapshot is another array instead. */
export function subscribeToSeats(listener: (seatIds: readonly SeatId[]) => void): () => void {
  return seats.subscribe(({ changed, version }, before) => {
    if (changed && version !== before.version) listener(changed)
  })
}
