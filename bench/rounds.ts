// Statistics of repeated measurements. Owns how variants take turns and how many samples become one number; must never read a clock: the
// bench itself decides what is timed, and how.

/** Enough for a median that one bad moment of the machine does not shift. */
export const ROUNDS = 5

/**
 * Runs every variant once a round, forwards in one and backwards in the next, so that none always follows the same other; the first round
 * is a warm-up and is dropped. Sample `i` of each variant is of the same round: compare them in pairs.
 */
export async function takeTurns<Name extends string, Sample>(
  variants: Readonly<Record<Name, () => Sample | Promise<Sample>>>,
  rounds = ROUNDS,
): Promise<Record<Name, Sample[]>> {
  const names = Object.keys(variants) as Name[]
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Sample[]>
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      // oxlint-disable-next-line no-await-in-loop -- one at a time: together they would measure each other
      const sample = await variants[name]()
      if (round > 0) samples[name].push(sample)
    }
  }
  return samples
}

/** The value that `share` of all values do not exceed (nearest rank, so always a measured one). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (found === undefined) throw new RangeError('no percentile of nothing')
  return found
}

/** The middle value; of an even count, the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  if (low === undefined || high === undefined) throw new RangeError('no median of nothing')
  return (low + high) / 2
}

/**
 * How many times as long `slower` takes as `faster`, round by round, and the median of that: a disturbance of the machine affects both.
 */
export function medianRatio(slower: readonly number[], faster: readonly number[]): number {
  if (slower.length !== faster.length) throw new RangeError('rounds without a pair')
  return median(slower.map((value, round) => value / (faster[round] ?? Number.NaN)))
}
