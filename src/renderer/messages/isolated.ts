/** A name in its own direction, whatever stands around it: "F12" stays F12 in a Persian sentence. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`
}

/** The text without those marks: for a file, in which nobody sees what keeps two names from being equal. */
export function unisolated(text: string): string {
  return text.replaceAll(/[\u2068\u2069]/g, '')
}
