// [S5] A line to the hub that this kiosk was paired with, or none: TLS both ways, and the hub's key compared before a byte is sent. Owns
// that comparison; must never fall back to anything less.

import { type TLSSocket, connect } from 'node:tls'
import { SECOND_MS } from '../../shared/lib/time.ts'
import type { Identity, Pin } from './identity.ts'
import { TLS, pinOfPeer } from './peer.ts'

/** A hub in the same building answers in milliseconds; one that takes longer than this is tried again. */
const CONNECT_MS = 5 * SECOND_MS

export interface HubAddress {
  readonly host: string
  readonly port: number
}

/** `wrong-hub`: somebody answers there with another key. `unreachable`: nobody, or no TLS of ours. */
export class NoLine extends Error {
  readonly reason: 'unreachable' | 'wrong-hub'

  constructor(reason: NoLine['reason'], detail: string) {
    super(detail)
    this.reason = reason
  }
}

/** `pin` null: not known yet, which is the case only while pairing. Rejects with `NoLine`. */
export function pinnedSocket(
  { host, port }: HubAddress,
  { key, cert }: Identity,
  pin: Pin | null,
): Promise<{ readonly socket: TLSSocket; readonly pin: Pin }> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, key, cert, ...TLS, rejectUnauthorized: false })
    const give = (reason: NoLine['reason'], detail: string) => {
      socket.destroy()
      reject(new NoLine(reason, detail))
    }
    const patience = setTimeout(() => give('unreachable', 'no answer in time'), CONNECT_MS)
    socket.once('error', (error) => give('unreachable', error.message))
    socket.once('close', () => clearTimeout(patience))
    socket.once('secureConnect', () => {
      clearTimeout(patience)
      const found = pinOfPeer(socket)
      if (found === null || (pin !== null && found !== pin))
        return give('wrong-hub', 'its key is another one')
      socket.removeAllListeners('error')
      // Whoever takes the line over learns of its end from `close`.
      socket.on('error', () => socket.destroy())
      resolve({ socket, pin: found })
    })
  })
}
