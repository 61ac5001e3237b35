import type { Answer } from '../../shared/contract/port.ts'
import { StorageFault } from '../store/store.ts'
import { describeError } from './operations-log.ts'
import type { Chance, Log } from './ports.ts'
import { base32 } from '../../shared/lib/ulid.ts'

export type Fault = Extract<Answer<never>, { kind: 'fault' }>

/** A failure is logged under a number, and that number is what the seller is told. */
export class Incidents {
  readonly #log: Log
  readonly #chance: Chance

  constructor(log: Log, chance: Chance) {
    this.#log = log
    this.#chance = chance
  }

  fault(error: unknown, facts: object): Fault {
    const incidentId = base32(this.#chance.bytes(5))
    try {
      this.#log.error({ ...facts, incidentId, error: describeError(error) }, 'a command failed')
    } catch {
      // A log on a full disk must not block the answers: whoever asked still gets the number.
    }
    return { kind: 'fault', incidentId, reason: error instanceof StorageFault ? 'storage' : 'bug' }
  }
}
