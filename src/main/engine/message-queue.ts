// [T2] Messages to customers that a commit's events call for, recorded in that same commit: none is lost and none comes twice,
// whatever crashes after it. Owns what the running command has to tell; a sale without a customer, or in a house that sends no
// messages, costs one look into memory.

import type { HouseEvent } from '../../shared/domain/events.ts'
import { type Happened, isTold, messageOf, worthTelling } from '../../shared/domain/message-due.ts'
import type { MessageQueued } from '../../shared/domain/message-events.ts'
import type { Reader } from './reader.ts'

export class MessageQueue {
  readonly #reader: Reader
  #happened: Happened[] = []

  constructor(reader: Reader) {
    this.#reader = reader
  }

  /** A command begins: drops what an undone command left behind. */
  begin(): void {
    if (this.#happened.length > 0) this.#happened = []
  }

  /**
   * Called before the events are recorded, while the booking is still as it was. `first`: the journal row that the first event will get.
   */
  notice(events: readonly HouseEvent[], first: number): void {
    if (this.#reader.messaging.entry === null) return
    for (const [index, event] of events.entries()) {
      if (!isTold(event)) continue
      const booking = this.#reader.booking(event.bookingId)
      const customerId =
        'customerId' in event ? event.customerId : (booking?.customerId ?? bornFor(events, event))
      if (customerId === null) continue
      this.#happened.push({ event, cause: first + index, booking, customerId })
    }
  }

  /** The messages for everything noticed since the command began. */
  take(nowMs: number): readonly MessageQueued[] {
    const happened = this.#happened
    if (happened.length === 0) return []
    this.#happened = []
    const messaging = this.#reader.messaging.entry
    return worthTelling(happened).flatMap((one) => {
      const { customer } = this.#reader.read({ customer: one.customerId })
      return (customer && messaging && messageOf(one, customer, messaging, nowMs)) ?? []
    })
  }
}

/** [P8] A booking that rescues another is created and paid in one commit. */
function bornFor(events: readonly HouseEvent[], { bookingId }: { readonly bookingId: string }) {
  const birth = events.find((event) => event.type === 'seats-held' && event.bookingId === bookingId)
  return birth?.type === 'seats-held' ? birth.customerId : null
}
