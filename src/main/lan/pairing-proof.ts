// [S5] How two machines show each other, over a line that nobody vouches for yet, that both were told the same code. Owns what is proven;
// must never send the code, nor anything by which it could be tried out later.
//
// A middleman has a TLS session with each side, so each has another exporter value (RFC 8446, 7.5) and sees another certificate: what
// one side proves does not fit what the other expects. The proof of whoever does not know the code says nothing about it, as the code
// has 80 bits.

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { TLSSocket } from 'node:tls'
import type { Pin } from './identity.ts'

/** 80 bits in Crockford's letters (SECURITY 6.1): read over a phone in a few breaths, and beyond trying. */
export const CODE_LETTERS = 16
const EXPORTER_LABEL = 'EXPORTER-guichet-pairing'
const EXPORTER_BYTES = 32

export interface PairingFacts {
  /** As `plainCode` leaves it. */
  readonly code: string
  /** What both ends of this one TLS session can work out, and nobody else. */
  readonly exporter: Uint8Array
  readonly hubPin: Pin
  readonly kioskPin: Pin
  /** What the kiosk calls itself: shown to the manager, so nobody else may change it. */
  readonly name: string
}

export function exporterOf(socket: TLSSocket): Uint8Array {
  return socket.exportKeyingMaterial(EXPORTER_BYTES, EXPORTER_LABEL, Buffer.alloc(0))
}

/** `side`: who proves. The two proofs differ, so that none can be sent back to where it came from. */
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

/** As somebody typed it: capitals, no dashes or spaces, and the letters that look like others as the ones meant. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
}
