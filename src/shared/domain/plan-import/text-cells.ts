// A spreadsheet runs a cell that begins like a formula: text that does is written with an apostrophe before it,
// as people type it there, and reading takes it off again.

/**
 * Where a cell begins like a formula. A spreadsheet whose lists are not parted by commas cuts a cell at its
 * semicolons, tabs and line ends, quotation marks or not: behind each a new one begins. What calculates, in narrow
 * and wide letters, may stand behind spaces and quotation marks, which some spreadsheets drop. The apostrophe counts
 * too, so that every text comes back.
 */
const cellBegins = /(?<=^|[;\t\r\n])/
const likeFormula = /(?=[\s"]*['=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/
const wantsGuard = new RegExp(cellBegins.source + likeFormula.source, 'g')
const guard = new RegExp(`${cellBegins.source}'${likeFormula.source}`, 'g')

export function withGuard(text: string): string {
  return text.replace(wantsGuard, "'")
}

export function withoutGuard(text: string): string {
  return text.replace(guard, '')
}
