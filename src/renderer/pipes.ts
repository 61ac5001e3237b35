// The two connections from a screen to its box office: Electron's IPC through the preload, or WebSocket to the hub that served the
// page. Owns reconnecting; must never look into a frame.

import { decodeFrame } from '../shared/contract/codec.ts'
import type { Pipe } from '../shared/contract/frame-client.ts'
import type { BoxOfficePipe } from '../shared/contract/preload-pipe.ts'
import { SECOND_MS } from '../shared/lib/time.ts'

/**
 * The first retry comes soon, further ones ever more rarely, each at a random time within its span, so that screens do not all
 * reconnect at once.
 */
const RETRY_MS = { first: 500, last: 15 * SECOND_MS }

export function ipcPipe(preload: BoxOfficePipe): Pipe {
  return {
    send: (frame) => preload.send(frame),
    onFrame: (listener) => preload.open(listener),
    // The main process and its window end together: this connection cannot be lost.
    onLost: () => {},
  }
}

export function wsPipe(address: string): Pipe {
  let socket: WebSocket | null = null
  let retryMs = RETRY_MS.first
  const listeners: { frame?: (frame: unknown) => void; lost?: () => void } = {}

  const connect = () => {
    const next = new WebSocket(address)
    next.binaryType = 'arraybuffer'
    next.addEventListener('open', () => {
      socket = next
      retryMs = RETRY_MS.first
    })
    next.addEventListener('message', ({ data }) => {
      listeners.frame?.(decodeFrame(typeof data === 'string' ? data : new Uint8Array(data as ArrayBuffer)))
    })
    next.addEventListener('close', () => {
      socket = null
      listeners.lost?.()
      setTimeout(connect, Math.random() * retryMs)
      retryMs = Math.min(retryMs * 2, RETRY_MS.last)
    })
  }

  // The browser had frozen this page, and its socket with it: a new connection catches up on news missed meanwhile.
  window.addEventListener('pageshow', ({ persisted }) => (persisted ? socket?.close() : undefined))

  return {
    send: (frame) => socket?.send(JSON.stringify(frame)),
    onFrame: (listener) => {
      listeners.frame = listener
      connect()
    },
    onLost: (listener) => {
      listeners.lost = listener
    },
  }
}
