/** A map that holds at most `limit` entries and drops the least recently used first. */
export class Recent<Key, Value> {
  limit: number
  readonly #entries = new Map<Key, Value>()
  readonly #onDrop: (value: Value) => void

  constructor(limit: number, onDrop: (value: Value) => void = () => {}) {
    this.limit = limit
    this.#onDrop = onDrop
  }

  get size(): number {
    return this.#entries.size
  }

  values(): Iterable<Value> {
    return this.#entries.values()
  }

  /** Reads without counting as use. */
  peek(key: Key): Value | undefined {
    return this.#entries.get(key)
  }

  use(key: Key): Value | undefined {
    const value = this.#entries.get(key)
    if (value === undefined) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, value)
    return value
  }

  keep(key: Key, value: Value): void {
    this.#entries.delete(key)
    this.#entries.set(key, value)
    for (const [oldKey, old] of this.#entries) {
      if (this.#entries.size <= this.limit) return
      this.#entries.delete(oldKey)
      this.#onDrop(old)
    }
  }

  clear(): void {
    for (const value of this.#entries.values()) this.#onDrop(value)
    this.#entries.clear()
  }
}
