// One connection to the hub over this machine's network [S5]: pinned TLS, a WebSocket on it. Owns the socket and what its end means; must
// never reconnect, nor look into a frame.

import { WebSocket } from 'ws'
import { decodeFrame } from '../../shared/contract/codec.ts'
import type { Membership } from '../../shared/contract/network.ts'
import type { LinkProblem } from '../../shared/contract/topics.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import { CLOSED_AS } from '../carriers/ws-server.ts'
import type { Dial, LineEvents } from './hub-pipe.ts'
import type { Identity } from './identity.ts'
import { KIOSK_PATH, START_HEADER, VERSION_HEADER } from './lan-listener.ts'
import { NoLine, pinnedSocket } from './pinned-socket.ts'

/** A hub that accepts the connection and then says nothing is tried again. */
const HANDSHAKE_MS = 5 * SECOND_MS
/** The plan of a stadium of 80,000 seats is some megabytes in one frame; what a kiosk sends is far smaller. */
const HUB_FRAME_BYTES_MAX = 32 * 1024 * 1024

export interface HubLineParts {
  readonly membership: Pick<Membership, 'host' | 'port' | 'hubPin'>
  readonly identity: Identity
  readonly version: string
  /** [SYNC 4.7] Identifies this start of the program: by it the hub tells two machines with one key apart. */
  readonly start: string
}

export function dialHub(parts: HubLineParts): Dial {
  return (events) => {
    const line = new HubLine(events)
    void line.open(parts)
    return line
  }
}

class HubLine {
  readonly #events: LineEvents
  #socket: WebSocket | null = null
  #isEnded = false

  constructor(events: LineEvents) {
    this.#events = events
  }

  send(text: string): void {
    this.#socket?.send(text)
  }

  end(): void {
    this.#isEnded = true
    this.#socket?.terminate()
  }

  async open({ membership, identity, version, start }: HubLineParts): Promise<void> {
    try {
      const { socket } = await pinnedSocket(membership, identity, membership.hubPin)
      if (this.#isEnded) return void socket.destroy()
      const next = new WebSocket('ws://hub' + KIOSK_PATH, {
        createConnection: () => socket,
        headers: { [VERSION_HEADER]: version, [START_HEADER]: start },
        perMessageDeflate: false,
        handshakeTimeout: HANDSHAKE_MS,
        maxPayload: HUB_FRAME_BYTES_MAX,
      })
      this.#socket = next
      this.#follow(next)
    } catch (error) {
      this.#events.onEnd(error instanceof NoLine ? error.reason : 'unreachable')
    }
  }

  #follow(next: WebSocket): void {
    let reason: LinkProblem = 'unreachable'
    next.on('open', () => this.#events.onOpen())
    next.on('unexpected-response', (_request, { statusCode }) => {
      reason = refusedWith[statusCode ?? 0] ?? 'unreachable'
      next.terminate()
    })
    next.on('ping', () => this.#events.onPulse())
    next.on('message', (bytes, isBinary) => {
      if (Buffer.isBuffer(bytes)) this.#events.onFrame(decoded(bytes, isBinary))
    })
    next.on('error', () => {})
    next.on('close', (code) => this.#events.onEnd(closedWith[code] ?? reason))
  }
}

const refusedWith: Readonly<Record<number, LinkProblem>> = {
  401: 'unpaired',
  403: 'shut-out',
  409: 'replaced',
  503: 'full',
}
const closedWith: Readonly<Record<number, LinkProblem>> = {
  [CLOSED_AS.replaced]: 'replaced',
  [CLOSED_AS.shutOut]: 'shut-out',
}

function decoded(bytes: Buffer, isBinary: boolean): unknown {
  try {
    return decodeFrame(isBinary ? new Uint8Array(bytes) : bytes.toString())
  } catch {
    return undefined
  }
}
