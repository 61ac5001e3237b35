const ROOM_FIRST = 1024

/** Sums by the sequence of a journal row, eight bytes each: a map of a whole house's bookings would need a hundred each. */
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

  /** The sums that are not zero, in order. */
  *entries(): Generator<readonly [sequence: number, sum: number]> {
    for (const [sequence, sum] of this.#sums.entries()) if (sum !== 0) yield [sequence, sum]
  }
}
