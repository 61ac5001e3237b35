// A spreadsheet runs a cell that begins like a formula: text that does is written with an apostrophe before it,
// as people type it there, and reading takes it off again.

/** What makes a spreadsheet calculate, in narrow and wide letters; and the apostrophe, so that every text comes back. */
const startsLikeFormula = /^['=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

export function withGuard(text: string): string {
  return startsLikeFormula.test(text) ? `'${text}` : text
}

export function withoutGuard(text: string): string {
  return text.startsWith("'") && startsLikeFormula.test(text.slice(1)) ? text.slice(1) : text
}
