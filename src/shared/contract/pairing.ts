// What a kiosk and a hub say to each other before they are paired [S5]: one question, answered in lines of JSON. Both sides check what
// they receive.

import { z } from 'zod'
import type { KioskId } from '../domain/ids.ts'
import { NAME_MAX } from './limits.ts'
import { words } from './words.ts'

/** SHA-256, in hex. */
const digest = z.string().regex(/^[0-9a-f]{64}$/)

export const asked = z.strictObject({ name: words.min(1).max(NAME_MAX), proof: digest })

/** `closed`: no code is valid here now. `declined`: a manager said no, or nobody answered while the offer was open. */
export const pairingRefusals = ['wrong-code', 'closed', 'declined', 'malformed'] as const
export type PairingRefusal = (typeof pairingRefusals)[number]

export const told = z.discriminatedUnion('t', [
  z.object({ t: z.literal('proof'), proof: z.string() }),
  z.object({ t: z.literal('admitted'), kioskId: z.string().transform((text) => text as KioskId) }),
  z.object({ t: z.literal('refused'), reason: z.enum(pairingRefusals) }),
])
export type Told = z.output<typeof told>

/** Also includes why the hub could not be asked. `impostor`: the machine that answers does not know the code. */
export const joinProblems = [...pairingRefusals, 'unreachable', 'wrong-hub', 'impostor'] as const
export type JoinProblem = (typeof joinProblems)[number]
