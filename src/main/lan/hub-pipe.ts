// The line from a kiosk to its hub [S1] [S3]: pinned, looked after, found again. Owns reconnecting and why there is none; must never
// look into a frame, nor give up for good where a person could mend it.

import { WebSocket } from 'ws'
import { decodeFrame } from '../../shared/contract/codec.ts'
import type { Pipe } from '../../shared/contract/frame-client.ts'
import type { LinkProblem } from '../../shared/contract/topics.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import { CLOSED_AS } from '../carriers/ws-server.ts'
import type { Chance, Scheduler, Clock } from '../engine/ports.ts'
import type { Membership } from '../../shared/contract/network.ts'
import type { Identity } from './identity.ts'
import { KIOSK_PATH, VERSION_HEADER } from './lan-listener.ts'
import { NoLine, pinnedSocket } from './pinned-socket.ts'

/** [SYNC 5.7] First try again soon, then ever more rarely, each time somewhere in the span, so that kiosks do not come back as one. */
const RETRY_MS = { first: 500, last: 15 * SECOND_MS }
/** A hub that takes the line and then says nothing is tried again. */
const HANDSHAKE_MS = 5 * SECOND_MS
/** The hub pings every five seconds; after three that did not come the line is dead, whatever its socket says. */
const SILENCE_MAX_MS = 16 * SECOND_MS

/** The plan of a stadium of 80,000 seats is some megabytes in one frame; what a kiosk sends is far smaller. */
const HUB_FRAME_BYTES_MAX = 32 * 1024 * 1024

export interface HubPipeParts {
  readonly membership: Pick<Membership, 'host' | 'port' | 'hubPin'>
  readonly identity: Identity
  readonly version: string
  readonly clock: Clock
  readonly chance: Chance
  readonly scheduler: Scheduler
  readonly onTrouble: (reason: LinkProblem) => void
}

export class HubPipe implements Pipe {
  readonly #parts: HubPipeParts
  /** The newest, on its way or open. */
  #next: WebSocket | null = null
  /** Open. */
  #socket: WebSocket | null = null
  #onFrame: (frame: unknown) => void = () => {}
  #onLost: () => void = () => {}
  #callOff: () => void = () => {}
  #retryMs = RETRY_MS.first
  #heardAtMs = 0
  #isClosed = false

  constructor(parts: HubPipeParts) {
    this.#parts = parts
  }

  send(frame: object): void {
    this.#socket?.send(JSON.stringify(frame))
  }

  onFrame(listener: (frame: unknown) => void): void {
    this.#onFrame = listener
    void this.#connect()
  }

  onLost(listener: () => void): void {
    this.#onLost = listener
  }

  close(): void {
    this.#isClosed = true
    this.#callOff()
    this.#next?.terminate()
  }

  async #connect(): Promise<void> {
    const { membership, identity, version } = this.#parts
    try {
      const { socket } = await pinnedSocket(membership, identity, membership.hubPin)
      if (this.#isClosed) return void socket.destroy()
      const next = new WebSocket('ws://hub' + KIOSK_PATH, {
        createConnection: () => socket,
        headers: { [VERSION_HEADER]: version },
        perMessageDeflate: false,
        handshakeTimeout: HANDSHAKE_MS,
        maxPayload: HUB_FRAME_BYTES_MAX,
      })
      this.#follow(next)
    } catch (error) {
      this.#again(error instanceof NoLine ? error.reason : 'unreachable')
    }
  }

  #follow(next: WebSocket): void {
    let reason: LinkProblem = 'unreachable'
    this.#next = next
    next.on('open', () => {
      this.#socket = next
      this.#retryMs = RETRY_MS.first
      this.#hear()
      this.#watch()
    })
    next.on('unexpected-response', (_request, { statusCode }) => {
      reason = refusedWith[statusCode ?? 0] ?? 'unreachable'
      next.terminate()
    })
    next.on('ping', () => this.#hear())
    next.on('message', (bytes, isBinary) => {
      if (this.#isClosed) return
      this.#hear()
      if (Buffer.isBuffer(bytes)) this.#onFrame(decoded(bytes, isBinary))
    })
    next.on('error', () => {})
    next.on('close', (code) => {
      // Whoever closed it is not told of it: they may be gone.
      if (this.#isClosed) return
      this.#callOff()
      const wasOpen = this.#socket === next
      this.#socket = null
      if (wasOpen) this.#onLost()
      // Two machines with one key would take the line from each other without end: rarely, then, and the screens say why.
      if (code === CLOSED_AS.replaced) this.#retryMs = RETRY_MS.last
      this.#again(closedWith[code] ?? reason)
    })
  }

  #hear(): void {
    this.#heardAtMs = this.#parts.clock.elapsedMs()
  }

  /** A cable that was pulled tells nobody: silence does. */
  #watch(): void {
    const { clock, scheduler } = this.#parts
    this.#callOff = scheduler.at(clock.nowMs() + SILENCE_MAX_MS, () => {
      if (clock.elapsedMs() - this.#heardAtMs >= SILENCE_MAX_MS) this.#socket?.terminate()
      else this.#watch()
    })
  }

  #again(reason: LinkProblem): void {
    if (this.#isClosed) return
    const { clock, chance, scheduler, onTrouble } = this.#parts
    onTrouble(reason)
    const [byte = 0] = chance.bytes(1)
    const waitMs = (byte / 256) * this.#retryMs
    this.#retryMs = Math.min(this.#retryMs * 2, RETRY_MS.last)
    this.#callOff = scheduler.at(clock.nowMs() + waitMs, () => void this.#connect())
  }
}

const refusedWith: Readonly<Record<number, LinkProblem>> = { 401: 'unpaired', 403: 'shut-out', 503: 'full' }
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
