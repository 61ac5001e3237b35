// The kiosk's way to its hub [S1] [S3]: one line after the other, watched, reconnected. Owns reconnecting and the reason why there is no
// line; must never look into a frame, nor give up for good where a person could repair it. `dial` makes the lines.

import type { Pipe } from '../../shared/contract/frame-client.ts'
import type { LinkProblem } from '../../shared/contract/topics.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import type { Chance, Scheduler, Clock } from '../engine/ports.ts'

/**
 * [SYNC 5.7] First soon, then ever more rarely, each time at a random moment of the span, so that kiosks do not all come back at once.
 */
const RETRY_MS = { first: 500, last: 15 * SECOND_MS }
/** [V13] The hub pings every five seconds; after two missing pings the line is dead, whatever its socket says. */
const SILENCE_MAX_MS = 11 * SECOND_MS

const LOOK_EVERY_MS = SECOND_MS

/** A connection that is being made or open. */
export interface Line {
  /** Only while it is open. */
  send(text: string): void
  /** At once, like a cut. */
  end(): void
}

/** None of them is called before `dial` has returned; `onEnd` is called once, and nothing after it. */
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
  /** The newest line, being made or open. */
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
    // The caller that closed it is not told: it may be gone.
    if (this.#isClosed) return
    this.#callOff()
    const wasOpen = this.#isOpen
    this.#isOpen = false
    if (wasOpen) this.#onLost()
    // Two machines with one key would take the line from each other for ever: so retry rarely, while the screens say why.
    if (reason === 'replaced') this.#retryMs = RETRY_MS.last
    this.#again(reason)
  }

  #hear(): void {
    this.#heardAtMs = this.#parts.clock.elapsedMs()
  }

  /** A pulled cable reports nothing: only silence shows it. */
  #watch(): void {
    const { clock, scheduler } = this.#parts
    const leftMs = SILENCE_MAX_MS - (clock.elapsedMs() - this.#heardAtMs)
    // Timers and silence go by different clocks: the minimum keeps a clock that is set back from causing looks without end.
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
