// The life of one show's seats [A6]: its journal's steps, read and then followed, the instant that is looked at and the seat that
// is asked about. Owns the reading; kept while its bookings are looked at, so that the way back leads to the same instant.

import { createStore } from 'zustand/vanilla'
import type { Input } from '../../shared/contract/operations.ts'
import type { Answer } from '../../shared/contract/port.ts'
import { stepsOfColumns } from '../../shared/contract/step-columns.ts'
import type { PlanId, SeatId, ShowId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { SeatReplay } from '../../shared/domain/seat-replay.ts'
import { ask, boxOffice } from '../box-office.ts'

export type Trouble = Exclude<Answer<never>, { kind: 'done' }>

/** What has been read so far: a new object whenever the replay in it has grown. */
export interface Past {
  readonly replay: SeatReplay
}

interface State {
  readonly showId: ShowId | null
  /** [L4] The plan versions it has used, the oldest first. */
  readonly plans: readonly Plan[]
  /** Null until loaded. */
  readonly past: Past | null
  /** How much of the journal has been read, 0 to 1. */
  readonly share: number
  readonly trouble: Trouble | null
  /** Null for now, or the end of its life. */
  readonly atMs: number | null
  readonly seatId: SeatId | null
}

const nothing: State = {
  showId: null,
  plans: [],
  past: null,
  share: 0,
  trouble: null,
  atMs: null,
  seatId: null,
}

export const timeMachine = createStore<State>(() => nothing)

let isReading = false
let isNewsWaiting = false

/** Reads a show's life and follows it until the returned function is called. */
export function followLife(showId: ShowId): () => void {
  if (timeMachine.getState().showId !== showId) timeMachine.setState({ ...nothing, showId })
  const stop = boxOffice.subscribe({ kind: 'seats', showId, afterRevision: null }, () => void readOn())
  void readOn()
  return stop
}

/** Advances the replay to the current time: holds that have ended since are over. */
export function passTime(nowMs: number): void {
  const { past } = timeMachine.getState()
  if (!past) return
  const before = past.replay.before(Number.POSITIVE_INFINITY)
  past.replay.passTo(nowMs)
  if (past.replay.before(Number.POSITIVE_INFINITY) !== before) timeMachine.setState({ past: { ...past } })
}

/** One reader at a time; news that arrives meanwhile is read afterwards. */
async function readOn(): Promise<void> {
  isNewsWaiting = true
  if (isReading) return
  isReading = true
  while (isNewsWaiting) {
    isNewsWaiting = false
    // oxlint-disable-next-line no-await-in-loop -- page after page
    isNewsWaiting = (await readPage()) || isNewsWaiting
  }
  isReading = false
}

/** Returns whether there is more. */
async function readPage(): Promise<boolean> {
  const { showId, past } = timeMachine.getState()
  if (showId === null) return false
  const wanted: Input<'seat-steps'> = { showId, after: past?.replay.revision ?? 0 }
  const answer = await ask('seat-steps', wanted)
  const plans = answer.kind === 'done' ? await plansFor(answer.value.plans) : answer
  // Another show is looked at by now.
  if (timeMachine.getState().showId !== showId || timeMachine.getState().past?.replay !== past?.replay)
    return true
  if (answer.kind !== 'done' || 'kind' in plans) {
    timeMachine.setState({ trouble: answer.kind === 'done' ? (plans as Trouble) : answer })
    return false
  }
  const { steps, revision, next } = answer.value
  const replay = grownBy(replayOn(plans, past), stepsOfColumns(steps))
  const share = next === null ? 1 : next / Math.max(1, revision)
  timeMachine.setState({ plans, past: { replay }, share, trouble: null })
  return next !== null
}

/** The plans already loaded, plus those that are still missing. */
async function plansFor(planIds: readonly PlanId[]): Promise<readonly Plan[] | Trouble> {
  const here = new Map(timeMachine.getState().plans.map((plan) => [plan.planId, plan]))
  for (const planId of planIds) {
    if (here.has(planId)) continue
    // oxlint-disable-next-line no-await-in-loop -- a show has one, or some that came one after the other
    const answer = await ask('plan', { planId })
    if (answer.kind !== 'done') return answer
    here.set(planId, answer.value)
  }
  return [...new Set(planIds)].flatMap((planId) => here.get(planId) ?? [])
}

function replayOn(plans: readonly Plan[], past: Past | null): SeatReplay {
  if (!past) return new SeatReplay(plans)
  return plans.length === timeMachine.getState().plans.length ? past.replay : past.replay.again(plans)
}

/** A step may arrive after the clock has passed its time: then the replay starts again. */
function grownBy(replay: SeatReplay, steps: ReturnType<typeof stepsOfColumns>): SeatReplay {
  const lastMs = replay.before(Number.POSITIVE_INFINITY) ?? 0
  const grown = (steps[0]?.atMs ?? lastMs) < lastMs ? replay.again() : replay
  for (const step of steps) grown.add(step)
  return grown
}
