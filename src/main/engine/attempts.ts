// Attempts to do what is reserved for others, as events of the journal [I39] [I40]. Owns which refusals are worth a row, and how
// often; must never keep a refusal from being answered.

import type { Refused } from '../../shared/domain/decision.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { CommandId } from '../../shared/domain/ids.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { type OperationName, operations } from '../../shared/contract/operations.ts'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import type { Occasion } from '../store/journal.ts'

/** The same attempt repeated is one row per this long: a stuck screen must not fill the disk. */
const ONCE_IN_MS = MINUTE_MS

export class Attempts {
  readonly #noted = new Map<string, { readonly commandId: CommandId; readonly atMs: number }>()

  /** Somebody was turned away from an operation of the office. A clerk's own work refused at a locked desk is not an attempt. */
  turnedAway(operation: OperationName, refusal: Refusal, occasion: Occasion): HouseEvent[] {
    const roles: readonly string[] = operations[operation].roles
    return roles.includes('clerk') ? [] : this.#attempt(operation, refusal, occasion)
  }

  /** A decision's refusal: the events it brings itself, plus an attempt if somebody reached for another's booking or another's PIN. */
  refused(operation: OperationName, { refusal, events = [] }: Refused, occasion: Occasion): HouseEvent[] {
    const isReach = refusal.code === 'NOT_YOURS' || refusal.code === 'NOT_ALLOWED'
    return [...events, ...(isReach ? this.#attempt(operation, refusal, occasion) : [])]
  }

  /** Only the first of its kind in a while; but again for the very same command, which is rerun when its commit was undone. */
  #attempt(operation: OperationName, { code }: Refusal, occasion: Occasion): HouseEvent[] {
    const { actor, commandId, atMs } = occasion
    const key = `${actor.kioskId} ${actor.staffId} ${operation} ${code}`
    const last = this.#noted.get(key)
    if (last && last.commandId !== commandId && atMs - last.atMs < ONCE_IN_MS) return []
    this.#noted.set(key, { commandId, atMs })
    return [{ type: 'attempt-refused', operation, code }]
  }
}
