import type { TLSSocket } from 'node:tls'
import { type Pin, pinOf } from './identity.ts'

/** Nothing older: one version leaves one thing to configure wrongly (SECURITY 6.1). */
export const TLS = { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3' } as const

/** The pin of the peer; null: it showed no certificate, or is gone. TLS has verified that it has the key. */
export function pinOfPeer(socket: TLSSocket): Pin | null {
  const certificate = socket.getPeerX509Certificate()
  return certificate ? pinOf(certificate) : null
}
