// [SECURITY 6.2] Passwords that are tried first, whoever stands before the screen. Owns how one is told from a sentence that has such a word in it; the words
// come from `npm run known-passwords`.

import known from './known-passwords.json' with { type: 'json' }

let whole: ReadonlySet<string> | null = null
let words: ReadonlySet<string> | null = null

/** One of the list; or a word of it that was made long enough by digits and signs around it, or by being typed again. */
export function isKnownPassword(password: string): boolean {
  // When somebody chooses one, and not at every start.
  whole ??= new Set(known.whole.split(' '))
  words ??= new Set(known.words.split(' '))
  const plain = password.toLowerCase()
  const bare = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return [plain, bare, onceOf(plain), onceOf(bare)].some((one) => whole?.has(one) || words?.has(one))
}

/** Of `dragondragon`: `dragon`. */
function onceOf(text: string): string {
  // A text that is one piece again and again is found in its own double, before its end.
  const end = `${text}${text}`.indexOf(text, 1)
  return end > 0 ? text.slice(0, end) : text
}
