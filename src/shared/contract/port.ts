// The seam: everything a screen can ask of a house, whoever hosts it. Carriers and the engine implement it, screens and tests
// use it; nobody on either side can tell what is between.

import type { Refusal } from '../domain/refusal.ts'
import type { CommandId } from '../domain/ids.ts'
import type { Input, OperationName, Output } from './operations.ts'
import type { News, Topic } from './topics.ts'

/**
 * `refused`: an expected no. `fault`: the house or the way to it failed and says under which number it wrote that down; a
 * command that ends so is *unknown*, and may be sent again under the same id.
 */
export type Answer<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'fault'; readonly incidentId: string; readonly reason: FaultReason }

/** `unreachable`: no answer from the hub. `storage`: the disk refused (full, read-only). `bug`: our fault. */
export const faultReasons = ['unreachable', 'storage', 'bug'] as const
export type FaultReason = (typeof faultReasons)[number]

export interface BoxOffice {
  /** `commandId` is made and kept by the caller before the first try, so that a second try is the same command [C3]. */
  call<Name extends OperationName>(
    name: Name,
    input: Input<Name>,
    commandId?: CommandId,
  ): Promise<Answer<Output<Name>>>
  /** Hears a whole picture first, then changes. Ends with the returned function. */
  subscribe(topic: Topic, listener: (news: News) => void): () => void
}
