// One screen of a simulated kiosk: the seats as it shows them. Owns that picture; must never be corrected by anything but its news.

import type { News } from '../../src/shared/contract/topics.ts'
import type { BoxOffice } from '../../src/shared/contract/port.ts'
import { hallShow } from '../hall.ts'

export class Screen {
  readonly #onBack: (what: string) => void
  states: number[] | null = null
  revision = -1

  /** `onBack`: called when it is told to show something older than it showed before. */
  constructor(office: BoxOffice, onBack: (what: string) => void) {
    this.#onBack = onBack
    office.subscribe({ kind: 'seats', showId: hallShow, afterRevision: null }, (news) => this.#hear(news))
  }

  #hear(news: News): void {
    if (news.kind === 'snapshot') {
      this.#go(news.revision)
      this.states = [...news.states]
    }
    if (news.kind !== 'delta' || !this.states) return
    const { states } = this
    if (news.from > this.revision) this.#onBack(`a gap from ${this.revision} to ${news.from}`)
    news.seatIds.forEach((seat, at) => {
      states[seat] = news.states[at] ?? 0
    })
    this.#go(news.to)
  }

  #go(revision: number): void {
    if (revision < this.revision) this.#onBack(`from revision ${this.revision} back to ${revision}`)
    this.revision = revision
  }
}
