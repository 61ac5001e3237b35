// A kiosk as cheap as possible: TLS with its own key, frames parsed by hand, news not read. Owns the work that costs the same whatever
// the other end is; must never do more than that, or a bench would measure it.

import { connect as connectPlain } from 'node:net'
import { type TLSSocket, connect } from 'node:tls'
import { TLS } from '../src/main/lan/peer.ts'

const WHOLE_TEXT = 0x81
const WHOLE_BINARY = 0x82
const PING = 0x89
/** A client's frames must be masked; a mask of zeros leaves the bytes as they are. */
const MASKED = 0x80
const EMPTY_PONG = Buffer.from([0x8a, MASKED, 0, 0, 0, 0])
const MIDDLE = 126
const LONG = 127

export interface Place {
  readonly host: string
  readonly port: number
  readonly path: string
}

export interface Key {
  readonly key: string
  readonly cert: string
}

/** What arrived, and when, in ms of the machine's own clock, which is the same in every process. */
export type Heard = (texts: readonly Buffer[], atMs: number, bytes: number) => void

export function machineMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

export class KioskSocket {
  readonly #socket: TLSSocket
  #rest: Buffer = Buffer.alloc(0)
  onHeard: Heard = () => {}
  /** Binary frames: first pictures. */
  pictures = 0

  private constructor(socket: TLSSocket) {
    this.#socket = socket
    socket.on('data', (chunk: Buffer) => this.#hear(chunk))
    socket.on('error', () => {})
  }

  /** `from`: a local address of its own, as each kiosk of a venue has one. */
  static async open({ host, port, path }: Place, { key, cert }: Key, from: string): Promise<KioskSocket> {
    const plain = connectPlain({ host, port, localAddress: from, noDelay: true })
    const socket = connect({ socket: plain, key, cert, ...TLS, rejectUnauthorized: false })
    await new Promise<void>((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject))
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: hub\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\n\r\n`,
    )
    const reply = await new Promise<Buffer>((resolve) => socket.once('data', resolve))
    const end = reply.indexOf('\r\n\r\n') + 4
    if (!reply.toString('latin1', 0, end).startsWith('HTTP/1.1 101'))
      throw new Error(`no line: ${reply.toString('latin1', 0, 40)}`)
    const kiosk = new KioskSocket(socket)
    kiosk.#hear(reply.subarray(end))
    return kiosk
  }

  send(frame: object): void {
    const text = Buffer.from(JSON.stringify(frame))
    const head = Buffer.alloc(text.length < MIDDLE ? 6 : 8)
    head[0] = WHOLE_TEXT
    head[1] = MASKED | Math.min(text.length, MIDDLE)
    if (text.length >= MIDDLE) head.writeUInt16BE(text.length, 2)
    this.#socket.write(Buffer.concat([head, text]))
  }

  close(): void {
    this.#socket.destroy()
  }

  #hear(chunk: Buffer): void {
    const atMs = machineMs()
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk
    const texts: Buffer[] = []
    let at = 0
    for (let frame = frameAt(bytes, at); frame; frame = frameAt(bytes, at)) {
      at = frame.end
      if (frame.kind === WHOLE_TEXT) texts.push(bytes.subarray(frame.begin, frame.end))
      else if (frame.kind === WHOLE_BINARY) this.pictures += 1
      else if (frame.kind === PING) this.#socket.write(EMPTY_PONG)
    }
    this.#rest = bytes.subarray(at)
    this.onHeard(texts, atMs, chunk.length)
  }
}

/** Null: the frame is not complete yet. */
function frameAt(bytes: Buffer, at: number) {
  const kind = bytes[at]
  const short = bytes[at + 1]
  if (kind === undefined || short === undefined) return null
  const begin = at + (short < MIDDLE ? 2 : short === MIDDLE ? 4 : 10)
  if (begin > bytes.length) return null
  const size =
    short < MIDDLE ? short : short < LONG ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2))
  const end = begin + size
  return end <= bytes.length ? { kind, begin, end } : null
}
