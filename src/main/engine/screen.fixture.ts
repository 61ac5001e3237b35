import { expect } from 'vitest'
import type { ShowId } from '../../shared/domain/ids.ts'
import type { BoxOffice } from '../../shared/contract/port.ts'
import type { News } from '../../shared/contract/topics.ts'
import { seatCount } from './test-house.ts'

/** A seat map that follows by deltas, and after a lost connection continues from what it has. */
export class Screen {
  readonly showId: ShowId
  states = new Uint8Array(seatCount)
  #revision = -1
  #house: string | undefined
  #leave: () => void = () => {}

  constructor(showId: ShowId) {
    this.showId = showId
  }

  follow(desk: BoxOffice): void {
    const afterRevision = this.#revision < 0 ? null : this.#revision
    const topic = { kind: 'seats', showId: this.showId, afterRevision, house: this.#house } as const
    this.#leave = desk.subscribe(topic, (news) => this.#hear(news))
  }

  leave(): void {
    this.#leave()
  }

  #hear(news: News): void {
    if (news.kind === 'snapshot') {
      this.#revision = news.revision
      this.#house = news.house
      this.states = Uint8Array.from(news.states)
    }
    if (news.kind !== 'delta') return
    expect(news.from).toBe(this.#revision)
    for (const [index, seat] of news.seatIds.entries()) this.states[seat] = news.states[index] ?? 0
    this.#revision = news.to
  }
}
