// [S5] A kiosk asks to join a hub: proves that it knows the code, makes the hub prove the same, and waits for a manager. Owns that order;
// must never trust a hub that did not prove it.

import { type IncomingMessage, request } from 'node:http'
import { createInterface } from 'node:readline'
import type { TLSSocket } from 'node:tls'
import { type JoinProblem, type Told, told } from '../../shared/contract/pairing.ts'
import type { Membership } from '../../shared/contract/network.ts'
import type { Identity } from './identity.ts'
import { PAIR_PATH } from './pairing-door.ts'
import { exporterOf, isProofOf, plainCode, proofOf } from './pairing-proof.ts'
import { type HubAddress, NoLine, pinnedSocket } from './pinned-socket.ts'

export type Joined =
  | { readonly kind: 'joined'; readonly membership: Membership }
  | { readonly kind: 'refused'; readonly problem: JoinProblem }

export interface JoinRequest extends HubAddress {
  readonly code: string
  /** This kiosk's name on the manager's screen. */
  readonly name: string
}

/** `onProven`: the hub is the right one, and its manager sees us. */
export async function joinHub(asked: JoinRequest, identity: Identity, onProven: () => void): Promise<Joined> {
  try {
    return await join(asked, identity, onProven)
  } catch (error) {
    return { kind: 'refused', problem: error instanceof NoLine ? error.reason : 'unreachable' }
  }
}

async function join(
  { host, port, name, code }: JoinRequest,
  identity: Identity,
  onProven: () => void,
): Promise<Joined> {
  const { socket, pin: hubPin } = await pinnedSocket({ host, port }, identity, null)
  try {
    const facts = {
      code: plainCode(code),
      name,
      hubPin,
      kioskPin: identity.pin,
      exporter: exporterOf(socket),
    }
    const lines = ask(socket, JSON.stringify({ name, proof: proofOf('kiosk', facts) }))
    const first = await nextOf(lines)
    if (first.t === 'refused') return { kind: 'refused', problem: first.reason }
    const isProven = first.t === 'proof' && isProofOf('hub', facts, first.proof)
    if (!isProven) return { kind: 'refused', problem: 'impostor' }
    onProven()
    const last = await nextOf(lines)
    if (last.t !== 'admitted')
      return { kind: 'refused', problem: last.t === 'refused' ? last.reason : 'impostor' }
    return { kind: 'joined', membership: { host, port, hubPin, kioskId: last.kioskId, name } }
  } finally {
    socket.destroy()
  }
}

/** Rejects where the hub is gone, or does not speak the protocol. */
async function nextOf(lines: AsyncGenerator<Told>): Promise<Told> {
  const { value, done } = await lines.next()
  if (done) throw new NoLine('unreachable', 'the hub ended it')
  return value
}

/** The lines of the answer as they arrive; ends where the hub does not speak the protocol. */
async function* ask(socket: TLSSocket, body: string): AsyncGenerator<Told> {
  const sent = request({
    method: 'POST',
    path: PAIR_PATH,
    headers: { Host: 'hub', 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) },
    createConnection: () => socket,
  })
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve).once('error', reject).end(body)
  })
  for await (const text of createInterface({ input: response })) {
    const line = told.safeParse(parsed(text))
    if (!line.success) return
    yield line.data
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
