// Stretches of adjacent free seats, found without allocating an object for each: a stadium has forty thousand. Owns which are the
// nearest; must never decide what is done with them.

import type { SeatRuns } from './seat-runs.ts'

/** `start` is an index in the runs' order. */
export interface Stretch {
  readonly start: number
  readonly length: number
  /** The sum of its seats' distances. */
  readonly distance: number
}

/** The `most` stretches nearest to the focus by the mean of their seats, nearest first; ties in order of position. */
export function nearestStretches({ endOf, distance }: SeatRuns, open: Uint8Array, most: number): Stretch[] {
  const starts = new Int32Array(open.length)
  const ends = new Int32Array(open.length)
  const sums = new Float64Array(open.length)
  let count = 0
  for (let start = 0; start < open.length; ) {
    let end = start
    let sum = 0
    while (open[end] === 1 && endOf[end] === endOf[start]) sum += distance[end++] as number
    if (end > start) {
      starts[count] = start
      ends[count] = end
      sums[count] = sum
      count += 1
    }
    start = Math.max(end, start + 1)
  }
  const means = sums
    .subarray(0, count)
    .map((sum, at) => sum / ((ends[at] as number) - (starts[at] as number)))
  const limit = most < count ? nthLeast(means.slice(), most - 1) : Number.POSITIVE_INFINITY
  const near: Stretch[] = []
  for (let at = 0; at < count; at += 1) {
    if ((means[at] as number) > limit) continue
    const start = starts[at] as number
    near.push({ start, length: (ends[at] as number) - start, distance: sums[at] as number })
  }
  const mean = (stretch: Stretch) => stretch.distance / stretch.length
  return near.toSorted((a, b) => mean(a) - mean(b) || a.start - b.start).slice(0, most)
}

/** The value that would be at `rank` if `values` were sorted; reorders `values`. */
function nthLeast(values: Float64Array, rank: number): number {
  let [from, until] = [0, values.length - 1]
  while (from < until) {
    const pivot = values[(from + until) >> 1] as number
    let [low, high] = [from, until]
    while (low <= high) {
      while ((values[low] as number) < pivot) low += 1
      while ((values[high] as number) > pivot) high -= 1
      if (low > high) break
      const value = values[low] as number
      values[low] = values[high] as number
      values[high] = value
      low += 1
      high -= 1
    }
    if (rank <= high) until = high
    else if (rank >= low) from = low
    else break
  }
  return values[rank] as number
}
