// Screens over ws. Owns the gate (who may open a socket), heartbeat, and what a slow screen may cost; must never look inside a
// frame (session.ts does).

import type { IncomingMessage, Server } from 'node:http'
import type { Server as TlsServer } from 'node:https'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { decodeFrame, encodeFrame, encodeNews } from '../../shared/contract/codec.ts'
import { FRAME_BYTES_MAX } from '../../shared/contract/limits.ts'
import type { BoxOffice } from '../../shared/contract/port.ts'
import type { Answering, FromHub } from '../../shared/contract/wire.ts'
import type { Log } from '../engine/ports.ts'
import { Outbox, Turn } from './outbox.ts'
import { LOOK_EVERY_MS, Pulse } from './pulse.ts'
import { Session } from './session.ts'

/** Counters of one house and their displays, twice over. */
const SOCKETS_MAX = 64
/** Windows of one browser, which must not take every counter's place; and of a kiosk on its one line. */
const SOCKETS_A_DESK_MAX = 12
/** With this much unsent, news would only pile up: they wait, and the screen then gets the latest whole (SYNC.md 5.7). */
const BEHIND_BYTES = 256 * 1024
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

/** As HTTP says it: 401 for whoever is not known here, 403 for whoever may not come in, 409 for whoever is here already as another machine. */
export type Nobody = '401 Unauthorized' | '403 Forbidden' | '409 Conflict'
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
  /** [SYNC 5.1] Told to whoever comes; left out: nobody writes it down. */
  readonly house?: () => Answering | null
  readonly elapsedMs: () => number
  readonly log: Log
  /** Somebody was sent away who might have come in. */
  readonly onFull?: () => void
  /** Somebody who was let in sent what no honest screen sends, and was cut off. */
  readonly onForeign?: () => void
  /** Somebody who was let in asked more than it waits for, and was put off. */
  readonly onCrowded?: () => void
  /** Connections at once. */
  readonly socketsMax?: number
  /** Node's own timer, where nothing else is said. */
  readonly every?: (ms: number, work: () => void) => () => void
}

/** What is known of one open socket. */
interface Line {
  readonly desk: string
  readonly outbox: Outbox
  readonly pulse: Pulse
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
  readonly #live = new Map<WebSocket, Line>()
  readonly #turn = new Turn()
  /** What passed while this process was awake to see it: one that slept finds nobody late but itself. */
  #awakeMs = 0
  #lookedAtMs: number
  readonly #endBeat: () => void
  readonly #onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) =>
    this.#upgrade(request, socket, head)

  constructor(parts: WsServerParts) {
    this.#parts = parts
    this.#lookedAtMs = parts.elapsedMs()
    this.#endBeat = (parts.every ?? every)(LOOK_EVERY_MS, () => this.#lookAfter())
    parts.server.on('upgrade', this.#onUpgrade)
  }

  end(desk: string, code: number, reason: string): void {
    for (const [ws, line] of this.#live) if (line.desk === desk) end(ws, line.outbox, code, reason)
  }

  close(): void {
    this.#endBeat()
    this.#parts.server.off('upgrade', this.#onUpgrade)
    for (const ws of this.#live.keys()) ws.terminate()
    this.#sockets.close()
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { path, deskFor, log } = this.#parts
    const desk = request.url === path ? deskFor(request) : '403 Forbidden'
    const refused = typeof desk === 'string' ? desk : this.#isRoomFor(desk) ? null : FULL
    if (refused === FULL) this.#parts.onFull?.()
    if (typeof desk === 'string' || refused) {
      log.info({ url: request.url, origin: request.headers.origin, refused }, 'a socket was refused')
      // Whoever is refused may be gone already: that is nobody's failure.
      socket.on('error', () => socket.destroy())
      socket.end(`HTTP/1.1 ${refused}\r\nConnection: close\r\n\r\n`)
      return
    }
    this.#sockets.handleUpgrade(request, socket, head, (ws) => this.#open(ws, socket, desk))
  }

  /** One that takes the place of its older connection needs none of its own. */
  #isRoomFor({ name, isSingle }: Desk): boolean {
    const ofDesk = [...this.#live.values()].filter(({ desk }) => desk === name).length
    if (isSingle && ofDesk > 0) return true
    return this.#live.size < (this.#parts.socketsMax ?? SOCKETS_MAX) && ofDesk < SOCKETS_A_DESK_MAX
  }

  #open(ws: WebSocket, socket: Duplex, { name, boxOffice, isSingle, onOpen }: Desk): void {
    if (isSingle) this.end(name, CLOSED_AS.replaced, 'a newer connection took its place')
    const { nowMs, elapsedMs, log } = this.#parts
    const pulse = new Pulse(this.#awakeMs)
    const onLeft = () => {
      pulse.left()
      session.catchUp()
    }
    const outbox = new Outbox({ socket, turn: this.#turn, onLeft })
    this.#live.set(ws, { desk: name, outbox, pulse })
    const session = new Session({
      boxOffice,
      send: (frame) => send(ws, outbox, frame),
      isBehind: () => outbox.waitingBytes > BEHIND_BYTES,
      nowMs,
      house: this.#parts.house,
      elapsedMs,
      screens: isSingle ? SOCKETS_A_DESK_MAX : 1,
      onCrowded: () => this.#parts.onCrowded?.(),
      onForeignFrame: () => {
        this.#parts.onForeign?.()
        end(ws, outbox, POLICY_VIOLATION, 'not a frame of this protocol')
      },
      onFault: (error) => {
        log.error({ error: String(error) }, 'a screen could not be served')
        end(ws, outbox, INTERNAL_ERROR, 'ask again')
      },
    })
    ws.on('pong', () => pulse.answered())
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
    const nowMs = this.#parts.elapsedMs()
    this.#awakeMs += Math.min(nowMs - this.#lookedAtMs, 2 * LOOK_EVERY_MS)
    this.#lookedAtMs = nowMs
    for (const [ws, { desk, outbox, pulse }] of this.#live) {
      const { waitingBytes } = outbox
      const verdict = pulse.look(this.#awakeMs, waitingBytes)
      if (verdict === 'cut') {
        this.#parts.log.info({ desk, waitingBytes }, 'a screen that takes nothing was cut off')
        ws.terminate()
      } else if (verdict === 'ping') ws.ping()
    }
  }
}

function every(ms: number, work: () => void): () => void {
  const timer = setInterval(work, ms)
  return () => clearInterval(timer)
}

function send(ws: WebSocket, outbox: Outbox, frame: FromHub): void {
  if (ws.readyState !== ws.OPEN) return
  if (frame.t === 'news') outbox.put(encodeNews(frame), false)
  else outbox.put(encodeFrame(frame), true)
}

/** What was said before goes first. */
function end(ws: WebSocket, outbox: Outbox, code: number, reason: string): void {
  outbox.flush()
  ws.close(code, reason)
}

function parsed(text: string): unknown {
  try {
    return decodeFrame(text)
  } catch {
    return undefined
  }
}
