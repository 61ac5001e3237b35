import type { BookingId } from '../../shared/domain/ids.ts'

interface Parked {
  readonly bookingId: BookingId
  readonly reservedAtMs: number
}

/** [H9] The house's carts in the order of this window's line; those it did not put there itself follow, the newest first. */
export function inTurn<Cart extends Parked>(carts: readonly Cart[], line: readonly BookingId[]): Cart[] {
  const places = new Map(line.map((bookingId, place) => [bookingId, place]))
  const placeOf = ({ bookingId }: Cart) => places.get(bookingId) ?? line.length
  return carts.toSorted((a, b) => placeOf(a) - placeOf(b) || b.reservedAtMs - a.reservedAtMs)
}

/** Put aside, it is the next to come back. */
export function withFirst<Cart extends Parked>(carts: readonly Cart[], cart: Cart): Cart[] {
  return [cart, ...without(carts, cart)]
}

/** Put aside for the next one in turn, it comes back when the others have been. */
export function withLast<Cart extends Parked>(carts: readonly Cart[], cart: Cart): Cart[] {
  return [...without(carts, cart), cart]
}

export function without<Cart extends Parked>(carts: readonly Cart[], { bookingId }: Parked): Cart[] {
  return carts.filter((one) => one.bookingId !== bookingId)
}
