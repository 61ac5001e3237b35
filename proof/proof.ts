// What a proof is: something that is done to a house from outside its process, counted, and judged. Names are kept for ever:
// figures that a README quotes of one version are compared with the next.

/** `push`: a slice for every test run. `proof`: large enough to quote figures from. `release`: added up over many nights and seeds. */
export const sizes = ['push', 'proof', 'release'] as const
export type Size = (typeof sizes)[number]

export interface Wish {
  readonly size: Size
  readonly rounds: number
  readonly seed: number
  /** An empty folder for this proof alone; removed afterwards. */
  readonly folder: string
  readonly say: (line: string) => void
}

/** How often each thing was done. A proof whose faults never struck has shown nothing. */
export type Counters = Readonly<Record<string, number>>

export interface Outcome {
  readonly counters: Counters
  /** What should not have happened, each with what is needed to reproduce it. */
  readonly violations: readonly string[]
}

export interface Proof {
  /** The word for the command line. */
  readonly name: string
  /** RELIABILITY's number. */
  readonly rule: string
  readonly about: string
  /** What a round is, for the help: "a kill". */
  readonly round: string
  readonly rounds: Readonly<Record<Size, number>>
  /** What this machine lacks, worded for the user: "gcc: not installed"; null: nothing. */
  readonly missing: () => string | null
  run(wish: Wish): Promise<Outcome>
}

/** Counts while a proof runs. */
export class Tally {
  readonly #counters = new Map<string, number>()
  readonly violations: string[] = []

  count(what: string, many = 1): void {
    this.#counters.set(what, (this.#counters.get(what) ?? 0) + many)
  }

  /** Keeps the largest value seen. */
  most(what: string, value: number): void {
    this.#counters.set(what, Math.max(value, this.of(what)))
  }

  of(what: string): number {
    return this.#counters.get(what) ?? 0
  }

  violate(what: string): void {
    this.violations.push(what)
  }

  /** What must have happened at least once for the run to mean anything; otherwise it is a violation. */
  expectSome(...names: readonly string[]): void {
    for (const name of names) if (this.of(name) === 0) this.violate(`nothing proven: no ${name}`)
  }

  /** Turns what `work` throws into a violation. */
  async guard(what: string, work: () => Promise<void> | void): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.violate(`${what}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  get outcome(): Outcome {
    return { counters: Object.fromEntries(this.#counters), violations: this.violations }
  }
}
