// [S5] Where an unknown kiosk knocks: one request, whose answer is one line at once (the hub's own proof) and a second line when a
// manager has decided. Owns what is said on the way; pairing-offer.ts decides whether the code is right.

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TLSSocket } from 'node:tls'
import { type PairingRefusal, type Told, asked } from '../../shared/contract/pairing.ts'
import type { KioskId } from '../../shared/domain/ids.ts'
import type { Pin } from './identity.ts'
import { type PairingOffer, type Waiting } from './pairing-offer.ts'
import { exporterOf, proofOf } from './pairing-proof.ts'
import { pinOfPeer } from './peer.ts'

export const PAIR_PATH = '/pair'
/** Enough for a name and a proof; a longer request is not from a kiosk. */
const ASKED_BYTES_MAX = 2048

interface Parts {
  readonly offer: PairingOffer
  readonly hubPin: Pin
  /** Somebody waits, or no longer does. */
  readonly onChange: () => void
  /** The reason of a refusal, for the log and for monitoring. */
  readonly onRefused: (reason: PairingRefusal) => void
}

export class PairingDoor {
  readonly #parts: Parts
  #open: { readonly pin: Pin; readonly response: ServerResponse } | null = null

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const socket = request.socket as TLSSocket
    const kioskPin = pinOfPeer(socket)
    const facts = asked.safeParse(parsed(await bodyOf(request)))
    if (!kioskPin || !facts.success) return this.#refuse(response, 'malformed')
    const { name, proof } = facts.data
    const { offer, hubPin } = this.#parts
    const pairing = { name, kioskPin, hubPin, exporter: exporterOf(socket) }
    const { result, code } = offer.try(pairing, proof)
    if (result !== 'right') return this.#refuse(response, result === 'wrong' ? 'wrong-code' : 'closed')
    this.#wait(response, { name, pin: kioskPin }, proofOf('hub', { ...pairing, code }))
  }

  /** The waiting kiosk has been let in. */
  admit(pin: Pin, kioskId: KioskId): void {
    if (this.#open?.pin === pin) this.#end({ t: 'admitted', kioskId })
  }

  /** The waiting kiosk is turned away. */
  decline(): void {
    this.#end({ t: 'refused', reason: 'declined' })
  }

  #wait(response: ServerResponse, { pin }: Waiting, proof: string): void {
    this.decline()
    this.#open = { pin, response }
    response.on('close', () => {
      if (this.#open?.response !== response) return
      this.#open = null
      this.#parts.offer.settle(pin)
      this.#parts.onChange()
    })
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson' })
    response.write(lineOf({ t: 'proof', proof }))
    this.#parts.onChange()
  }

  #end(line: Told): void {
    const open = this.#open
    if (!open) return
    this.#open = null
    this.#parts.offer.settle(open.pin)
    open.response.end(lineOf(line))
    this.#parts.onChange()
  }

  #refuse(response: ServerResponse, reason: PairingRefusal): void {
    this.#parts.onRefused(reason)
    response.writeHead(reason === 'malformed' ? 400 : 403, { 'Content-Type': 'application/x-ndjson' })
    response.end(lineOf({ t: 'refused', reason }))
  }
}

function lineOf(line: Told): string {
  return `${JSON.stringify(line)}\n`
}

/** A body longer than any honest one is dropped, and then counts as malformed. */
async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let bytes = 0
  try {
    for await (const part of request) {
      parts.push(part as Buffer)
      bytes += (part as Buffer).length
      if (bytes > ASKED_BYTES_MAX) return ''
    }
  } catch {
    // The sender is gone: nothing was asked.
    return ''
  }
  return Buffer.concat(parts).toString()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
