/** Below so many the next table is near anyhow. */
const DROPPED_MIN = 8

/**
 * A map of what comes and soon goes. A plain one that lives long makes each of its next tables among the old objects of the heap, and
 * whatever is in it goes there too: a booking would outlive its commit by seconds. So this one begins anew after as many have gone as
 * half of those that stay.
 */
export class PassingMap<Key, Value> {
  #map = new Map<Key, Value>()
  #dropped = 0

  get(key: Key): Value | undefined {
    return this.#map.get(key)
  }

  set(key: Key, value: Value): void {
    this.#map.set(key, value)
  }

  delete(key: Key): void {
    if (!this.#map.delete(key)) return
    this.#dropped += 1
    if (this.#dropped < DROPPED_MIN + this.#map.size / 2) return
    this.#map = new Map(this.#map)
    this.#dropped = 0
  }

  values(): Iterable<Value> {
    return this.#map.values()
  }
}
