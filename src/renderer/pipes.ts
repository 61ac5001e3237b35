// The two connections from a screen to its box office: Electron's IPC through the preload, or WebSocket to the hub that served the
// page. Owns reconnecting; must never look into a frame.

import { decodeFrame } from '../shared/contract/codec.ts'
import type { Pipe } from '../shared/contract/frame-client.ts'
import type { BoxOfficePipe } from '../shared/contract/preload-pipe.ts'
import type { ToHub } from '../shared/contract/wire.ts'
import { SECOND_MS } from '../shared/lib/time.ts'
import { LineWatch } from './line-watch.ts'

/**
 * The first retry comes soon, further ones ever more rarely, each at a random time within its span, so that screens do not all
 * reconnect at once.
 */
const RETRY_MS = { first: 500, last: 15 * SECOND_MS }

/** As often as a hub pings [SYNC 5.7]: a dead line is noticed within three to four of these. */
const BEAT_MS = 5 * SECOND_MS
/** A call that no house knows is answered by the other end at once, whoever is signed in; its number is no call's. */
const sign: ToHub = { t: 'call', id: 0, name: '', input: null, commandId: null }

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
    const watch = new LineWatch()
    let beating: ReturnType<typeof setInterval> | undefined
    // Once only, and nothing is heard after it: a dead line takes its time to close.
    let isOver = false
    const end = () => {
      if (isOver) return
      isOver = true
      clearInterval(beating)
      socket = null
      listeners.lost?.()
      setTimeout(connect, Math.random() * retryMs)
      retryMs = Math.min(retryMs * 2, RETRY_MS.last)
    }
    const look = () => {
      const verdict = watch.beat()
      if (verdict === 'ask') next.send(JSON.stringify(sign))
      if (verdict !== 'dead') return
      next.close()
      end()
    }
    next.addEventListener('open', () => {
      socket = next
      retryMs = RETRY_MS.first
      beating = setInterval(look, BEAT_MS)
    })
    next.addEventListener('message', ({ data }) => {
      watch.heard()
      if (isOver) return
      listeners.frame?.(decodeFrame(typeof data === 'string' ? data : new Uint8Array(data as ArrayBuffer)))
    })
    next.addEventListener('close', end)
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
