// The names of rows and seats as series: letters or numbers, odd or even, where they start. Owns these series; must never know which
// seat gets which name.

export const nameStyles = ['letters', 'numbers'] as const
export type NameStyle = (typeof nameStyles)[number]

export const seatOrders = ['ascending', 'descending'] as const
export const seatSteps = ['all', 'odd', 'even'] as const

export interface RowNaming {
  readonly style: NameStyle
  /** 1 is "A" or "1", 27 is "AA". */
  readonly from: number
}

export interface Numbering extends RowNaming {
  /** From the left, as one faces the stage. */
  readonly order: (typeof seatOrders)[number]
  readonly step: (typeof seatSteps)[number]
}

export function rowNames({ style, from }: RowNaming, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => nameAt(style, from + index))
}

export function seatNames({ style, from, order, step }: Numbering, count: number): readonly string[] {
  const by = step === 'all' ? 1 : 2
  const first = step === 'all' || (from % 2 === 1) === (step === 'odd') ? from : from + 1
  const names = Array.from({ length: count }, (_, index) => nameAt(style, first + index * by))
  return order === 'ascending' ? names : names.toReversed()
}

/** The first name after a given one that is not taken: B after A, AA after Z, 8 after 7, T2 after T1; "Box 2" after "Box". */
export function nextName(name: string, taken: ReadonlySet<string>): string {
  for (let step = 1; ; step++) {
    const next = steppedName(name, step)
    if (!taken.has(next)) return next
  }
}

function steppedName(name: string, by: number): string {
  const [, before = '', number = ''] = /^(.*?)(\d{1,9})$/.exec(name) ?? []
  if (number !== '') return `${before}${Number(number) + by}`
  if (/^[A-Z]{1,3}$/.test(name)) return lettersAt(placeOf(name) + by)
  return `${name} ${by + 1}`.trim()
}

function nameAt(style: NameStyle, place: number): string {
  return style === 'numbers' ? String(place) : lettersAt(place)
}

const firstLetter = 'A'.charCodeAt(0)
const letters = 26

/** 1 → A, 26 → Z, 27 → AA: as spreadsheets and most houses continue. */
function lettersAt(place: number): string {
  let text = ''
  for (let left = place; left > 0; left = Math.floor((left - 1) / letters))
    text = String.fromCharCode(firstLetter + ((left - 1) % letters)) + text
  return text
}

function placeOf(name: string): number {
  return Array.from(name).reduce((sum, letter) => sum * letters + letter.charCodeAt(0) - firstLetter + 1, 0)
}
