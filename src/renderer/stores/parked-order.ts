import type { BookingId } from '../../shared/domain/ids.ts'

interface Parked {
  readonly bookingId: BookingId
  readonly expiresAtMs: number
}

/** [H9] The cart that ends first comes first: it cannot wait. */
export function inTurn<Cart extends Parked>(carts: readonly Cart[]): Cart[] {
  return carts.toSorted((a, b) => a.expiresAtMs - b.expiresAtMs || (a.bookingId < b.bookingId ? -1 : 1))
}

/** The cart that ends next after the one in hand; after the last comes the first, so that all of them get their turn. */
export function nextAfter<Cart extends Parked>(
  carts: readonly Cart[],
  inHand: Parked | null,
): Cart | undefined {
  const line = inTurn(carts)
  if (!inHand) return line[0]
  return line.find((cart) => inTurn<Parked>([inHand, cart])[0] === inHand) ?? line[0]
}

export function without<Cart extends Parked>(carts: readonly Cart[], { bookingId }: Parked): Cart[] {
  return carts.filter((one) => one.bookingId !== bookingId)
}
