// The envelope that every carrier puts around calls, answers and news, and its version. A test pins a digest of all schemas to
// PROTOCOL_VERSION: whoever changes a schema must raise the version.

import { z } from 'zod'
import type { Frozen } from '../lib/frozen.ts'
import { faultReasons } from './port.ts'
import { houseName } from './house-name.ts'
import { refusal } from './refusals.ts'
import { commandId } from './ids.ts'
import { NAME_MAX } from './limits.ts'
import { topic } from './topics.ts'

export const PROTOCOL_VERSION = 16

/** Chosen by the client to match answers and news with its calls; never stored. */
const callId = z.int().min(0)

export const toHub = z.discriminatedUnion('t', [
  z.strictObject({
    t: z.literal('call'),
    id: callId,
    name: z.string().max(NAME_MAX),
    input: z.unknown(),
    commandId: commandId.nullable(),
  }),
  z.strictObject({ t: z.literal('subscribe'), id: callId, topic }),
  z.strictObject({ t: z.literal('unsubscribe'), id: callId }),
])
export type ToHub = Frozen<z.output<typeof toHub>>

export const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), value: z.unknown() }),
  z.object({ kind: z.literal('refused'), refusal }),
  z.object({ kind: z.literal('fault'), incidentId: z.string(), reason: z.enum(faultReasons) }),
])

/** [SYNC 5.1] The house that a kiosk is connected to; `waits`: it was restored from a backup, and hears its kiosks first [SYNC 4.7]. */
const answering = houseName.extend({ waits: z.boolean() })
export type Answering = Frozen<z.output<typeof answering>>

/** `nowMs`: the hub's clock when it sent this, which every countdown on a screen follows [H11]. `house`: sent to kiosks. */
export const fromHub = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('welcome'),
    protocol: z.int(),
    nowMs: z.int(),
    house: answering.nullable().exactOptional(),
  }),
  z.object({ t: z.literal('answer'), id: callId, answer, nowMs: z.int() }),
  z.object({ t: z.literal('news'), id: callId, news: z.unknown(), nowMs: z.int() }),
])
export type FromHub = Frozen<z.output<typeof fromHub>>
