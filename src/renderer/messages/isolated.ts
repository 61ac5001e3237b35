/** A name in its own direction, whatever stands around it: "F12" stays F12 in a Persian sentence. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`
}
