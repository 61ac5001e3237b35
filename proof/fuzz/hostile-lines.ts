// What goes wrong below the frames of our protocol: bytes that are no valid WebSocket, and machines that are not let in. Owns the
// bytes; must never say what should come of them.

import { randomBytes } from 'node:crypto'
import { type Socket, connect } from 'node:net'
import { type ConnectionOptions, connect as connectTls } from 'node:tls'
import type { Dice } from '../dice.ts'

/** Long for a LAN within one machine. A hub that has not ended the line by then waits for more bytes, as it may for some seconds. */
const PATIENCE_MS = 300

/** WebSocket bytes that no client writes. Where masked, with zeros. */
export function hostileBytes(dice: Dice): Buffer {
  const masked = [0x80, 0, 0, 0, 0]
  return dice.pick([
    // Not masked, which only a server may send.
    Buffer.from([0x81, 0x02, 0x7b, 0x7d]),
    // Opcodes that do not exist.
    Buffer.from([0x83, ...masked]),
    Buffer.from([0x8f, ...masked]),
    // Reserved bits that were never negotiated.
    Buffer.from([0xf1, ...masked]),
    // The continuation of a message that never began; a message that begins twice.
    Buffer.from([0x80, ...masked]),
    Buffer.from([0x01, ...masked, 0x01, ...masked]),
    // A header that announces 2^62 bytes; a message slightly too large.
    Buffer.from([0x81, 0xff, 0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    Buffer.concat([
      Buffer.from([0x81, 0xff, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0]),
      Buffer.alloc(65_537, 0x20),
    ]),
    // Invalid UTF-8; a ping that is too long; a close that is too short.
    Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28]),
    Buffer.concat([Buffer.from([0x89, 0xfe, 0, 200, 0, 0, 0, 0]), Buffer.alloc(200)]),
    Buffer.from([0x88, 0x81, 0, 0, 0, 0, 0x03]),
    // Cut off in the middle of a header, and of a message.
    Buffer.from([0x81]),
    Buffer.from([0x81, 0xfe, 0x00]),
    Buffer.concat([Buffer.from([0x81, 0xfe, 0x10, 0x00, 0, 0, 0, 0]), Buffer.from('{"t":"call"')]),
    randomBytesOf(dice, 200),
  ])
}

function randomBytesOf(dice: Dice, most: number): Buffer {
  return Buffer.from(Array.from({ length: 1 + dice.below(most) }, () => dice.below(256)))
}

/** Sends bytes to a port that expects TLS. */
export function knock(port: number, dice: Dice): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  socket.write(
    dice.pick([
      Buffer.from('GET /kiosk HTTP/1.1\r\nHost: hub\r\nUpgrade: websocket\r\n\r\n'),
      Buffer.from([0x16, 0x03, 0x01, 0xff, 0xff]),
      randomBytes(0),
      randomBytesOf(dice, 400),
    ]),
  )
  return ended(socket)
}

/** The HTTP status that somebody with this key, or with none, gets; null: none, the hub ended the connection. */
export async function statusFor(port: number, key: ConnectionOptions, path: string): Promise<number | null> {
  const socket = connectTls({ host: '127.0.0.1', port, rejectUnauthorized: false, ...key })
  const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n'
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: hub\r\n${upgrade}Sec-WebSocket-Key: ${'A'.repeat(22)}==\r\n\r\n`,
  )
  const said = await new Promise<string>((resolve) => {
    socket.once('data', (bytes) => resolve(bytes.toString()))
    socket.once('close', () => resolve(''))
    socket.on('error', () => resolve(''))
    setTimeout(resolve, 10 * PATIENCE_MS, '').unref()
  })
  socket.destroy()
  const status = /^HTTP\/1\.1 (\d+)/.exec(said)?.[1]
  return status === undefined ? null : Number(status)
}

function ended(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('close', () => resolve())
    socket.on('error', () => resolve())
    socket.resume()
    setTimeout(() => {
      socket.destroy()
      resolve()
    }, PATIENCE_MS)
  })
}
