// The least there can be between a hub and its kiosks: `ws` over the same TLS, both keys, no sessions, no limits, no engine. Owns the
// sockets; must never do anything for a message except what its bench says.

import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Identity } from '../src/main/lan/identity.ts'
import { TLS } from '../src/main/lan/peer.ts'
import type { Place } from './kiosk-socket.ts'

export interface RawHub {
  readonly place: Place
  readonly sockets: readonly WebSocket[]
  close(): void
}

export async function openRawHub(
  { key, cert }: Identity,
  onMessage: (ws: WebSocket, text: string) => void,
): Promise<RawHub> {
  const server = createServer({ key, cert, ...TLS, requestCert: true, rejectUnauthorized: false })
  const upgrades = new WebSocketServer({ server, perMessageDeflate: false })
  const sockets: WebSocket[] = []
  upgrades.on('connection', (ws) => {
    sockets.push(ws)
    ws.on('message', (bytes: Buffer) => onMessage(ws, bytes.toString()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    for (const ws of sockets) ws.terminate()
    upgrades.close()
    server.close()
  }
  return { place: { host: '127.0.0.1', port, path: '/' }, sockets, close }
}
