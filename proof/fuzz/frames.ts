// Frames as a hostile or broken screen would send them: a valid one, bent at some place. Owns which of them could do something:
// those are left out, so that any change in a house that receives the rest is a fault.

import { isCommand, isOperation, operations } from '../../src/shared/contract/operations.ts'
import type { OperationName } from '../../src/shared/contract/operations.ts'
import { toHub } from '../../src/shared/contract/wire.ts'
import type { Dice } from '../dice.ts'
import { bent, inputOf } from './values.ts'

export const names = Object.keys(operations) as [OperationName, ...OperationName[]]
const topics = [
  'house',
  'shows',
  'disk',
  'payments',
  'bookings',
  'proofs',
  'standby',
  'printing',
  'messages',
  'link',
  'kiosks',
  'changes',
] as const

export interface Made {
  readonly frame: unknown
  /** A frame of this protocol, which is answered. Otherwise the sender is cut off. */
  readonly isOfProtocol: boolean
}

/** `id`: of the call, if it is one. */
export function makeFrame(id: number, dice: Dice, hostile: (dice: Dice) => unknown): Made {
  for (;;) {
    const frame = bentFrame(id, dice, hostile)
    const parsed = toHub.safeParse(frame)
    if (!parsed.success) return { frame, isOfProtocol: false }
    if (parsed.data.t !== 'call') continue
    const { name, input } = parsed.data
    const mayDo = isOperation(name) && isCommand(name) && operations[name].input.safeParse(input).success
    if (!mayDo && parsed.data.id === id) return { frame, isOfProtocol: true }
  }
}

function bentFrame(id: number, dice: Dice, hostile: (dice: Dice) => unknown): unknown {
  const name = dice.pick(names)
  const input = inputOf(name, dice)
  const call = { t: 'call', id, name, input, commandId: dice.isLucky(0.5) ? null : `fuzz-${id}` }
  const kind = dice.below(10)
  if (kind === 0) return bent(call, dice, hostile)
  if (kind === 1) return bent({ t: 'subscribe', id, topic: { kind: dice.pick(topics) } }, dice, hostile)
  if (kind === 2) return hostile(dice)
  if (kind === 3) return { ...call, name: hostile(dice) }
  if (kind === 4) return call
  return { ...call, input: bent(input, dice, hostile) }
}
