import { findingCodes } from './draft.ts'
import type { Finding, FindingCode, Place } from './draft.ts'

/** Places named in one finding: enough to see the pattern, few enough for a screen. */
const namedPlaces = 10
/** Lines of a table are short to name, and each is corrected by itself. */
const namedLines = 50

/** Builds one finding: counts everything added, names the first places. */
export interface Tally {
  add(place: Place | null, times?: number): void
  /** The finding, or nothing when nothing was added. */
  findings(): readonly Finding[]
}

export function makeTally(code: FindingCode, about = ''): Tally {
  const places: Place[] = []
  let count = 0
  return {
    add(place, times = 1) {
      count += times
      if (place && places.length < (place.line === undefined ? namedPlaces : namedLines)) places.push(place)
    },
    findings: () => (count === 0 ? [] : [{ code, count, places: [...places], about }]),
  }
}

/** One tally per `about`, in order of first appearance. */
export function makeTallies(
  code: FindingCode,
  mostKinds: number,
): {
  add(about: string, place: Place | null): void
  findings(): readonly Finding[]
} {
  const tallies = new Map<string, Tally>()
  return {
    add(about, place) {
      const kind = tallies.has(about) || tallies.size < mostKinds ? about : '…'
      const tally = tallies.get(kind) ?? makeTally(code, kind)
      tallies.set(kind, tally)
      tally.add(place)
    },
    findings: () => [...tallies.values()].flatMap((tally) => tally.findings()),
  }
}

/** A plan may be imported when no finding is an error. */
export function isImportable(findings: readonly Finding[]): boolean {
  return findings.every(({ code }) => findingCodes[code] !== 'error')
}
