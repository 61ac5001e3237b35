// Whether the operations on one seat can have happened one after the other: the search of Wing and Gong, with Lowe's speed-up.
// Owns what a seat allows; must know nothing of the program, of its journal, or of how the history came about.

/** An operation on a seat; `token` identifies the booking by its maker. */
export interface Deed {
  readonly kind: 'hold' | 'pay' | 'cancel'
  readonly token: string
}

/** `unknown`: no answer was heard; it may have happened at any time after it was called, or never. */
export interface Op extends Deed {
  readonly id: string
  readonly seat: number
  readonly calledMs: number
  /** Infinite if no answer was heard. */
  readonly returnedMs: number
  readonly outcome: 'done' | 'refused' | 'unknown'
}

/** `free`, `held TOKEN` or `sold TOKEN`. */
export type SeatState = string

export const FREE: SeatState = 'free'

/** The seat after this was done; null: it cannot have been done to the seat in this state. */
export function doneTo(state: SeatState, { kind, token }: Deed): SeatState | null {
  if (kind === 'hold') return state === FREE ? `held ${token}` : null
  if (kind === 'pay') return state === `held ${token}` ? `sold ${token}` : null
  return state === `held ${token}` || state === `sold ${token}` ? FREE : null
}

/** The same for the answer that was heard: a refusal is right only if it could not be done. */
function after(state: SeatState, op: Op): SeatState | null {
  const done = doneTo(state, op)
  if (op.outcome === 'refused') return done === null ? state : null
  return done
}

/** Steps after which the search gives up: a history of some hundred operations takes some thousand. */
const STEPS_MAX = 5_000_000

export type Verdict = 'linearizable' | 'impossible' | 'gave up'

interface Entry {
  readonly op: Op
  readonly bit: bigint
  /** For a call: its return, if an answer was heard. */
  readonly end: Entry | null
  readonly isCall: boolean
  before: Entry | null
  next: Entry | null
}

interface Step {
  readonly entry: Entry
  readonly state: SeatState
}

/** For the history of one seat. */
export function verdictOf(ops: readonly Op[]): Verdict {
  const head = entriesOf(ops)
  const seen = new Set<string>()
  const way: Step[] = []
  let state = FREE
  let taken = 0n
  let left = ops.filter(({ outcome }) => outcome !== 'unknown').length
  let entry = head.next
  for (let steps = 0; left > 0; steps += 1) {
    if (steps > STEPS_MAX) return 'gave up'
    const next = entry?.isCall ? after(state, entry.op) : null
    const key = entry && next !== null ? `${taken | entry.bit} ${next}` : null
    if (entry && next !== null && key !== null && !seen.has(key)) {
      seen.add(key)
      way.push({ entry, state })
      lift(entry)
      state = next
      taken |= entry.bit
      if (entry.op.outcome !== 'unknown') left -= 1
      entry = head.next
    } else if (entry?.isCall) {
      entry = entry.next
    } else {
      const back = way.pop()
      if (!back) return 'impossible'
      unlift(back.entry)
      state = back.state
      taken &= ~back.entry.bit
      if (back.entry.op.outcome !== 'unknown') left += 1
      entry = back.entry.next
    }
  }
  return 'linearizable'
}

/** Calls and returns in order of time, after a head that is neither. At the same instant calls come first: such operations may overlap. */
function entriesOf(ops: readonly Op[]): Entry {
  const timed = ops.flatMap((op, at) => {
    const bit = 1n << BigInt(at)
    const links = { before: null, next: null }
    const end: Entry | null =
      op.outcome === 'unknown' ? null : { op, bit, end: null, isCall: false, ...links }
    const call: Entry = { op, bit, end, isCall: true, ...links }
    const both = [{ atMs: op.calledMs, order: 0, entry: call }]
    return end ? [...both, { atMs: op.returnedMs, order: 1, entry: end }] : both
  })
  timed.sort((a, b) => a.atMs - b.atMs || a.order - b.order)
  const nobody: Op = {
    id: '',
    seat: 0,
    kind: 'hold',
    token: '',
    calledMs: 0,
    returnedMs: 0,
    outcome: 'unknown',
  }
  const head: Entry = { op: nobody, bit: 0n, end: null, isCall: false, before: null, next: null }
  let last = head
  for (const { entry } of timed) {
    last.next = entry
    entry.before = last
    last = entry
  }
  return head
}

function lift(call: Entry): void {
  for (const entry of call.end ? [call, call.end] : [call]) {
    if (entry.before) entry.before.next = entry.next
    if (entry.next) entry.next.before = entry.before
  }
}

function unlift(call: Entry): void {
  for (const entry of call.end ? [call.end, call] : [call]) {
    if (entry.before) entry.before.next = entry
    if (entry.next) entry.next.before = entry
  }
}
