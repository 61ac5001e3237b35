import type { Booking } from '../../shared/domain/booking.ts'
import type { Actor } from '../../shared/domain/catalogue.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { refusalIfNotYours } from '../../shared/domain/rights.ts'
import { claimStateAt } from '../../shared/domain/show.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import type { Reader } from './reader.ts'

interface Asked {
  readonly actor: Actor
  readonly nowMs: number
}

type Story = Output<'seat-story'>

/** Who has a seat at this instant, as far as this desk may know. [H4] A hold that has reached its end has nothing. */
export function seatStory(
  reader: Reader,
  { showId, seatId }: Input<'seat-story'>,
  asked: Asked,
): Story | Refusal {
  if (!reader.show(showId)) return { code: 'NOT_FOUND', what: 'show', id: String(showId) }
  if (seatId >= reader.planOfShow(showId).count)
    return { code: 'INVALID_INPUT', field: 'seatId', problem: 'unknown-seat', detail: String(seatId) }
  const booking = reader.claimant(showId, seatId)
  return { holder: booking && holderOf(reader, booking, asked) }
}

function holderOf(reader: Reader, booking: Booking, { actor, nowMs }: Asked): Story['holder'] {
  const state = claimStateAt(booking, nowMs)
  if (state === 'available' || state === 'blocked') return null
  const { kioskId, bookingId, staffId, reservedAtMs, confirmedAtMs, expiresAtMs } = booking
  const isSold = state === 'sold'
  const isOwn = refusalIfNotYours(booking, actor) === null
  return {
    state,
    kioskId,
    isHere: kioskId === actor.kioskId,
    own: isOwn ? { seller: reader.people.member(staffId)?.entry.name ?? '', bookingId } : null,
    sinceMs: confirmedAtMs ?? reservedAtMs,
    untilMs: isSold ? null : expiresAtMs,
  }
}
