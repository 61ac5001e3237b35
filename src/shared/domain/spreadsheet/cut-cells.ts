// Cuts a table into lines and cells, each line with its number. Owns quotation marks and line ends; must never know what a cell
// means, throw, or take more than linear time.

import { type LineFault, fault } from './sheet.ts'

export interface CutLine {
  readonly line: number
  readonly cells: readonly string[]
}

export interface CutText {
  readonly lines: readonly CutLine[]
  readonly faults: readonly LineFault[]
}

export const delimiters = [',', ';', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

const marks = { ',': /[",\r\n]/g, ';': /[";\r\n]/g, '\t': /["\t\r\n]/g }
const lineEnds = /\r\n|\r|\n/g

/**
 * After a quotation mark that is never closed, or is in the middle of a cell, nothing can be trusted: it is the last fault reported.
 */
export function cutCells(text: string, delimiter: Delimiter): CutText {
  const lines: CutLine[] = []
  let line = 1
  for (let at = 0; at < text.length; ) {
    const cut = cutLine(text, at, delimiter)
    if (cut === null) return { lines, faults: [fault(line, '', 'quotes', text.slice(at, at + 100))] }
    if (cut.cells.some((cell) => cell.trim() !== '')) lines.push({ line, cells: cut.cells })
    line += text.slice(at, cut.end).match(lineEnds)?.length ?? 0
    at = cut.end
  }
  return { lines, faults: [] }
}

interface Cut {
  readonly cells: readonly string[]
  readonly end: number
}

function cutLine(text: string, start: number, delimiter: Delimiter): Cut | null {
  const cells: string[] = []
  for (let at = start; ; at += 1) {
    const end = text[at] === '"' ? afterQuoted(text, at) : nextMark(text, at, delimiter)
    if (end === null) return null
    cells.push(text[at] === '"' ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end))
    at = end
    if (at >= text.length || text[at] === '\n') return { cells, end: at + 1 }
    if (text[at] === '\r') return { cells, end: at + (text[at + 1] === '\n' ? 2 : 1) }
    if (text[at] !== delimiter) return null
  }
}

function nextMark(text: string, from: number, delimiter: Delimiter): number {
  const mark = marks[delimiter]
  mark.lastIndex = from
  return mark.exec(text)?.index ?? text.length
}

/** The index after the closing mark; a doubled mark belongs to the text. Null: it is never closed. */
function afterQuoted(text: string, from: number): number | null {
  let close = text.indexOf('"', from + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  return close < 0 ? null : close + 1
}
