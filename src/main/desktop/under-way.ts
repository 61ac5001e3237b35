import type { BoxOffice } from '../../shared/contract/port.ts'

/** What this window has asked and not been answered: whoever closes the program waits for it, so that every answer is heard by somebody. */
export class UnderWay {
  readonly #asked = new Set<Promise<unknown>>()

  /** The same box office, counted. */
  through(office: BoxOffice): BoxOffice {
    return {
      call: (name, input, commandId) => {
        const answer = office.call(name, input, commandId)
        const settled: Promise<unknown> = answer.then(
          () => this.#asked.delete(settled),
          () => this.#asked.delete(settled),
        )
        this.#asked.add(settled)
        return answer
      },
      subscribe: (topic, listener) => office.subscribe(topic, listener),
    }
  }

  get isSettled(): boolean {
    return this.#asked.size === 0
  }

  /** Resolves when nothing is, also of what was asked meanwhile. */
  async settled(): Promise<void> {
    while (this.#asked.size > 0) await Promise.all(this.#asked)
  }
}
