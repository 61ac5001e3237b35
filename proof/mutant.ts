// What a planted bug is: a mistake that a program of this kind has had somewhere, as a change of its source. The text to be changed
// must be there exactly, or the mutant has rotted and says so.

export interface Change {
  /** From the root. */
  readonly file: string
  readonly find: string
  readonly put: string
}

export interface Mutant {
  readonly name: string
  /** The rule that it breaks. */
  readonly rule: string
  readonly changes: readonly Change[]
  /** The tests that must notice: the narrow ones, from the root. */
  readonly tests: readonly string[]
}

export function one(file: string, find: string, put: string): readonly Change[] {
  return [{ file, find, put }]
}
