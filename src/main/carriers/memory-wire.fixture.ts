// A screen and a session with a wire between them that is flushed by hand, cut and repaired: every frame goes through the codec, as on a
// real wire. Owns the frames in flight; must never deliver one by itself.

import { decodeFrame, encodeFrame } from '../../shared/contract/codec.ts'
import { FrameClient, type Pipe } from '../../shared/contract/frame-client.ts'
import type { BoxOffice } from '../../shared/contract/port.ts'
import type { FromHub, ToHub } from '../../shared/contract/wire.ts'
import { Session } from './session.ts'

export class MemoryWire {
  readonly client: FrameClient
  session: Session | null = null
  foreignFrames = 0
  faults = 0
  toHub: unknown[] = []
  toScreen: unknown[] = []
  /** Everything that was ever delivered, for tests that check the conversation. */
  readonly said: ToHub[] = []
  readonly #nowMs: () => number
  #onFrame: (frame: unknown) => void = () => {}
  #onLost: () => void = () => {}

  /** `screenMs`: the screen's own clock, which may be wrong. */
  constructor(nowMs: () => number, screenMs: () => number = nowMs) {
    this.#nowMs = nowMs
    const pipe: Pipe = {
      send: (frame) => this.toHub.push(encodeFrame(frame)),
      onFrame: (listener) => {
        this.#onFrame = listener
      },
      onLost: (listener) => {
        this.#onLost = listener
      },
    }
    this.client = new FrameClient(pipe, screenMs)
  }

  connect(boxOffice: BoxOffice): void {
    this.session = new Session({
      boxOffice,
      send: (frame: FromHub) => this.toScreen.push(encodeFrame(frame)),
      nowMs: this.#nowMs,
      elapsedMs: this.#nowMs,
      onForeignFrame: () => {
        this.foreignFrames += 1
      },
      onFault: () => {
        this.faults += 1
      },
    })
  }

  /** What is in flight is lost, and the screen notices. */
  cut(): void {
    this.session?.close()
    this.session = null
    this.toHub = []
    this.toScreen = []
    this.#onLost()
  }

  /** To the hub. */
  flushUp(): void {
    const frames = this.toHub.splice(0)
    for (const bytes of frames) {
      const frame = decodeFrame(bytes as string)
      this.said.push(frame as ToHub)
      this.session?.receive(frame)
    }
  }

  /** To the screen. */
  flushDown(): void {
    for (const bytes of this.toScreen.splice(0)) this.#onFrame(decodeFrame(bytes as string))
  }

  /** Flushes both ways, with everything that waits in between, until nothing is in flight. `turn` ends the hub's turn. */
  async settle(turn: () => void): Promise<void> {
    for (let quiet = 0; quiet < 3; ) {
      const isQuiet = this.toHub.length + this.toScreen.length === 0
      quiet = isQuiet ? quiet + 1 : 0
      this.flushUp()
      turn()
      await Promise.resolve()
      await Promise.resolve()
      await Promise.resolve()
      this.flushDown()
      await Promise.resolve()
    }
  }
}
