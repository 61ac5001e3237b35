/** What a seat is at an instant. The order is the wire format of seat-state arrays: append, never reorder. */
export const seatStates = ['available', 'held', 'reserved', 'paying', 'sold', 'blocked'] as const

export type SeatState = (typeof seatStates)[number]

/** The number that stands for a state in a typed array. */
export const seatStateCode: Readonly<Record<SeatState, number>> = {
  available: 0,
  held: 1,
  reserved: 2,
  paying: 3,
  sold: 4,
  blocked: 5,
}

/** Whether nobody holds the seat, has it, or is paying for it. `code`: of `seatStateCode`. */
export function isNobodys(code: number | undefined): boolean {
  return code === seatStateCode.available || code === seatStateCode.blocked
}
