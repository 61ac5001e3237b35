// The wire between a hub and one kiosk, as bad as a proof wants it. Owns every byte on it; must never end a connection that the
// wire's current manner keeps open.

import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net'
import type { HubAddress } from '../src/main/lan/pinned-socket.ts'

/**
 * `stopped`: the kiosk's program hangs, and neither reads nor writes. `slow`: it reads 1 KiB a second. `gone`: the cable is
 * unplugged; once it is plugged in again the old connection is dead, and nobody is told.
 */
export const manners = ['stopped', 'slow', 'gone'] as const
export type Manner = (typeof manners)[number] | 'good'

const SLOW_BYTES = 1024
const SLOW_MS = 1000

interface Pair {
  readonly kiosk: Socket
  readonly hub: Socket
  isForgotten: boolean
}

export class BadWire {
  readonly #server: Server
  readonly #pairs = new Set<Pair>()
  #manner: Manner = 'good'
  #slowly: NodeJS.Timeout | null = null

  private constructor(hub: HubAddress) {
    // A half-closed side stays open: the wire decides whether the other side hears of it.
    this.#server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (kiosk) =>
      this.#join(kiosk, hub),
    )
  }

  static open(hub: HubAddress): Promise<BadWire> {
    const wire = new BadWire(hub)
    return new Promise((resolve) => wire.#server.listen(0, '127.0.0.1', () => resolve(wire)))
  }

  get at(): HubAddress {
    return { host: '127.0.0.1', port: (this.#server.address() as AddressInfo).port }
  }

  become(manner: Manner): void {
    const before = this.#manner
    this.#manner = manner
    clearInterval(this.#slowly ?? undefined)
    this.#slowly = manner === 'slow' ? setInterval(() => this.#trickle(), SLOW_MS) : null
    for (const pair of this.#pairs) {
      const { kiosk, hub } = pair
      if (before === 'gone' && kiosk.bytesWritten > 0) pair.isForgotten = true
      if (manner === 'good' && !pair.isForgotten && kiosk.destroyed) hub.destroy()
      this.#flow(pair)
    }
  }

  /** Ends every connection on it; new ones may come. */
  cut(): void {
    for (const { kiosk, hub } of this.#pairs) for (const socket of [kiosk, hub]) socket.destroy()
  }

  close(): void {
    clearInterval(this.#slowly ?? undefined)
    this.#server.close()
    this.cut()
  }

  #join(kiosk: Socket, { host, port }: HubAddress): void {
    const hub = connect({ host, port, allowHalfOpen: true })
    const pair = { kiosk, hub, isForgotten: false }
    this.#pairs.add(pair)
    const forget = (other: Socket) => () => {
      if (pair.isForgotten || this.#manner === 'gone' || this.#manner === 'stopped') return
      this.#pairs.delete(pair)
      other.destroy()
    }
    kiosk.on('data', (bytes: Buffer) => hub.write(bytes)).on('error', () => {})
    hub.on('data', (bytes: Buffer) => kiosk.write(bytes)).on('error', () => {})
    kiosk.on('close', forget(hub)).on('end', forget(hub))
    hub.on('close', forget(kiosk)).on('end', forget(kiosk))
    this.#flow(pair)
  }

  #flow({ kiosk, hub, isForgotten }: Pair): void {
    const isCut = isForgotten || this.#manner === 'gone' || this.#manner === 'stopped'
    if (isCut) kiosk.pause()
    else kiosk.resume()
    if (isCut || this.#manner !== 'good') hub.pause()
    else hub.resume()
  }

  #trickle(): void {
    // What is read here is forwarded like all data.
    for (const { hub } of this.#pairs) hub.read(SLOW_BYTES)
  }
}
