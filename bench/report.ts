// Figures for people: lines of a terminal, and the table of the README. Owns the words and the markers; must never read or write a file,
// nor hide a missed goal.

import { type Figure, type Goal, isMet, type Unit } from './bench.ts'

export const TABLE_START = '<!-- bench: written by `npm run bench -- --readme`, never by hand -->'
export const PAGE_START = '<!-- bench: written by `npm run bench -- --docs`, never by hand -->'
export const TABLE_END = '<!-- /bench -->'

/** Width of the column of names; our longest name has 33 letters. */
const NAME_CHARS = 34
const VALUE_CHARS = 14
const GOAL_CHARS = 14

/** `✓ map.80000.panP95Ms   2.41 ms   ≤ 16 ms   80,000 seats: …` */
export function figureLine(figure: Figure): string {
  const { name, value, unit, about } = figure
  const goal = figure.goal ? goalText(figure.goal, unit) : ''
  const columns = [
    name.padEnd(NAME_CHARS),
    valueText(value, unit).padStart(VALUE_CHARS),
    goal.padStart(GOAL_CHARS),
    ` ${about}`,
  ]
  return `${markOf(figure)} ${columns.join(' ')}`
}

/** The README with the table between its markers replaced. Only figures that have a goal: the others are for comparing runs. */
export function withTable(readme: string, figures: readonly Figure[], machine: string): string {
  return between(readme, TABLE_START, tableOf(figures, machine))
}

/** A page of the docs with the table of its bench replaced. */
export function withPageTable(page: string, table: string, machine: string): string {
  return between(page, PAGE_START, `${table}\n\nOn ${machine}.`)
}

function between(text: string, marker: string, content: string): string {
  const start = text.indexOf(marker)
  const end = text.indexOf(TABLE_END, start)
  if (start < 0 || end < 0) throw new Error(`There is no place between “${marker}” and “${TABLE_END}”.`)
  return `${text.slice(0, start + marker.length)}\n\n${content}\n\n${text.slice(end)}`
}

function tableOf(figures: readonly Figure[], machine: string): string {
  const rows = figures.flatMap((figure) => {
    const { goal, about, value, unit } = figure
    if (!goal) return []
    return [`| ${escaped(about)} | ${valueText(value, unit)} | ${goalText(goal, unit)} | ${markOf(figure)} |`]
  })
  return ['| | measured | goal | |', '| --- | ---: | ---: | --- |', ...rows, '', `On ${machine}.`].join('\n')
}

function markOf(figure: Figure): string {
  const met = isMet(figure)
  return met === null ? ' ' : met ? '✓' : '✗'
}

function goalText(goal: Goal, unit: Unit): string {
  return 'atLeast' in goal ? `≥ ${valueText(goal.atLeast, unit)}` : `≤ ${valueText(goal.atMost, unit)}`
}

const words: Readonly<Record<Unit, (number: string) => string>> = {
  ms: (number) => `${number} ms`,
  ratio: (number) => `${number} ×`,
  perSecond: (number) => `${number} /s`,
  bytes: (number) => `${number} B`,
  percent: (number) => `${number} %`,
}

/** From 10 MiB on sizes are shown in MiB (memory); smaller ones to the byte (what is sent). */
const MIB = 1024 * 1024
const COUNTED_MAX = 10 * MIB

/** Three digits: a fourth differs from run to run. Bytes are exact, as they are counted, not measured. */
export function valueText(value: number, unit: Unit): string {
  if (unit === 'bytes' && value >= COUNTED_MAX)
    return `${(value / MIB).toLocaleString('en', { maximumSignificantDigits: 3 })} MiB`
  const digits = unit === 'bytes' ? {} : { maximumSignificantDigits: 3 }
  return words[unit](value.toLocaleString('en', digits))
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|')
}
