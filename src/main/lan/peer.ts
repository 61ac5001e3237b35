import type { TLSSocket } from 'node:tls'
import { type Pin, pinOf } from './identity.ts'

/** Nothing older: one version, one way to be wrong (SECURITY 6.1). */
export const TLS = { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3' } as const

/** The pin of whoever is at the other end; null: it showed no certificate, or is gone. TLS has seen that it has the key. */
export function pinOfPeer(socket: TLSSocket): Pin | null {
  const certificate = socket.getPeerX509Certificate()
  return certificate ? pinOf(certificate) : null
}
