// Screens over ws. Owns the gate (who may open a socket), heartbeat, and what a slow screen may cost; must never look inside a
// frame (session.ts does).

import type { IncomingMessage, Server } from 'node:http'
import type { Server as TlsServer } from 'node:https'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { decodeFrame, encodeFrame, encodeNews } from '../../shared/contract/codec.ts'
import { FRAME_BYTES_MAX } from '../../shared/contract/limits.ts'
import type { BoxOffice } from '../../shared/contract/port.ts'
import type { FromHub } from '../../shared/contract/wire.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import type { Log } from '../engine/ports.ts'
import { Session } from './session.ts'

/** Counters of one house and their displays, twice over. */
const SOCKETS_MAX = 64
/** Windows of one browser; one of them must not take every counter's place. */
const SOCKETS_A_DESK_MAX = 12
const PING_EVERY_MS = 5 * SECOND_MS
const PINGS_UNANSWERED_MAX = 3
/** With this much unsent, news would only pile up: they wait, and the screen then gets the latest whole (SYNC.md 5.7). */
const BEHIND_BYTES = 256 * 1024
/** A screen that cannot take this much for this long is gone, whatever its socket says (SYNC.md 5.7). */
const BACKLOG_BYTES_MAX = 1024 * 1024
const BACKLOG_PATIENCE_MS = 10 * SECOND_MS
const POLICY_VIOLATION = 1008
const INTERNAL_ERROR = 1011

export interface Desk {
  readonly name: string
  readonly boxOffice: BoxOffice
  /** [SYNC 5.1] It has one connection: a newer one ends the older, which may be half dead. */
  readonly isSingle?: boolean
  /** Told once it is open; the returned function once it is not any more. */
  readonly onOpen?: () => () => void
}

/** As HTTP says it: 401 for whoever is not known here, 403 for whoever may not come in. */
export type Nobody = '401 Unauthorized' | '403 Forbidden'
const FULL = '503 Service Unavailable'

/** What a carrier says when it ends a connection on purpose (4000 to 4999 are a program's own). */
export const CLOSED_AS = { replaced: 4001, shutOut: 4003 } as const

export interface WsServing {
  /** Whatever this desk has open ends with this code. */
  end(desk: string, code: number, reason: string): void
  close(): void
}

export interface WsServerParts {
  readonly server: Server | TlsServer
  readonly path: string
  /** Who opens a socket, and what they may ask; or nobody: no session, a foreign Origin, a foreign Host, a foreign key. */
  readonly deskFor: (request: IncomingMessage) => Desk | Nobody
  readonly nowMs: () => number
  readonly elapsedMs: () => number
  readonly log: Log
  /** Connections at once. */
  readonly socketsMax?: number
}

interface Pulse {
  readonly desk: string
  misses: number
  fullSinceMs: number | null
}

/** Serves until it is closed. */
export function serveWs(parts: WsServerParts): WsServing {
  return new WsScreens(parts)
}

class WsScreens implements WsServing {
  readonly #parts: WsServerParts
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: FRAME_BYTES_MAX,
    perMessageDeflate: false,
  })
  readonly #live = new Map<WebSocket, Pulse>()
  readonly #beat = setInterval(() => this.#lookAfter(), PING_EVERY_MS)
  readonly #onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) =>
    this.#upgrade(request, socket, head)

  constructor(parts: WsServerParts) {
    this.#parts = parts
    parts.server.on('upgrade', this.#onUpgrade)
  }

  end(desk: string, code: number, reason: string): void {
    for (const [ws, pulse] of this.#live) if (pulse.desk === desk) ws.close(code, reason)
  }

  close(): void {
    clearInterval(this.#beat)
    this.#parts.server.off('upgrade', this.#onUpgrade)
    for (const ws of this.#live.keys()) ws.terminate()
    this.#sockets.close()
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { path, deskFor, log } = this.#parts
    const desk = request.url === path ? deskFor(request) : '403 Forbidden'
    const refused = typeof desk === 'string' ? desk : this.#isRoomFor(desk) ? null : FULL
    if (typeof desk === 'string' || refused) {
      log.info({ url: request.url, origin: request.headers.origin, refused }, 'a socket was refused')
      // Whoever is refused may be gone already: that is nobody's failure.
      socket.on('error', () => socket.destroy())
      socket.end(`HTTP/1.1 ${refused}\r\nConnection: close\r\n\r\n`)
      return
    }
    this.#sockets.handleUpgrade(request, socket, head, (ws) => this.#open(ws, desk))
  }

  /** One that takes the place of its older connection needs none of its own. */
  #isRoomFor({ name, isSingle }: Desk): boolean {
    const ofDesk = [...this.#live.values()].filter(({ desk }) => desk === name).length
    if (isSingle && ofDesk > 0) return true
    return this.#live.size < (this.#parts.socketsMax ?? SOCKETS_MAX) && ofDesk < SOCKETS_A_DESK_MAX
  }

  #open(ws: WebSocket, { name, boxOffice, isSingle, onOpen }: Desk): void {
    if (isSingle) this.end(name, CLOSED_AS.replaced, 'a newer connection took its place')
    const { nowMs, elapsedMs, log } = this.#parts
    const pulse: Pulse = { desk: name, misses: 0, fullSinceMs: null }
    this.#live.set(ws, pulse)
    const session = new Session({
      boxOffice,
      send: (frame) => send(ws, frame, () => session.catchUp()),
      isBehind: () => ws.bufferedAmount > BEHIND_BYTES,
      nowMs,
      elapsedMs,
      onForeignFrame: () => ws.close(POLICY_VIOLATION, 'not a frame of this protocol'),
      onFault: (error) => {
        log.error({ error: String(error) }, 'a screen could not be served')
        ws.close(INTERNAL_ERROR, 'ask again')
      },
    })
    ws.on('pong', () => {
      pulse.misses = 0
    })
    ws.on('message', (bytes, isBinary) => {
      const isText = !isBinary && Buffer.isBuffer(bytes)
      session.receive(isText ? parsed(bytes.toString()) : undefined)
    })
    ws.on('error', (error) => log.debug({ error: String(error) }, 'a socket failed'))
    const onClosed = onOpen?.()
    ws.on('close', () => {
      this.#live.delete(ws)
      session.close()
      onClosed?.()
    })
  }

  #lookAfter(): void {
    const { elapsedMs } = this.#parts
    for (const [ws, pulse] of this.#live) {
      pulse.misses += 1
      const isFull = ws.bufferedAmount > BACKLOG_BYTES_MAX
      pulse.fullSinceMs = isFull ? (pulse.fullSinceMs ?? elapsedMs()) : null
      const isStuck = pulse.fullSinceMs !== null && elapsedMs() - pulse.fullSinceMs >= BACKLOG_PATIENCE_MS
      if (pulse.misses > PINGS_UNANSWERED_MAX || isStuck) ws.terminate()
      else ws.ping()
    }
  }
}

function send(ws: WebSocket, frame: FromHub, onLeft: () => void): void {
  if (ws.readyState === ws.OPEN) ws.send(frame.t === 'news' ? encodeNews(frame) : encodeFrame(frame), onLeft)
}

function parsed(text: string): unknown {
  try {
    return decodeFrame(text)
  } catch {
    return undefined
  }
}
