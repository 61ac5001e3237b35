// Many kiosks in one process, as their parent has them: told to connect, to sell, and to say what they heard and when. Owns the process;
// must never outlive it.

import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { ShowId } from '../src/shared/domain/ids.ts'
import type { Key, Place } from './kiosk-socket.ts'
import type { SeatPair } from './seat-pairs.ts'

export type CrowdOrder =
  | {
      readonly do: 'open'
      /** What they are called by afterwards. */
      readonly line: string
      readonly place: Place
      /** A kiosk each. */
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

/** Of each kiosk, when news of seats came; and what one of them was sent. */
export interface Arrivals {
  readonly kind: 'arrivals'
  readonly arrivals: readonly (readonly number[])[]
  readonly bytes: number
}

export type CrowdDid = { readonly kind: 'opened' } | Arrivals | { readonly kind: 'sold'; readonly ms: number }
export type CrowdReply = CrowdDid | { readonly kind: 'failed'; readonly why: string }

/** As much of an answer as a kiosk of a bench looks at. */
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

  /** How many bookings a second. */
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
