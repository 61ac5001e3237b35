// A receipt printer on a real socket, with the faults that real ones have. Owns the socket and what came over it; must never be kinder
// than a printer is.

import { type Server, type Socket, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { type Printed, readEscpos } from './paper-reader.fixture.ts'

export interface Mood {
  /** Answers to DLE EOT 2 and 4; null: it never answers. */
  readonly cause: number | null
  readonly paper: number
  /** Cuts the line after so many bytes. */
  readonly cutsAfter: number | null
  /** Accepts the connection and then takes not a byte. */
  readonly stalls: boolean
  /** Whether it answers the question at the end; one that ran out of paper in the middle does not. */
  readonly isDone: boolean
  /** Time after the last byte until it is on paper. */
  readonly slowMs: number
}

const FINE = 0x12
export const fine: Mood = {
  cause: FINE,
  paper: FINE,
  cutsAfter: null,
  stalls: false,
  isDone: true,
  slowMs: 0,
}

export class FakePrinter {
  readonly #server: Server
  readonly #calls: Buffer[][] = []
  readonly #sockets = new Set<Socket>()
  mood: Mood = fine
  /** The most connections that were open at one time. */
  most = 0

  private constructor(server: Server) {
    this.#server = server
    server.on('connection', (socket) => this.#answer(socket))
  }

  static async start(): Promise<FakePrinter> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new FakePrinter(server)
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  /** What each connection left on paper. */
  get papers(): readonly (readonly Printed[])[] {
    return this.#calls
      .map((pieces) => readEscpos(Buffer.concat(pieces)))
      .filter((printed) => printed.length > 0)
  }

  get calls(): number {
    return this.#calls.length
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #answer(socket: Socket): void {
    const got: Buffer[] = []
    this.#calls.push(got)
    this.#sockets.add(socket)
    socket.on('close', () => this.#sockets.delete(socket))
    socket.on('error', () => undefined)
    if (this.mood.stalls) return void socket.pause()
    socket.on('data', (data: Buffer) => this.#take(socket, got, data))
  }

  #take(socket: Socket, got: Buffer[], data: Buffer): void {
    const { cause, paper, cutsAfter, isDone, slowMs } = this.mood
    got.push(data)
    this.most = Math.max(this.most, [...this.#sockets].filter((one) => !one.readableEnded).length)
    const asks = (bytes: readonly number[]) => data.includes(Buffer.from(bytes))
    if (asks([0x10, 0x04, 2]) && cause !== null) socket.write(Buffer.from([cause]))
    if (asks([0x10, 0x04, 4]) && cause !== null) socket.write(Buffer.from([paper]))
    if (asks([0x1d, 0x72, 1]) && cause !== null && isDone)
      setTimeout(() => socket.write(Buffer.from([0])), slowMs)
    const length = got.reduce((sum, piece) => sum + piece.length, 0)
    if (cutsAfter !== null && length > cutsAfter) socket.resetAndDestroy()
  }
}
