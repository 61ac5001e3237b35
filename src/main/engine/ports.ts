// What the engine needs of the world. A simulator can own every one of these: nothing in the engine reads a clock, draws chance
// or sets a timer by itself.

import type { Terms } from '../../shared/domain/terms.ts'
import type { ClaimStrategy, Store } from '../store/store.ts'

export interface EngineParts {
  readonly store: Store
  readonly clock: Clock
  readonly chance: Chance
  readonly scheduler: Scheduler
  readonly log: Log
  readonly signer: Signer
  readonly version: string
  /** [H2] What this house was started with. */
  readonly houseTerms: Partial<Terms>
  /** [C2] */
  readonly claims: ClaimStrategy
  /** Other processes of this machine may write the same house. */
  readonly isShared: boolean
}

export interface Clock {
  /** UTC milliseconds. May step back; the engine never lets its own time do so [I11]. */
  nowMs(): number
  /** Milliseconds that passed since some instant of this process; never steps. */
  elapsedMs(): number
}

export interface Chance {
  bytes(count: number): Uint8Array
}

export interface Scheduler {
  /** After what is running now: all commands that arrive until then share one commit. */
  soon(work: () => void): void
  /** Once, at the instant or soon after; the returned function calls it off. */
  at(instantMs: number, work: () => void): () => void
}

/** error: someone must look. info: state changed. debug: the rest. */
export interface Log {
  error(facts: object, message: string): void
  info(facts: object, message: string): void
  debug(facts: object, message: string): void
}

export interface Signer {
  /** Ed25519 over the UTF-8 text, in Crockford base32. */
  sign(text: string): string
}
