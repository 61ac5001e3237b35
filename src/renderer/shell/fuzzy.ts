import { soughtText } from '../../shared/lib/sought-text.ts'

/** Matches letters in order, wherever they stand: "gla or" finds "The Glass Orchard". */
const START_OF_WORD = 8
const NEXT_TO_LAST = 5
const ANYWHERE = 1

/** How well a text matches what was typed: higher is better; null if not every letter occurs. */
export function fuzzyScore(text: string, typed: string): number | null {
  const letters = soughtText(text)
  let at = -1
  let score = 0
  for (const letter of soughtText(typed).replace(/\s/g, '')) {
    const next = bestPlace(letters, letter, at)
    if (next === null) return null
    score += worth(letters, next, at)
    at = next
  }
  return score
}

/** Best first; equal scores keep their order. If nothing is typed, all of them. */
export function fuzzyFilter<Of>(all: readonly Of[], typed: string, textOf: (one: Of) => string): Of[] {
  return all
    .flatMap((one) => {
      const score = fuzzyScore(textOf(one), typed)
      return score === null ? [] : [{ one, score: typed.trim() === '' ? 0 : score }]
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ one }) => one)
}

/** Right after the previous letter, else at the beginning of a word, else the first occurrence. */
function bestPlace(letters: string, letter: string, after: number): number | null {
  if (after >= 0 && letters[after + 1] === letter) return after + 1
  for (let at = letters.indexOf(letter, after + 1); at >= 0; at = letters.indexOf(letter, at + 1)) {
    if (isStart(letters, at)) return at
  }
  const first = letters.indexOf(letter, after + 1)
  return first < 0 ? null : first
}

function worth(letters: string, at: number, before: number): number {
  if (isStart(letters, at)) return START_OF_WORD
  return at === before + 1 ? NEXT_TO_LAST : ANYWHERE
}

function isStart(letters: string, at: number): boolean {
  return at === 0 || /[\s·:/–-]/.test(letters[at - 1] ?? '')
}
