// The words of a seat list for what a line is: a seat, a standing place, a gap, and a seat's marks [L3].
// Owns these words in every spelling; must never guess: an unknown word is reported as such.

import type { SeatFlag } from '../seat-plan/plan.ts'

export type LineKind = 'seat' | 'standing' | 'gap'

/** The spelling written to files; reading accepts more. */
export const flagWords: Readonly<Record<SeatFlag, string>> = {
  wheelchair: 'wheelchair',
  companion: 'companion',
  restrictedView: 'restricted view',
  aisle: 'aisle',
  ladies: 'ladies',
}

const spellings: Readonly<Record<SeatFlag | LineKind, readonly string[]>> = {
  wheelchair: ['wheelchair', 'accessible', 'wheelchairspace', 'ویلچر', 'صندلیچرخدار'],
  companion: ['companion', 'companionseat', 'carer', 'همراه'],
  restrictedView: ['restrictedview', 'restricted', 'obstructedview', 'دیدمحدود'],
  aisle: ['aisle', 'gangway', 'راهرو'],
  ladies: ['ladies', 'women', 'female', 'بانوان'],
  seat: ['seat', 'seats', 'normal', 'صندلی'],
  standing: ['standing', 'generaladmission', 'ga', 'ایستاده'],
  gap: ['gap', 'empty', 'noseat', 'خالی'],
}

const meaningOf = new Map(
  Object.entries(spellings).flatMap(([meaning, words]) =>
    words.map((word) => [word, meaning as SeatFlag | LineKind] as const),
  ),
)

/** Ignores case, spaces, hyphens and half-spaces: "Restricted-View" is "restrictedView". */
export function plainWord(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.\u200C\u200E\u200F]+/gu, '')
}

export interface LineWords {
  readonly kind: LineKind
  readonly flags: readonly SeatFlag[]
  /** The first word that is not known. */
  readonly unknown: string | null
}

/** Words separated by comma, semicolon, slash, plus or bar: "wheelchair; aisle". */
export function readLineWords(texts: readonly string[]): LineWords {
  const words = texts.flatMap((text) => text.split(/[,;/+|،؛]/)).filter((word) => word.trim() !== '')
  const meanings = words.map((word) => meaningOf.get(plainWord(word)))
  const unknown = words.find((_, index) => meanings[index] === undefined)
  const kinds = meanings.filter((each) => each === 'standing' || each === 'gap')
  const flags = meanings.filter(isFlag)
  return { kind: kinds[0] ?? 'seat', flags: [...new Set(flags)], unknown: unknown?.trim() ?? null }
}

function isFlag(meaning: SeatFlag | LineKind | undefined): meaning is SeatFlag {
  return meaning !== undefined && Object.hasOwn(flagWords, meaning)
}
