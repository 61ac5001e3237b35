// [S5] How two machines prove to each other, over a line that nobody vouches for yet, that both were told the same code. Owns what is
// proven; must never send the code, nor anything by which it could be tried out later. A middleman has a separate TLS session with each
// side, so each session has another exporter value (RFC 8446, 7.5) and another certificate: what one side proves does not fit what the
// other expects. A proof without the code reveals nothing about it, as the code has 80 bits.

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { TLSSocket } from 'node:tls'
import type { Pin } from './identity.ts'

/** 80 bits in Crockford's letters (SECURITY 6.1): read over a phone in a few breaths, and too many to try out. */
export const CODE_LETTERS = 16
const EXPORTER_LABEL = 'EXPORTER-guichet-pairing'
const EXPORTER_BYTES = 32

export interface PairingFacts {
  /** In the form that `plainCode` returns. */
  readonly code: string
  /** What both ends of this one TLS session can compute, and nobody else. */
  readonly exporter: Uint8Array
  readonly hubPin: Pin
  readonly kioskPin: Pin
  /** The kiosk's name for itself: shown to the manager, so nobody on the way may change it. */
  readonly name: string
}

export function exporterOf(socket: TLSSocket): Uint8Array {
  return socket.exportKeyingMaterial(EXPORTER_BYTES, EXPORTER_LABEL, Buffer.alloc(0))
}

/** `side`: the side that proves. The two proofs differ, so that neither can be sent back to its origin. */
export function proofOf(side: 'kiosk' | 'hub', facts: PairingFacts): string {
  const { code, exporter, hubPin, kioskPin, name } = facts
  const told = JSON.stringify([side, Buffer.from(exporter).toString('hex'), hubPin, kioskPin, name])
  return createHmac('sha256', code).update(told).digest('hex')
}

export function isProofOf(side: 'kiosk' | 'hub', facts: PairingFacts, proof: string): boolean {
  const wanted = Buffer.from(proofOf(side, facts))
  const given = Buffer.from(proof)
  return wanted.length === given.length && timingSafeEqual(wanted, given)
}

/** Normalises what somebody typed: capitals, no dashes or spaces, and look-alike letters replaced by the ones meant. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
}
