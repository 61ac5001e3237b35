// A spreadsheet executes a cell that begins like a formula: such text is written with an apostrophe before it,
// as people type it there, and reading removes it again.

/**
 * The characters with which a formula begins, in narrow and wide form. A spreadsheet with another list separator cuts
 * a cell at semicolons, tabs and line ends, even inside quotation marks, so a formula may begin after each of them. It
 * may also follow spaces and quotation marks, which some spreadsheets drop. The apostrophe is included so that every
 * text is read back unchanged.
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

/** The fast path: no cuts, no formula. Nearly all cells are such, and a stadium has a quarter of a million. */
function isPlain(text: string): boolean {
  return !cutsCells.test(text) && !beginsLikeFormula.test(text)
}

/** At which positions a formula would begin. One pass from the end, because a cell may be nothing but line ends. */
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

/** `insteadOf`: the replacement of a character; null: keeps it. */
function pieced(text: string, insteadOf: (at: number) => string | null): string {
  return Array.from({ length: text.length }, (_, at) => insteadOf(at) ?? text[at]).join('')
}
