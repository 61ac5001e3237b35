/** A code in view is read many times a second: it counts again only after being out of view this long. */
const OUT_OF_SIGHT_MS = 1000

/** Tells which of the codes that a camera reads are new. */
export class Repeats {
  readonly #lastMs = new Map<string, number>()

  isNew(code: string, atMs: number): boolean {
    for (const [seen, lastMs] of this.#lastMs) if (atMs - lastMs >= OUT_OF_SIGHT_MS) this.#lastMs.delete(seen)
    const isNew = !this.#lastMs.has(code)
    this.#lastMs.set(code, atMs)
    return isNew
  }
}
