import type { Booking } from '../../shared/domain/booking.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import type { MessageId, MessagingEntry } from '../../shared/domain/message.ts'
import type { Store } from '../store/store.ts'
import { kindOf } from './catalogue-reader.ts'

/** [T2] How this house writes to its customers. Cached, because every sale asks whether it does at all. */
export class Messaging {
  readonly #store: Store
  /** Undefined: not read yet, or forgotten. */
  #entry: MessagingEntry | null | undefined

  constructor(store: Store) {
    this.#store = store
  }

  get entry(): MessagingEntry | null {
    if (this.#entry === undefined) this.#entry = kindOf('messaging', this.#store.get('messaging', 1))
    return this.#entry
  }

  follow(event: HouseEvent): void {
    if (event.type === 'entry-saved') this.forget()
  }

  forget(): void {
    this.#entry = undefined
  }
}

/** The booking that a message is about. */
export function bookingOfMessage(
  store: Store,
  booking: (bookingId: BookingId) => Booking | null,
  messageId: MessageId,
): Booking | null {
  const bookingId = store.get('message', messageId)?.bookingId ?? null
  return bookingId === null ? null : booking(bookingId)
}
