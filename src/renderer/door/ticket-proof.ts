// Whether a code was signed by this house, verified on this machine alone [T1]. Owns the check; must never ask anybody.

import { doorFactsOf, splitTicketCode } from '../../shared/domain/ticket-code.ts'
import { bytesOfBase32 } from '../../shared/lib/ulid.ts'

export type TicketProof = ReturnType<typeof doorFactsOf>

/** `publicKey`: as reported by the house. Null if it is none of its tickets. */
export async function proveTicket(publicKey: string, scanned: string): Promise<TicketProof> {
  const parts = splitTicketCode(scanned.trim().toUpperCase())
  const signature = parts && bytesOfBase32(parts.signature)
  const raw = bytesOfBase32(publicKey)
  if (!parts || !signature || !raw) return null
  const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify'])
  const isOurs = await crypto.subtle.verify('Ed25519', key, signature, new TextEncoder().encode(parts.text))
  return isOurs ? doorFactsOf(parts.text) : null
}
