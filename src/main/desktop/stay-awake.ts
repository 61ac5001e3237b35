// The machine stays awake while this desk's shift is open: a counter that sleeps is a queue that waits. Owns when; the system knows how.
// Must never ask the house except after a call that goes by and may have changed a shift.

import type { BoxOffice } from '../../shared/contract/port.ts'
import type { OperationName } from '../../shared/contract/operations.ts'

/** After these, a shift may have been opened or closed; after a sign-in, it may be asked for the first time. */
const telling: ReadonlySet<OperationName> = new Set<OperationName>([
  'house',
  'sign-in',
  'open-shift',
  'close-shift',
])

export interface Blocker {
  start(): void
  stop(): void
}

export class StayAwake {
  readonly #blocker: Blocker
  #isAwake = false
  #hasLooked = false

  constructor(blocker: Blocker) {
    this.#blocker = blocker
  }

  /** The same box office, listened to. */
  around(office: BoxOffice): BoxOffice {
    return {
      subscribe: (topic, listener) => office.subscribe(topic, listener),
      call: async (name, input, commandId) => {
        const answer = await office.call(name, input, commandId)
        if (answer.kind === 'done' && telling.has(name) && !(name === 'house' && this.#hasLooked))
          void this.#look(office)
        return answer
      },
    }
  }

  /** Where it is locked or cut off, nothing changes. */
  async #look(office: BoxOffice): Promise<void> {
    const answer = await office.call('shift', {})
    if (answer.kind !== 'done') return
    this.#hasLooked = true
    const isOpen = answer.value.shift !== null
    if (isOpen !== this.#isAwake) this.#blocker[isOpen ? 'start' : 'stop']()
    this.#isAwake = isOpen
  }
}
