// A kiosk that was let in and behaves badly: it sends what it is told to and keeps what it hears. Owns its socket; must never ask twice.

import { WebSocket } from 'ws'
import { decodeFrame } from '../../src/shared/contract/codec.ts'
import { pinnedSocket } from '../../src/main/lan/pinned-socket.ts'
import type { Member } from '../lan-hub.ts'

interface Heard {
  readonly t: string
  readonly id?: number
  readonly answer?: { readonly kind: string; readonly refusal?: { readonly code: string } }
}

export class HostileKiosk {
  readonly answers = new Map<number, string>()
  readonly #ws: WebSocket
  readonly #closed: Promise<number>
  #onAnswer: () => void = () => {}

  private constructor(ws: WebSocket) {
    this.#ws = ws
    this.#closed = new Promise((resolve) => ws.once('close', resolve))
    ws.on('error', () => {})
    ws.on('message', (bytes, isBinary) => {
      const whole = bytes as Buffer
      const { t, id = -1, answer } = decodeFrame(isBinary ? new Uint8Array(whole) : whole.toString()) as Heard
      if (t !== 'answer' || !answer) return
      this.answers.set(id, answer.refusal?.code ?? answer.kind)
      this.#onAnswer()
    })
  }

  static async open({ identity, membership }: Member): Promise<HostileKiosk> {
    const { socket } = await pinnedSocket(membership, identity, membership.hubPin)
    const ws = new WebSocket('ws://hub/kiosk', { createConnection: () => socket, perMessageDeflate: false })
    await new Promise((resolve, reject) => ws.once('open', resolve).once('error', reject))
    return new HostileKiosk(ws)
  }

  /** Sends any text, valid or not. */
  send(text: string): void {
    this.#ws.send(text)
  }

  /** Sends bytes below the WebSocket protocol. */
  raw(bytes: Buffer): void {
    const { _socket: socket } = this.#ws as unknown as { _socket: { write(bytes: Buffer): void } }
    socket.write(bytes)
  }

  /** Waits until this many were answered (null), or the line was closed (its close code). */
  async answered(count: number, patienceMs: number): Promise<number | null> {
    const all = new Promise<null>((resolve) => {
      const look = () => this.answers.size >= count && resolve(null)
      this.#onAnswer = look
      look()
    })
    return Promise.race([all, this.#closed, late(patienceMs)])
  }

  /** The code with which it was closed; null: not closed in time. */
  closed(patienceMs: number): Promise<number | null> {
    return Promise.race([this.#closed, late(patienceMs)])
  }

  end(): void {
    this.#ws.terminate()
  }
}

function late(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, ms, null).unref())
}
