export type SeatPair = readonly [number, number]

/** The multiplier of the sequence below (Numerical Recipes): any that shuffles will do, the same in every run. */
const MULTIPLIER = 1_664_525

/** All pairs of adjacent seats, each seat once, in an order that jumps about the house and is the same in every run. */
export function seatPairs(seats: number): SeatPair[] {
  const pairs = Array.from({ length: seats / 2 }, (_, index): SeatPair => [2 * index, 2 * index + 1])
  let drawn = 7
  for (let at = pairs.length - 1; at > 0; at -= 1) {
    drawn = (Math.imul(drawn, MULTIPLIER) + 1_013_904_223) >>> 0
    const other = drawn % (at + 1)
    const [a, b] = [pairs[at], pairs[other]]
    if (a && b) [pairs[at], pairs[other]] = [b, a]
  }
  return pairs
}
