// Screens over ws. Owns the gate (who may open a socket), heartbeat, and what a slow screen may cost; must never look inside a
// frame (session.ts does).

import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { decodeFrame, encodeFrame } from '../../shared/contract/codec.ts'
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
}

export interface WsServerParts {
  readonly server: Server
  readonly path: string
  /** Who opens a socket, and what they may ask; null: no session, a foreign Origin, a foreign Host. */
  readonly deskFor: (request: IncomingMessage) => Desk | null
  readonly nowMs: () => number
  readonly elapsedMs: () => number
  readonly log: Log
}

interface Pulse {
  readonly desk: string
  misses: number
  fullSinceMs: number | null
}

/** Serves until the returned function is called. */
export function serveWs({ server, path, deskFor, nowMs, elapsedMs, log }: WsServerParts): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: FRAME_BYTES_MAX,
    perMessageDeflate: false,
  })
  const live = new Map<WebSocket, Pulse>()

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const desk = request.url === path && live.size < SOCKETS_MAX ? deskFor(request) : null
    const ofDesk = [...live.values()].filter((pulse) => pulse.desk === desk?.name).length
    if (!desk || ofDesk >= SOCKETS_A_DESK_MAX) {
      log.info({ url: request.url, origin: request.headers.origin }, 'a socket was refused')
      // Whoever is refused may be gone already: that is nobody's failure.
      socket.on('error', () => socket.destroy())
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (ws) => open(ws, desk))
  }

  const open = (ws: WebSocket, { name, boxOffice }: Desk) => {
    const pulse: Pulse = { desk: name, misses: 0, fullSinceMs: null }
    live.set(ws, pulse)
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
    ws.on('close', () => {
      live.delete(ws)
      session.close()
    })
  }

  const beat = setInterval(() => {
    for (const [ws, pulse] of live) {
      pulse.misses += 1
      const isFull = ws.bufferedAmount > BACKLOG_BYTES_MAX
      pulse.fullSinceMs = isFull ? (pulse.fullSinceMs ?? elapsedMs()) : null
      const isStuck = pulse.fullSinceMs !== null && elapsedMs() - pulse.fullSinceMs >= BACKLOG_PATIENCE_MS
      if (pulse.misses > PINGS_UNANSWERED_MAX || isStuck) ws.terminate()
      else ws.ping()
    }
  }, PING_EVERY_MS)

  server.on('upgrade', onUpgrade)
  return () => {
    clearInterval(beat)
    server.off('upgrade', onUpgrade)
    for (const ws of live.keys()) ws.terminate()
    sockets.close()
  }
}

function send(ws: WebSocket, frame: FromHub, onLeft: () => void): void {
  if (ws.readyState === ws.OPEN) ws.send(encodeFrame(frame), onLeft)
}

function parsed(text: string): unknown {
  try {
    return decodeFrame(text)
  } catch {
    return undefined
  }
}
