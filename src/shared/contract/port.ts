// The port: everything a screen can ask of a house, whoever hosts it. Carriers and the engine implement it, screens and tests
// use it; neither side can tell what is in between.

import type { Refusal } from '../domain/refusal.ts'
import type { CommandId } from '../domain/ids.ts'
import type { Input, OperationName, Output } from './operations.ts'
import type { News, Topic } from './topics.ts'

/**
 * `refused`: an expected no. `fault`: the house or the connection to it failed, with the number under which that was logged; the
 * outcome of such a command is *unknown*, and it may be sent again under the same id.
 */
export type Answer<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'fault'; readonly incidentId: string; readonly reason: FaultReason }

/** `unreachable`: no answer from the hub. `storage`: the disk refused (full, read-only). `bug`: our fault. */
export const faultReasons = ['unreachable', 'storage', 'bug'] as const
export type FaultReason = (typeof faultReasons)[number]

export interface BoxOffice {
  /** The caller makes and keeps `commandId` before the first attempt, so that a second attempt is the same command [C3]. */
  call<Name extends OperationName>(
    name: Name,
    input: Input<Name>,
    commandId?: CommandId,
  ): Promise<Answer<Output<Name>>>
  /** The listener gets a snapshot first, then changes. The returned function ends it. */
  subscribe(topic: Topic, listener: (news: News) => void): () => void
}
