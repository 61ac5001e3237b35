// The normal form by which names are searched, the same in every search: "zoe" finds "Zoë", "كافه" finds "کافه". Owns which letters
// count as equal; must never be shown, nor be used to distinguish names.

import { latinDigits } from './money.ts'

/** Accents of Latin, Greek and Cyrillic letters, and of Arabic ones also written without, as in آ. Vowel signs of Hindi and Persian stay. */
const marks = '\u0300-\u036F\u0653-\u0655'
/** Invisible characters that nobody types in a search: half-spaces, joiners, direction marks, soft hyphens. */
const unseen = '\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF'
const leftOut = new RegExp(`[${marks}${unseen}]`, 'g')

/** Letters that Unicode does not decompose, as they are typed on keyboards that lack them. */
const typedAs: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ς: 'σ',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ە: 'ه',
}
const typedOtherwise = new RegExp(`[${Object.keys(typedAs).join('')}]`, 'g')
/** The fast path: a hundred thousand names are searched between two key strokes, and most are plain. */
const isPlain = /^[\0-\x7F]*$/

/** In lower case, independent of the desk's language. */
export function soughtText(text: string): string {
  if (isPlain.test(text)) return text.toLowerCase()
  return latinDigits(text.normalize('NFKD').replace(leftOut, '').toLowerCase()).replace(
    typedOtherwise,
    (letter) => typedAs[letter] ?? letter,
  )
}
