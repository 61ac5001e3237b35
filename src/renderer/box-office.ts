// The box office this screen talks to, and the ids and time needed for that. The only place that knows which carrier is used.

import { FrameClient } from '../shared/contract/frame-client.ts'
import type { Input, OperationName, Output } from '../shared/contract/operations.ts'
import type { Answer } from '../shared/contract/port.ts'
import type { BoxOfficePipe, WindowPipe } from '../shared/contract/preload-pipe.ts'
import type { CartId, CommandId } from '../shared/domain/ids.ts'
import { Ulids } from '../shared/lib/ulid.ts'
import { ipcPipe, wsPipe } from './pipes.ts'

declare global {
  interface Window {
    readonly boxOffice?: BoxOfficePipe
    readonly guichetWindow?: WindowPipe
  }
}

function pipe() {
  if (window.boxOffice) return ipcPipe(window.boxOffice)
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws'
  return wsPipe(`${scheme}://${window.location.host}/ws`)
}

/** Setting the clock during a hold must not move its countdown [V14]: elapsed time is measured by a clock that never steps. */
const steadyMs = () => performance.timeOrigin + performance.now()

export const boxOffice = new FrameClient(pipe(), steadyMs)

/** They sort by the house's time, so that each new one is appended at the end of its table there. */
const ids = new Ulids((count) => crypto.getRandomValues(new Uint8Array(count)))

export function newCartId(): CartId {
  return ids.next(boxOffice.hubNowMs()) as CartId
}

export function newCommandId(): CommandId {
  return ids.next(boxOffice.hubNowMs()) as CommandId
}

/** Asks once. The command's id is created here, before the first attempt, and kept over a lost connection [C3]. */
export async function ask<Name extends OperationName>(
  name: Name,
  input: Input<Name>,
  commandId = newCommandId(),
): Promise<Answer<Output<Name>>> {
  const answer = await boxOffice.call(name, input, commandId)
  if (answer.kind === 'refused' && answer.refusal.code === 'SIGN_IN_REQUIRED')
    for (const hear of turnedAway) hear()
  return answer
}

const turnedAway = new Set<() => void>()

/** Calls back when the house said that nobody is signed in here (any more). */
export function onTurnedAway(hear: () => void): void {
  turnedAway.add(hear)
}
