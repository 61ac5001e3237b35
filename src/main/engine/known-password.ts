// [SECURITY 6.2] Passwords that an attacker at the screen would try first. Owns how one is told from a sentence that merely
// contains such a word; the words come from `npm run known-passwords`.

import known from './known-passwords.json' with { type: 'json' }

let whole: ReadonlySet<string> | null = null
let words: ReadonlySet<string> | null = null

/** One of the list; or a word of it lengthened by digits and signs around it, or by being repeated. */
export function isKnownPassword(password: string): boolean {
  // Parsed when somebody chooses a password, and not at every start.
  whole ??= new Set(known.whole.split(' '))
  words ??= new Set(known.words.split(' '))
  const plain = password.toLowerCase()
  const bare = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return [plain, bare, onceOf(plain), onceOf(bare)].some((one) => whole?.has(one) || words?.has(one))
}

/** From `dragondragon`: `dragon`. */
function onceOf(text: string): string {
  // A text that repeats one piece is found inside its own double, before the middle.
  const end = `${text}${text}`.indexOf(text, 1)
  return end > 0 ? text.slice(0, end) : text
}
