// Writes a draft as the table of seats that `readSeatTable` reads. Owns the columns' order and what is left out;
// must never write a cell that a spreadsheet would execute.

import Papa from 'papaparse'
import type { DraftRow, DraftSeat, DraftSection, PlanDraft } from './draft.ts'
import { seatKeys } from './listed-seat.ts'
import type { SeatKey } from './listed-seat.ts'
import { flagWords } from './seat-words.ts'
import { withGuard } from './text-cells.ts'

const written = seatKeys.filter((key) => key !== 'places')

/** Delimiters other than the comma, in some countries and programs: a cell that contains one is quoted, to stay one cell there too. */
const otherDelimiter = /[;\t]/

type Line = Readonly<Record<Exclude<SeatKey, 'places'>, string>>

/**
 * One line per seat, in the draft's order. A table carries only seats: drawn areas and words, the plan's name and
 * the size of its paper are lost. Begins with the byte order mark, by which spreadsheets recognise UTF-8.
 */
export function writeSeatTable(draft: PlanDraft): string {
  const colors = new Map(draft.categories.map(({ name, color }) => [name, color]))
  const lines = draft.sections.flatMap((section) => linesOf(section, colors))
  const table = Papa.unparse(
    { fields: [...written], data: lines.map((line) => written.map((key) => line[key])) },
    { quotes: (cell: string) => otherDelimiter.test(cell) },
  )
  return `\uFEFF${table}\r\n`
}

function linesOf(section: DraftSection, colors: ReadonlyMap<string, string>): readonly Line[] {
  const before = new Map<string, number>()
  return section.rows.flatMap((row) => {
    const part = (before.get(row.label) ?? 0) + 1
    if (row.seats.length > 0) before.set(row.label, part)
    return row.seats.map((seat) =>
      lineOf({ section, row, part, seat, color: colors.get(seat.category) ?? '' }),
    )
  })
}

interface SeatInPlace {
  readonly section: DraftSection
  readonly row: DraftRow
  /** Which of the section's rows of this label. */
  readonly part: number
  readonly seat: DraftSeat
  readonly color: string
}

/** Text is guarded, numbers are not: a negative number is not a formula. */
function lineOf({ section, row, part, seat, color }: SeatInPlace): Line {
  return {
    id: withGuard(seat.uuid),
    section: withGuard(section.name),
    row: withGuard(row.label),
    block: part === 1 ? '' : String(part),
    number: withGuard(seat.number),
    x: fine(seat.x),
    y: fine(seat.y),
    radius: fine(seat.radius),
    category: withGuard(seat.category),
    color,
    kind: section.kind === 'standing' ? 'standing' : '',
    flags: seat.flags.map((flag) => flagWords[flag]).join('; '),
  }
}

/** Rounded to a thousandth of a unit: finer than any screen, and still readable in a column. */
function fine(length: number): string {
  return String(Math.round(length * 1e3) / 1e3)
}
