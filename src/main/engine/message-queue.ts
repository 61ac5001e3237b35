// [T2] What the events of a commit have to tell to customers, recorded as messages in that same commit: none is lost and none comes
// twice, whatever dies after it. Owns what the running command has to tell; a sale whose customer is nobody, or in a house that writes
// to nobody, costs one look into memory.

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

  /** A command begins: what another left when it was undone is nobody's. */
  begin(): void {
    if (this.#happened.length > 0) this.#happened = []
  }

  /** Before they are recorded, so that a booking is still what it was. `first`: the journal row of the first of them. */
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

  /** What is to be told of all that was noticed since the command began. */
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

/** [P8] A booking that rescues another is born and paid in one commit. */
function bornFor(events: readonly HouseEvent[], { bookingId }: { readonly bookingId: string }) {
  const birth = events.find((event) => event.type === 'seats-held' && event.bookingId === bookingId)
  return birth?.type === 'seats-held' ? birth.customerId : null
}
