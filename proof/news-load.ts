// Changes at one counter, at an even pace, and how long each took to reach the others: the delay from a seller's hold to the
// other screens. Owns the pace and the clock; must never wait for a kiosk that is not listening.

import type { FrameClient } from '../src/shared/contract/frame-client.ts'
import type { CartId, SeatId, TicketTypeId } from '../src/shared/domain/ids.ts'
import { hallSeats, hallShow } from './hall.ts'

/** A busy evening of eight counters has fewer; a seller's line may carry 50 commands a second. */
const EVERY_MS = 25

export class NewsLoad {
  readonly #seller: FrameClient
  readonly #revisions = new Map<FrameClient, number>()
  #askedAtMs = 0
  #waiting = new Set<FrameClient>()
  #waits: number[] = []
  #changes = 0
  #timer: NodeJS.Timeout | null = null
  failures = 0

  constructor(seller: FrameClient, others: readonly FrameClient[], slow: FrameClient) {
    this.#seller = seller
    for (const client of [...others, slow]) {
      client.subscribe({ kind: 'shows' }, () => {})
      client.subscribe({ kind: 'seats', showId: hallShow, afterRevision: null }, (news) => {
        if (news.kind !== 'snapshot' && news.kind !== 'delta') return
        this.#revisions.set(client, news.kind === 'delta' ? news.to : news.revision)
        if (this.#waiting.delete(client)) this.#waits.push(performance.now() - this.#askedAtMs)
      })
    }
    const change = () => {
      this.#waiting = new Set(others)
      this.#askedAtMs = performance.now()
      void this.#change()
    }
    this.#timer = setInterval(change, EVERY_MS)
  }

  get changes(): number {
    return this.#changes
  }

  revisionOf(client: FrameClient): number {
    return this.#revisions.get(client) ?? -1
  }

  /** The delays of every change since the last call, to each of the others, in ms. */
  takeWaits(): readonly number[] {
    const waits = this.#waits
    this.#waits = []
    return waits
  }

  stop(): void {
    clearInterval(this.#timer ?? undefined)
  }

  /** The cart takes another seat each time: one becomes free and one is taken. */
  async #change(): Promise<void> {
    this.#changes += 1
    const seatId = ((this.#changes * 7) % hallSeats) as SeatId
    const lines = [{ seatId, ticketTypeId: 0 as TicketTypeId }]
    const input = { showId: hallShow, cartId: 'news' as CartId, lines, customerId: null, couponCode: null }
    const answer = await this.#seller.call('hold-seats', input)
    if (answer.kind !== 'done') this.failures += 1
  }
}
