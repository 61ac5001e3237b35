// What a planted bug is: a mistake that programs of this kind have had, as a change of its source. The text to be changed must be
// found exactly; otherwise the mutant is out of date, and that is reported.

export interface Change {
  /** From the root of the repository. */
  readonly file: string
  readonly find: string
  readonly put: string
}

export interface Mutant {
  readonly name: string
  /** The rule that it breaks. */
  readonly rule: string
  readonly changes: readonly Change[]
  /** The tests that must notice: the narrow ones, from the root of the repository. */
  readonly tests: readonly string[]
}

export function one(file: string, find: string, put: string): readonly Change[] {
  return [{ file, find, put }]
}
