/** Below this many deletions rebuilding is not worth it. */
const DROPPED_MIN = 8

/**
 * A map for short-lived entries. A long-lived plain Map allocates its new tables in the old generation of the heap, which keeps
 * their entries alive too: a booking would outlive its commit by seconds. So this one is rebuilt once as many entries have been
 * deleted as half of those that remain.
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
