/** Orders row letters the way houses continue after Z: shorter ones first, so that AA comes after Z. Numbers sort by size. */
export function naturalOrder(a: string, b: string): number {
  const areLetters = letters.test(a) && letters.test(b)
  if (areLetters && a.length !== b.length) return a.length - b.length
  const [left, right] = [partsOf(a), partsOf(b)]
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const order = comparePart(left[at] ?? '', right[at] ?? '')
    if (order !== 0) return order
  }
  return 0
}

const letters = /^\p{L}+$/u

/** Runs of digits, and the text between them. */
function partsOf(text: string): readonly string[] {
  return text.match(/\d+|\D+/g) ?? []
}

function comparePart(a: string, b: string): number {
  const difference = Number(a) - Number(b)
  if (/^\d/.test(a) && /^\d/.test(b) && difference !== 0) return difference
  return a < b ? -1 : a > b ? 1 : 0
}
