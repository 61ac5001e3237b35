// What a check reports: which invariant of RELIABILITY.md does not hold, where, and what was found there. Owns how much is
// reported of each; must never throw at the first finding, nor grow with the number of them.

/** Findings kept of each invariant at most; the rest are counted. A reader needs a place to begin, not all of them. */
const FINDINGS_MAX = 20

/**
 * I43: the file itself. I45 to I48: the drawers and seats off sale, numbered on from RELIABILITY's list. I23 can only be tested
 * from outside: only clients know what was acknowledged to them.
 */
export const invariantIds = [
  'I1',
  'I2',
  'I3',
  'I4',
  'I5',
  'I6',
  'I7',
  'I8',
  'I9',
  'I10',
  'I11',
  'I12',
  'I13',
  'I14',
  'I15',
  'I16',
  'I17',
  'I18',
  'I19',
  'I20',
  'I21',
  'I22',
  'I24',
  'I25',
  'I43',
  'I45',
  'I46',
  'I47',
  'I48',
] as const
export type InvariantId = (typeof invariantIds)[number]

export interface Finding {
  readonly id: InvariantId
  /** "booking 01K…", "journal 1042", "show 3 seat 17" */
  readonly where: string
  readonly found: string
}

/** One invariant after the check: a line of a report. */
export interface Verdict {
  readonly id: InvariantId
  /** What should hold, in words. */
  readonly claim: string
  /** Number of rows looked at. */
  readonly looked: number
  /** How often it does not hold; `findings` has the first of them. */
  readonly broken: number
  readonly findings: readonly Finding[]
  readonly tookMs: number
}

/** Collects the findings of one invariant. */
export class Findings {
  readonly #id: InvariantId
  readonly #kept: Finding[] = []
  #count = 0

  constructor(id: InvariantId) {
    this.#id = id
  }

  get count(): number {
    return this.#count
  }

  get kept(): readonly Finding[] {
    return this.#kept
  }

  add(where: string, found: string): void {
    this.#count += 1
    if (this.#kept.length < FINDINGS_MAX) this.#kept.push({ id: this.#id, where, found })
  }
}
