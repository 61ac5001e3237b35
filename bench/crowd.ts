// Many kiosks in one child process, seen from the parent: told to connect, to sell, and to report what they heard and when. Owns the
// process, which must never outlive this one.

import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { ShowId } from '../src/shared/domain/ids.ts'
import type { Key, Place } from './kiosk-socket.ts'
import type { SeatPair } from './seat-pairs.ts'

export type CrowdOrder =
  | {
      readonly do: 'open'
      /** The name of this group of connections in later orders. */
      readonly line: string
      readonly place: Place
      /** One kiosk per key. */
      readonly keys: readonly Key[]
      readonly topics: readonly object[]
    }
  | { readonly do: 'take'; readonly line: string }
  | {
      readonly do: 'sell'
      readonly line: string
      readonly showId: ShowId
      readonly sellers: number
      readonly pairs: readonly SeatPair[]
    }

/** When news of seats arrived at each kiosk; and the payloads that one of them was sent. */
export interface Arrivals {
  readonly kind: 'arrivals'
  readonly arrivals: readonly (readonly number[])[]
  readonly bytes: number
}

export type CrowdDid = { readonly kind: 'opened' } | Arrivals | { readonly kind: 'sold'; readonly ms: number }
export type CrowdReply = CrowdDid | { readonly kind: 'failed'; readonly why: string }

/** The part of an answer that a kiosk of a bench reads. */
export type Done =
  | { readonly kind: 'done'; readonly value: { readonly booking: BookedAs } }
  | { readonly kind: 'refused' | 'fault' }

interface BookedAs {
  readonly bookingId: string
  readonly totals: { readonly totalMinor: number }
}

export class Crowd {
  readonly #child: ChildProcess

  constructor() {
    this.#child = fork(join(import.meta.dirname, 'crowd-process.ts'), { serialization: 'advanced' })
  }

  async open(
    line: string,
    place: Place,
    { keys, topics }: { readonly keys: readonly Key[]; readonly topics: readonly object[] },
  ): Promise<void> {
    await this.#order({ do: 'open', line, place, keys, topics }, 'opened')
  }

  take(line: string): Promise<Arrivals> {
    return this.#order({ do: 'take', line }, 'arrivals')
  }

  /** Returns bookings per second. */
  async sell(line: string, order: Omit<Extract<CrowdOrder, { do: 'sell' }>, 'do' | 'line'>): Promise<number> {
    const { ms } = await this.#order({ do: 'sell', line, ...order }, 'sold')
    return (order.pairs.length / ms) * 1000
  }

  close(): void {
    this.#child.disconnect()
  }

  #order<Kind extends CrowdDid['kind']>(
    order: CrowdOrder,
    kind: Kind,
  ): Promise<Extract<CrowdDid, { kind: Kind }>> {
    return new Promise((resolve, reject) => {
      this.#child.once('message', (reply: CrowdReply) => {
        if (reply.kind === kind) resolve(reply as Extract<CrowdDid, { kind: Kind }>)
        else reject(new Error(reply.kind === 'failed' ? reply.why : `the kiosks said ${reply.kind}`))
      })
      this.#child.send(order)
    })
  }
}
