// Screens over ws. Owns the gate (who may open a socket), the heartbeat, and how much a slow screen may cost; must never look inside a
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
import { Allowance, TURNED_AWAY_LOGGED } from './allowance.ts'
import { Outbox, Turn } from './outbox.ts'
import { LOOK_EVERY_MS, Pulse } from './pulse.ts'
import { Session } from './session.ts'

/** Twice the counters of one house and their displays. */
const SOCKETS_MAX = 64
/** Windows of one browser, which must not take every counter's place; and screens of a kiosk on its one line. */
const SOCKETS_A_DESK_MAX = 12
/** With this much unsent, news would only pile up: they wait, and the screen then gets the latest state whole (SYNC.md 5.7). */
const BEHIND_BYTES = 256 * 1024
/** Of an address that a stranger asked for: enough to tell what they were after. */
const LOGGED_CHARS = 100
const POLICY_VIOLATION = 1008
const INTERNAL_ERROR = 1011

export interface Desk {
  readonly name: string
  readonly boxOffice: BoxOffice
  /** [SYNC 5.1] It has one connection: a newer one ends the older, which may be half dead. */
  readonly isSingle?: boolean
  /** Called once the connection is open; the function it returns, once it is not any more. */
  readonly onOpen?: () => () => void
}

/**
 * As HTTP status: 401 for a client that is not known here, 403 for one that may not come in, 409 for one that is connected already from
 * another machine.
 */
export type Nobody = '401 Unauthorized' | '403 Forbidden' | '409 Conflict'
const FULL = '503 Service Unavailable'

/** Codes with which a carrier ends a connection on purpose (4000 to 4999 are free for programs). */
export const CLOSED_AS = { replaced: 4001, shutOut: 4003 } as const

export interface WsServing {
  /** Ends every connection of this desk with this code. */
  end(desk: string, code: number, reason: string): void
  close(): void
}

export interface WsServerParts {
  readonly server: Server | TlsServer
  readonly path: string
  /** Who opens a socket, and what they may ask; or nobody: no session, a foreign Origin, a foreign Host, a foreign key. */
  readonly deskFor: (request: IncomingMessage) => Desk | Nobody
  readonly nowMs: () => number
  /** [SYNC 5.1] Told to each client that connects; left out where no client records it. */
  readonly house?: () => Answering | null
  readonly elapsedMs: () => number
  readonly log: Log
  /** A client was sent away for lack of room that might have come in. */
  readonly onFull?: () => void
  /** A client that was let in sent what no honest screen sends, and was cut off. */
  readonly onForeign?: () => void
  /** A client that was let in asked more at once than is kept waiting, and was put off. */
  readonly onCrowded?: () => void
  /** Most connections at once. */
  readonly socketsMax?: number
  /** Node's own timer where it is left out. */
  readonly every?: (ms: number, work: () => void) => () => void
}

/** What is known of one open socket. */
interface Line {
  readonly desk: string
  readonly outbox: Outbox
  readonly pulse: Pulse
  /** Nothing that comes after this is heard: its other end may leave the closing unanswered, and go on talking. */
  readonly close: (code: number, reason: string) => void
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
  readonly #logged: Allowance
  /** Time while this process was awake to see it: after a sleep nobody is late but the process itself. */
  #awakeMs = 0
  #lookedAtMs: number
  readonly #endBeat: () => void
  readonly #onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) =>
    this.#upgrade(request, socket, head)

  constructor(parts: WsServerParts) {
    this.#parts = parts
    this.#logged = new Allowance(TURNED_AWAY_LOGGED, parts.elapsedMs)
    this.#lookedAtMs = parts.elapsedMs()
    this.#endBeat = (parts.every ?? every)(LOOK_EVERY_MS, () => this.#lookAfter())
    parts.server.on('upgrade', this.#onUpgrade)
  }

  end(desk: string, code: number, reason: string): void {
    for (const line of this.#live.values()) if (line.desk === desk) line.close(code, reason)
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
      const [url, origin] = [request.url, request.headers.origin].map((text) => text?.slice(0, LOGGED_CHARS))
      if (this.#logged.take()) log.info({ url, origin, refused }, 'a socket was refused')
      // A refused client may be gone already: that is nobody's failure.
      socket.on('error', () => socket.destroy())
      socket.end(`HTTP/1.1 ${refused}\r\nConnection: close\r\n\r\n`)
      return
    }
    this.#sockets.handleUpgrade(request, socket, head, (ws) => this.#open(ws, socket, desk))
  }

  /** One that replaces its own older connection needs no place of its own. */
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
    const close = (code: number, reason: string) => {
      session.close()
      end(ws, outbox, code, reason)
    }
    this.#live.set(ws, { desk: name, outbox, pulse, close })
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
        close(POLICY_VIOLATION, 'not a frame of this protocol')
      },
      onFault: (error) => {
        log.error({ error: String(error) }, 'a screen could not be served')
        close(INTERNAL_ERROR, 'ask again')
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

/** What was said before leaves first. */
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
