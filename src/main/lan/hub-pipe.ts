// The kiosk's way to its hub [S1] [S3]: one line after the other, looked after, found again. Owns reconnecting and why there is none; must
// never look into a frame, nor give up for good where a person could mend it. What a line is made of comes by `dial`.

import type { Pipe } from '../../shared/contract/frame-client.ts'
import type { LinkProblem } from '../../shared/contract/topics.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import type { Chance, Scheduler, Clock } from '../engine/ports.ts'

/** [SYNC 5.7] First try again soon, then ever more rarely, each time somewhere in the span, so that kiosks do not come back as one. */
const RETRY_MS = { first: 500, last: 15 * SECOND_MS }
/** [V13] The hub pings every five seconds; after two that did not come the line is dead, whatever its socket says. */
const SILENCE_MAX_MS = 11 * SECOND_MS

const LOOK_EVERY_MS = SECOND_MS

/** On its way or open. */
export interface Line {
  /** Only while it is open. */
  send(text: string): void
  /** At once, as a cut. */
  end(): void
}

/** None of them is called before `dial` has returned; `onEnd` once, and nothing after it. */
export interface LineEvents {
  onOpen(): void
  /** The hub is alive. */
  onPulse(): void
  onFrame(frame: unknown): void
  onEnd(reason: LinkProblem): void
}

export type Dial = (events: LineEvents) => Line

export interface HubPipeParts {
  readonly dial: Dial
  readonly clock: Clock
  readonly chance: Chance
  readonly scheduler: Scheduler
  readonly onTrouble: (reason: LinkProblem) => void
}

export class HubPipe implements Pipe {
  readonly #parts: HubPipeParts
  /** The newest, on its way or open. */
  #line: Line | null = null
  #isOpen = false
  #onFrame: (frame: unknown) => void = () => {}
  #onLost: () => void = () => {}
  #callOff: () => void = () => {}
  #retryMs = RETRY_MS.first
  #heardAtMs = 0
  #isClosed = false

  constructor(parts: HubPipeParts) {
    this.#parts = parts
  }

  send(frame: object): void {
    if (this.#isOpen) this.#line?.send(JSON.stringify(frame))
  }

  onFrame(listener: (frame: unknown) => void): void {
    this.#onFrame = listener
    this.#connect()
  }

  onLost(listener: () => void): void {
    this.#onLost = listener
  }

  close(): void {
    this.#isClosed = true
    this.#callOff()
    this.#line?.end()
  }

  #connect(): void {
    this.#line = this.#parts.dial({
      onOpen: () => {
        this.#isOpen = true
        this.#retryMs = RETRY_MS.first
        this.#hear()
        this.#watch()
      },
      onPulse: () => this.#hear(),
      onFrame: (frame) => {
        if (this.#isClosed) return
        this.#hear()
        this.#onFrame(frame)
      },
      onEnd: (reason) => this.#ended(reason),
    })
  }

  #ended(reason: LinkProblem): void {
    // Whoever closed it is not told of it: they may be gone.
    if (this.#isClosed) return
    this.#callOff()
    const wasOpen = this.#isOpen
    this.#isOpen = false
    if (wasOpen) this.#onLost()
    // Two machines with one key would take the line from each other without end: rarely, then, and the screens say why.
    if (reason === 'replaced') this.#retryMs = RETRY_MS.last
    this.#again(reason)
  }

  #hear(): void {
    this.#heardAtMs = this.#parts.clock.elapsedMs()
  }

  /** A cable that was pulled tells nobody: silence does. */
  #watch(): void {
    const { clock, scheduler } = this.#parts
    const leftMs = SILENCE_MAX_MS - (clock.elapsedMs() - this.#heardAtMs)
    // Timers go by another clock than silence, and one that is put back must not have it looked at without end.
    this.#callOff = scheduler.at(clock.nowMs() + Math.max(leftMs, LOOK_EVERY_MS), () => {
      if (clock.elapsedMs() - this.#heardAtMs >= SILENCE_MAX_MS) this.#line?.end()
      else this.#watch()
    })
  }

  #again(reason: LinkProblem): void {
    const { clock, chance, scheduler, onTrouble } = this.#parts
    onTrouble(reason)
    const [byte = 0] = chance.bytes(1)
    const waitMs = (byte / 256) * this.#retryMs
    this.#retryMs = Math.min(this.#retryMs * 2, RETRY_MS.last)
    this.#callOff = scheduler.at(clock.nowMs() + waitMs, () => this.#connect())
  }
}
