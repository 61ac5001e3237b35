// [S5] The hub's door to the LAN: TLS 1.3 with certificates on both sides, kiosks at one path, strangers at another, nobody else
// anywhere. Owns who gets a socket; must never hear a command from somebody whose key is not among the kiosks.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Server, createServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import type { BoxOffice } from '../../shared/contract/port.ts'
import type { Answering } from '../../shared/contract/wire.ts'
import type { KioskEntry } from '../../shared/domain/catalogue.ts'
import type { KioskId } from '../../shared/domain/ids.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import { CLOSED_AS, type Desk, type Nobody, serveWs } from '../carriers/ws-server.ts'
import type { Log } from '../engine/ports.ts'
import type { Identity, Pin } from './identity.ts'
import { KioskStarts } from './kiosk-starts.ts'
import { PAIR_PATH, type PairingDoor } from './pairing-door.ts'
import { TLS, pinOfPeer } from './peer.ts'

export const KIOSK_PATH = '/kiosk'
/** The header with a kiosk's version. */
export const VERSION_HEADER = 'guichet-version'
/** The header that identifies the start of a kiosk's program: random, new with each start. */
export const START_HEADER = 'guichet-start'
/** [SYNC 5.7] A peer that takes longer for its handshake is not a kiosk of ours. */
const HANDSHAKE_MS = 5 * SECOND_MS
/** A kiosk needs one; a venue may have a few behind one address. Strangers must not use them all up. */
const SOCKETS_AN_ADDRESS_MAX = 16

/** Why a socket was refused, was closed for what came over it, or was not answered: counted, and told to the kiosk. */
export type SocketRefusal = Stranger | 'second-machine' | 'full' | 'foreign-frame' | 'too-many-questions'
type Stranger = 'unpaired' | 'shut-out' | 'from-a-page'
const statusOf: Readonly<Record<Stranger, Nobody>> = {
  unpaired: '401 Unauthorized',
  'shut-out': '403 Forbidden',
  'from-a-page': '403 Forbidden',
}

export interface Arrival {
  readonly kioskId: KioskId
  readonly version: string
  readonly address: string
}

export interface ListenerParts {
  readonly identity: Identity
  readonly host: string
  readonly port: number
  readonly kioskOf: (pin: Pin) => KioskEntry | undefined
  readonly boxOfficeOf: (kioskId: KioskId) => BoxOffice
  readonly pairing: PairingDoor
  /** A kiosk is connected; the returned function: not any more. */
  readonly onArrival: (arrival: Arrival) => () => void
  /** [SYNC 4.7] Another machine came with the key of a connected one, and was refused. */
  readonly onSecond: (second: Pick<Arrival, 'kioskId' | 'address'>) => void
  readonly onRefused: (reason: SocketRefusal) => void
  readonly nowMs: () => number
  readonly house: () => Answering | null
  readonly elapsedMs: () => number
  readonly log: Log
  /** [SYNC 5.7] */
  readonly kiosksMax: number
}

export interface LanListener {
  readonly port: number
  /** The kiosk is cut off, and its screens say why. */
  shutOut(kioskId: KioskId): void
  close(): Promise<void>
}

export async function listenOnLan(parts: ListenerParts): Promise<LanListener> {
  const { identity, host, port, pairing, log } = parts
  const { key, cert } = identity
  const server = createServer(
    // The pin identifies the certificate: there is no authority to ask.
    { key, cert, ...TLS, requestCert: true, rejectUnauthorized: false, handshakeTimeout: HANDSHAKE_MS },
    (request, response) => void answer(pairing, request, response),
  )
  server.headersTimeout = HANDSHAKE_MS
  limitAddresses(server)
  server.on('tlsClientError', (error) => log.debug({ error: String(error) }, 'a handshake failed'))
  const starts = new KioskStarts()
  const kiosks = serveWs({
    ...parts,
    server,
    path: KIOSK_PATH,
    socketsMax: parts.kiosksMax,
    deskFor: (one) => deskOf(parts, starts, one),
    onFull: () => parts.onRefused('full'),
    onForeign: () => parts.onRefused('foreign-frame'),
    onCrowded: () => parts.onRefused('too-many-questions'),
  })
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, host, resolve),
  ).catch((error: unknown) => {
    kiosks.close()
    throw error
  })
  return {
    port: (server.address() as AddressInfo).port,
    shutOut: (kioskId) => kiosks.end(kioskId, CLOSED_AS.shutOut, 'this kiosk was shut out'),
    close: () =>
      new Promise((resolve) => {
        kiosks.close()
        pairing.decline()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  pairing: PairingDoor,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'POST' && request.url === PAIR_PATH) return pairing.receive(request, response)
  response.writeHead(404, { Connection: 'close' })
  response.end()
}

/** A page in a browser sends its origin; a kiosk is no page. */
function deskOf(
  { kioskOf, boxOfficeOf, onArrival, onSecond, onRefused }: ListenerParts,
  starts: KioskStarts,
  request: IncomingMessage,
): Desk | Nobody {
  const socket = request.socket as TLSSocket
  const pin = pinOfPeer(socket)
  const kiosk = pin === null ? undefined : kioskOf(pin)
  const refusal = refusalOf(kiosk, request)
  if (refusal || !kiosk) {
    onRefused(refusal ?? 'unpaired')
    return statusOf[refusal ?? 'unpaired']
  }
  const { kioskId } = kiosk
  const address = socket.remoteAddress ?? ''
  const start = textOf(request, START_HEADER, 32) || null
  if (!starts.admits(kioskId, start)) {
    onRefused('second-machine')
    onSecond({ kioskId, address })
    return '409 Conflict'
  }
  const version = textOf(request, VERSION_HEADER, 20)
  return {
    name: kioskId,
    boxOffice: boxOfficeOf(kioskId),
    isSingle: true,
    onOpen: () => {
      const ends = [starts.arrive(kioskId, start), onArrival({ kioskId, version, address })]
      return () => ends.forEach((end) => end())
    },
  }
}

function textOf({ headers }: IncomingMessage, name: string, charsMax: number): string {
  return String(headers[name] ?? '').slice(0, charsMax)
}

function refusalOf(kiosk: KioskEntry | undefined, request: IncomingMessage): Stranger | null {
  if (request.headers.origin !== undefined) return 'from-a-page'
  if (!kiosk) return 'unpaired'
  return kiosk.active ? null : 'shut-out'
}

function limitAddresses(server: Server): void {
  const open = new Map<string, number>()
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? ''
    const count = (open.get(address) ?? 0) + 1
    open.set(address, count)
    socket.on('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left > 0) open.set(address, left)
      else open.delete(address)
    })
    if (count > SOCKETS_AN_ADDRESS_MAX) socket.destroy()
  })
}
