import type { Answer } from '../../shared/contract/port.ts'
import { StorageFault } from '../store/store.ts'
import { describeError } from './operations-log.ts'
import type { Chance, Log } from './ports.ts'
import { base32 } from '../../shared/lib/ulid.ts'

export type Fault = Extract<Answer<never>, { kind: 'fault' }>

/** What failed is written down under a number, and the number is what the seller hears. */
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
      // A log on a full disk must not take the answers with it: whoever asked still hears the number.
    }
    return { kind: 'fault', incidentId, reason: error instanceof StorageFault ? 'storage' : 'bug' }
  }
}
