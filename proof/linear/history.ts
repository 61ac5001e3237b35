// What all kiosks wrote down, as one history, and what the hub's journal says of the order. Owns what counts as answered; a kiosk
// that refused because it was cut off did nothing.

import type { Store } from '../../src/main/store/store.ts'
import type { KioskLine } from './kiosk.ts'
import { FREE, type Op, type SeatState, doneTo } from './search.ts'

/** The refusals possible for each operation: any other belongs to another question. */
const expected: Readonly<Record<Op['kind'], ReadonlySet<string>>> = {
  hold: new Set(['SEAT_NOT_AVAILABLE']),
  pay: new Set(['WRONG_STATE']),
  cancel: new Set(['WRONG_STATE']),
}
/** The kiosk's own refusal: nothing was sent. */
const NOT_SENT = 'HUB_AWAY'

export interface History {
  readonly ops: readonly Op[]
  readonly notSent: number
  /** Answers that none of these operations can have. */
  readonly strange: readonly string[]
}

export function historyOf(lines: readonly KioskLine[]): History {
  const answers = new Map(lines.flatMap((line) => (line.t === 'returned' ? [[line.id, line]] : [])))
  const strange: string[] = []
  let notSent = 0
  const ops = lines.flatMap((line): Op[] => {
    if (line.t !== 'called') return []
    const { id, seat, kind, token, atMs: calledMs } = line
    const heard = answers.get(id)
    const op = { id, seat, kind, token, calledMs }
    if (!heard || heard.code === 'fault')
      return [{ ...op, returnedMs: Number.POSITIVE_INFINITY, outcome: 'unknown' }]
    if (heard.code === NOT_SENT) notSent += 1
    if (heard.code === NOT_SENT) return []
    if (heard.code !== 'done' && !expected[kind].has(heard.code)) strange.push(`${kind} ${id}: ${heard.code}`)
    return [{ ...op, returnedMs: heard.atMs, outcome: heard.code === 'done' ? 'done' : 'refused' }]
  })
  return { ops, notSent, strange }
}

/**
 * Check 1: the journal's order is legal for each seat, agrees with the answers, and with what had returned before another operation began.
 */
export function faultsOfOrder(ops: readonly Op[], store: Store): string[] {
  const places = new Map<string, number>()
  for (const { commandId, sequence } of store.all('journal')) places.set(commandId, sequence)
  const faults = ops.flatMap(({ id, outcome }) => {
    if (outcome === 'done' && !places.has(id)) return [`I23 ${id} was done, and is not in the journal`]
    return outcome === 'refused' && places.has(id) ? [`${id} was refused, and is in the journal`] : []
  })
  const placed = ops.flatMap((op) => {
    const place = places.get(op.id)
    return place === undefined ? [] : [{ op, place }]
  })
  return [...faults, ...illegal(placed), ...backwards(placed)]
}

interface Placed {
  readonly op: Op
  readonly place: number
}

function illegal(placed: readonly Placed[]): string[] {
  const states = new Map<number, SeatState>()
  return placed
    .toSorted((a, b) => a.place - b.place)
    .flatMap(({ op }) => {
      const before = states.get(op.seat) ?? FREE
      const next = doneTo(before, op)
      states.set(op.seat, next ?? before)
      return next === null ? [`${op.kind} ${op.id} was done to seat ${op.seat}, which was ${before}`] : []
    })
}

/** An operation that had returned before another was called must come before it. */
function backwards(placed: readonly Placed[]): string[] {
  const returned = placed.toSorted((a, b) => a.op.returnedMs - b.op.returnedMs)
  let highest: Placed | null = null
  let next = 0
  return placed
    .toSorted((a, b) => a.op.calledMs - b.op.calledMs)
    .flatMap((one) => {
      for (; (returned[next]?.op.returnedMs ?? Number.POSITIVE_INFINITY) < one.op.calledMs; next += 1) {
        const over = returned[next]
        if (over && over.place > (highest?.place ?? 0)) highest = over
      }
      return highest && highest.place > one.place
        ? [`${one.op.id} stands before ${highest.op.id}, which had returned before it was called`]
        : []
    })
}
