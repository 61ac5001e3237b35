// The plan doctor's report as lines for a terminal [L4]. Owns its English; must never judge (the doctor has).

import {
  findingCodes,
  type Finding,
  type FindingCode,
  type FindingLevel,
  type Place,
  type PlanDraft,
} from '../src/shared/domain/plan-import/draft.ts'
import { isImportable } from '../src/shared/domain/plan-import/tally.ts'
import { never } from '../src/shared/lib/assert.ts'

const marks: Readonly<Record<FindingLevel, string>> = { error: '✗', warning: '⚠', note: '·' }

/** What was ignored needs little attention: a few places show where. */
const NOTED_PLACES = 2

/** What to say of a check without findings; only for a file that could be read. */
const wellOtherwise = {
  'repeated-uuid': 'every seat has an id of its own',
  overlap: 'no two seats stand on each other',
  'off-canvas': 'every seat lies on the canvas',
  'repeated-name': 'every seat has a section, row and number of its own',
  'unknown-category': 'every category that seats name is declared',
} as const satisfies Partial<Record<FindingCode, string>>

/** One line each: what is in order, then errors, warnings and notes, each with its place. */
export function planReport(draft: PlanDraft | null, findings: readonly Finding[]): readonly string[] {
  const order: readonly FindingLevel[] = ['error', 'warning', 'note']
  const sorted = order.flatMap((level) => findings.filter(({ code }) => findingCodes[code] === level))
  return [...(draft ? wellLines(draft, findings) : []), ...sorted.flatMap(findingLines), verdict(findings)]
}

function wellLines(draft: PlanDraft, findings: readonly Finding[]): readonly string[] {
  const rows = draft.sections.flatMap((section) => section.rows)
  const seats = rows.reduce((sum, row) => sum + row.seats.length, 0)
  const parts = [
    many(draft.sections.length, 'section'),
    many(rows.length, 'row'),
    many(seats, 'seat'),
    many(draft.categories.length, 'category'),
  ]
  const well = Object.entries(wellOtherwise).filter(([code]) => !findings.some((one) => one.code === code))
  return [`✓ reads as a seating plan: ${parts.join(', ')}`, ...well.map(([, claim]) => `✓ ${claim}`)]
}

function findingLines(finding: Finding): readonly string[] {
  const { code, count, places } = finding
  const shown = findingCodes[code] === 'note' ? places.slice(0, NOTED_PLACES) : places
  const named = shown.map(placeText).filter((text) => text !== '')
  const more = count > named.length && named.length > 0 ? [`    … and ${count - named.length} more`] : []
  return [`${marks[findingCodes[code]]} ${describe(finding)}`, ...named.map((text) => `    ${text}`), ...more]
}

function describe({ code, count, about }: Finding): string {
  switch (code) {
    case 'not-json':
      return 'this file is not JSON'
    case 'unknown-format':
      return 'no seating plan that is read here: pretix, seats.io, or a list of seats (JSON, or CSV whose first line names its columns: section, row, number …)'
    case 'malformed':
      return `here should be: ${about}`
    case 'too-large':
      return `too large: ${count.toLocaleString('en')} ${about}`
    case 'empty':
      return 'the plan has no seats'
    case 'repeated-uuid':
      return `${many(count, 'seat')} with the id of another seat`
    case 'overlap':
      return `${many(count, 'seat')} on top of another seat`
    case 'off-canvas':
      return `${many(count, 'seat')} outside the canvas`
    case 'repeated-guid':
      return `${many(count, 'seat')} with the printed id (seat_guid) of another; they are told apart by their uuid`
    case 'repeated-name':
      return `${many(count, 'seat')} with the section, row and number of another: people cannot tell them apart by name`
    case 'unknown-category':
      return `${many(count, 'seat')} of category “${about}”, which the file does not declare; it is added`
    case 'category-without-price':
      return `“${about}” (${many(count, 'seat')}) needs a price before it can be sold; plan files carry none`
    case 'stacked-sections':
      return `${many(count, 'section')} drawn on top of “${about}”: taken as floors and laid side by side`
    case 'unused-category':
      return `no seat has the category “${about}”`
    case 'ignored-keys':
      return `passed over: ${about} (${count} ×)`
    default:
      return never(code)
  }
}

function placeText({ section, row, seat, path, line, column }: Place): string {
  if (line !== undefined) return column === undefined ? `line ${line}` : `line ${line}, column ${column}`
  if (path !== undefined) return path === '' ? '' : `at ${path}`
  const parts = Object.entries({ section, row, seat }).filter(([, name]) => name !== undefined && name !== '')
  return parts.map(([what, name]) => `${what} ${name}`).join(', ')
}

function verdict(findings: readonly Finding[]): string {
  const count = (level: FindingLevel) => findings.filter(({ code }) => findingCodes[code] === level).length
  if (!isImportable(findings)) return `✗ cannot be imported: ${many(count('error'), 'error')} above`
  const odd = count('warning')
  return odd === 0 ? '✓ can be imported' : `✓ can be imported; ${many(odd, 'warning')} above`
}

function many(count: number, one: string): string {
  const word = count === 1 ? one : one.endsWith('y') ? `${one.slice(0, -1)}ies` : `${one}s`
  return `${count.toLocaleString('en')} ${word}`
}
