// What a size does over time, told from looks that jump up and down. Owns the sums; must never say how much is too much.

import { median } from '../bench/rounds.ts'

/** `at`: whatever it is measured along, seconds or sales. */
export interface Look {
  readonly at: number
  readonly bytes: number
}

/** The middle of the slopes between every two of them (Theil and Sen): a look at a bad moment moves it little, a leak all of it. */
export function slopeOf(looks: readonly Look[]): number {
  const slopes = looks.flatMap((one, index) =>
    looks
      .slice(index + 1)
      .filter(({ at }) => at > one.at)
      .map(({ at, bytes }) => (bytes - one.bytes) / (at - one.at)),
  )
  return slopes.length === 0 ? 0 : median(slopes)
}

/** The smallest of each so many: what is left when garbage was taken away, whenever that was. What is left over at the end is left out. */
export function smallestOf(looks: readonly Look[], many: number): readonly Look[] {
  const smallest: Look[] = []
  for (let from = 0; from + many <= looks.length; from += many)
    smallest.push(
      looks.slice(from, from + many).reduce((least, look) => (look.bytes < least.bytes ? look : least)),
    )
  return smallest
}

/** What a start needs is had by then: the first part of them is left out. */
export function settled(looks: readonly Look[]): readonly Look[] {
  return looks.slice(Math.ceil(looks.length * STARTING))
}

const STARTING = 0.4
