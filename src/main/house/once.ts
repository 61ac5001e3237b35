/** Calls `make` when the value is first asked for, and returns the same value ever after. */
export function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | null = null
  return () => (made ??= make())
}
