// A cable between a kiosk and a hub that are processes of their own: TCP passed on, delayed, stopped, half open or cut. Owns the
// sockets; must never change a byte.

import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net'

type Way = 'up' | 'down'

export class Proxy {
  readonly #server: Server
  readonly #pairs = new Set<readonly [kiosk: Socket, hub: Socket]>()
  readonly #stopped = new Set<Way>()
  #lateMs = 0

  private constructor(server: Server, hubPort: number) {
    this.#server = server
    server.on('connection', (kiosk) => this.#join(kiosk, connect(hubPort, '127.0.0.1')))
  }

  static async open(hubPort: number): Promise<Proxy> {
    const server = createServer({ pauseOnConnect: false })
    const proxy = new Proxy(server, hubPort)
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
    return proxy
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  /** Both sides are told. */
  cut(): void {
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy()
  }

  /** One side is gone, and the other is not told. */
  halve(): void {
    for (const [kiosk, hub] of this.#pairs) {
      kiosk.removeAllListeners('data')
      hub.removeAllListeners('data')
      hub.destroy()
    }
  }

  stop(ways: readonly Way[]): void {
    for (const way of ways) this.#stopped.add(way)
    this.#apply()
  }

  delay(lateMs: number): void {
    this.#lateMs = lateMs
  }

  heal(): void {
    this.#stopped.clear()
    this.#lateMs = 0
    this.#apply()
  }

  close(): void {
    this.cut()
    this.#server.close()
  }

  #join(kiosk: Socket, hub: Socket): void {
    const pair = [kiosk, hub] as const
    this.#pairs.add(pair)
    this.#pass(kiosk, hub)
    this.#pass(hub, kiosk)
    hub.on('close', () => kiosk.listenerCount('data') > 0 && kiosk.destroy())
    kiosk.on('close', () => {
      hub.destroy()
      this.#pairs.delete(pair)
    })
    this.#apply()
  }

  #pass(from: Socket, to: Socket): void {
    let queue = Promise.resolve()
    from.on('error', () => from.destroy())
    from.on('data', (bytes) => {
      const lateMs = this.#lateMs
      queue = queue.then(async () => {
        if (lateMs > 0) await new Promise((resolve) => setTimeout(resolve, lateMs))
        if (!to.destroyed) to.write(bytes)
      })
    })
  }

  #apply(): void {
    for (const [kiosk, hub] of this.#pairs) {
      if (this.#stopped.has('up')) kiosk.pause()
      else kiosk.resume()
      if (this.#stopped.has('down')) hub.pause()
      else hub.resume()
    }
  }
}
