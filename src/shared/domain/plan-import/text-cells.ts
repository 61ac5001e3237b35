// A spreadsheet runs a cell that begins like a formula: text that does is written with an apostrophe before it,
// as people type it there, and reading takes it off again.

/**
 * Where a cell begins like a formula. A spreadsheet whose lists are not parted by commas cuts a cell at its
 * semicolons, tabs and line ends, quotation marks or not: behind each a new one begins. What calculates, in narrow
 * and wide letters, may stand behind spaces and quotation marks, which some spreadsheets drop. The apostrophe counts
 * too, so that every text comes back.
 */
const marks = /['=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/
const beginsLikeFormula = new RegExp(`^[\\s"]*${marks.source}`)
const passedOver = /[\s"]/
const cutsCells = /[;\t\r\n]/

export function withGuard(text: string): string {
  if (isPlain(text)) return text
  const isFormula = formulasIn(text)
  return pieced(text, (at) => (begins(text, at) && isFormula[at] ? `'${text[at]}` : null))
}

export function withoutGuard(text: string): string {
  if (isPlain(text)) return text
  const isFormula = formulasIn(text)
  return pieced(text, (at) => (text[at] === "'" && begins(text, at) && isFormula[at + 1] ? '' : null))
}

/** One cell anywhere, that begins with what is no mark: nearly all that there are, and a stadium has a quarter of a million. */
function isPlain(text: string): boolean {
  return !cutsCells.test(text) && !beginsLikeFormula.test(text)
}

/** Where what follows is like a formula: read once, from the end, because a cell may be nothing but line ends. */
function formulasIn(text: string): readonly boolean[] {
  const found = Array<boolean>(text.length)
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const char = text.charAt(at)
    found[at] = marks.test(char) || (passedOver.test(char) && found[at + 1] === true)
  }
  return found
}

function begins(text: string, at: number): boolean {
  return at === 0 || cutsCells.test(text.charAt(at - 1))
}

/** `insteadOf`: what stands for a letter; null: itself. */
function pieced(text: string, insteadOf: (at: number) => string | null): string {
  return Array.from({ length: text.length }, (_, at) => insteadOf(at) ?? text[at]).join('')
}
