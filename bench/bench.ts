// What a measurement is and what it reports. A figure's name never changes: tools compare the figures of one version with those of the
// next.

export type Unit = 'ms' | 'ratio' | 'perSecond' | 'bytes' | 'percent'

export type Goal = { readonly atLeast: number } | { readonly atMost: number }

export interface Figure {
  /** Bench, size or variant, what was measured, unit last: `map.80000.panP95Ms`. */
  readonly name: string
  readonly value: number
  readonly unit: Unit
  /** What it measures, for people who read it in a table: "80,000 seats: a frame of a pan, 95 of 100". */
  readonly about: string
  /** Goals that are ratios within one run are the ones to trust: times differ between machines, and by half between two runs on one. */
  readonly goal?: Goal
}

export interface Bench {
  /** The word for `--only`. */
  readonly name: string
  readonly about: string
  run(): Promise<readonly Figure[]>
  /** The page of the docs that shows its figures, for `--docs`. */
  readonly page?: Page
}

export interface Page {
  /** Path from the project's root. */
  readonly file: string
  /** The table, in Markdown. */
  table(figures: readonly Figure[]): string
}

/** Null: there is no goal to meet. */
export function isMet({ value, goal }: Figure): boolean | null {
  if (!goal) return null
  return 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost
}
