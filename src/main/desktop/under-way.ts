import type { BoxOffice } from '../../shared/contract/port.ts'

/** Calls of this window that are not answered yet: closing the program waits for them, so that somebody hears every answer. */
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

  /** Resolves when nothing is unanswered, including what was asked meanwhile. */
  async settled(): Promise<void> {
    while (this.#asked.size > 0) await Promise.all(this.#asked)
  }
}
