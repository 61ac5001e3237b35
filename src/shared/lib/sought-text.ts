// What a name is searched by, the same in every search: "zoe" finds "Zoë", "كافه" finds "کافه". Owns which letters count as one; must
// never be shown, nor tell two names apart.

import { latinDigits } from './money.ts'

/** Marks over Latin, Greek and Cyrillic letters, and over an Arabic one that stands without it as well: آ. The vowel signs of Hindi and Persian are letters. */
const marks = '\u0300-\u036F\u0653-\u0655'
/** Nothing that anybody types to find a name: half-spaces, joiners, marks of direction, a hyphen that is not seen. */
const unseen = '\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF'
const leftOut = new RegExp(`[${marks}${unseen}]`, 'g')

/** Letters that no form takes apart, as they are typed where the keyboard has them not. */
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
/** A hundred thousand names are looked through between two key strokes, and most are these. */
const isPlain = /^[\0-\x7F]*$/

/** In small letters, the same in every language of a desk. */
export function soughtText(text: string): string {
  if (isPlain.test(text)) return text.toLowerCase()
  return latinDigits(text.normalize('NFKD').replace(leftOut, '').toLowerCase()).replace(
    typedOtherwise,
    (letter) => typedAs[letter] ?? letter,
  )
}
