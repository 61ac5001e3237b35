const ROOM_FIRST = 1024

/** Sums by a journal row's number, eight bytes each: what a map of a whole house's bookings would need a hundred for. */
export class SumBySequence {
  #sums = new Float64Array(ROOM_FIRST)

  add(sequence: number, amount: number): void {
    if (sequence >= this.#sums.length) {
      const wider = new Float64Array(2 * (sequence + 1))
      wider.set(this.#sums)
      this.#sums = wider
    }
    this.#sums[sequence] = (this.#sums[sequence] ?? 0) + amount
  }

  /** Those that are not zero, in order. */
  *entries(): Generator<readonly [sequence: number, sum: number]> {
    for (const [sequence, sum] of this.#sums.entries()) if (sum !== 0) yield [sequence, sum]
  }
}
