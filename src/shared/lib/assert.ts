/** A violated assumption of our own code: never a refusal, and never shown as one. */
export class Bug extends Error {
  override readonly name = 'Bug'
}

export function assert(claim: unknown, what: string): asserts claim {
  if (!claim) throw new Bug(what)
}

/** Marks a branch that is unreachable by the types. */
export function never(value: never, what = 'unreachable'): never {
  throw new Bug(`${what}: ${JSON.stringify(value)}`)
}

/** The value, where our own code guarantees that it is there. */
export function known<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Bug(`missing: ${what}`)
  return value
}
