// How a size changes over time, told from looks that jump up and down. Owns the sums; must never say how much is too much.

import { median } from '../bench/rounds.ts'

/** `at`: whatever it is measured along, seconds or sales. */
export interface Look {
  readonly at: number
  readonly bytes: number
}

/** The median of the slopes between every two of them (Theil and Sen): a look at a bad moment moves it little, a leak moves all of it. */
export function slopeOf(looks: readonly Look[]): number {
  const slopes = looks.flatMap((one, index) =>
    looks
      .slice(index + 1)
      .filter(({ at }) => at > one.at)
      .map(({ at, bytes }) => (bytes - one.bytes) / (at - one.at)),
  )
  return slopes.length === 0 ? 0 : median(slopes)
}

/**
 * The smallest of each group of `many`: what is left after garbage was collected, whenever that was. An incomplete last group is left out.
 */
export function smallestOf(looks: readonly Look[], many: number): readonly Look[] {
  const smallest: Look[] = []
  for (let from = 0; from + many <= looks.length; from += many)
    smallest.push(
      looks.slice(from, from + many).reduce((least, look) => (look.bytes < least.bytes ? look : least)),
    )
  return smallest
}

/** Leaves out the first part, while memory needed by the start is still being allocated. */
export function settled(looks: readonly Look[]): readonly Look[] {
  return looks.slice(Math.ceil(looks.length * STARTING))
}

const STARTING = 0.4
