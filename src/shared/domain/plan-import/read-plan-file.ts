import { looksLikeSeatTable, readSeatTable } from './csv.ts'
import { examine } from './doctor.ts'
import type { ReadPlan } from './draft.ts'
import { parsePlanText, tooLongText } from './plan-text.ts'
import { looksLikePretix, readPretixValue } from './pretix.ts'
import { looksLikeSeatsio, readSeatsioValue } from './seatsio.ts'
import { looksLikeSeatList, readSeatListValue } from './seat-list-json.ts'

/**
 * The one entry point for plan files (screens, command line): recognises the format by the content, reads, and has the doctor
 * examine the draft [L4]. `draft` is null when the file could not be read. A draft may still have errors: see `isImportable`.
 */
export function readPlanFile(text: string): ReadPlan {
  const { draft, findings } = /^[\s\uFEFF]*[{[]/.test(text) ? readJson(text) : readTable(text)
  return draft ? { draft, findings: [...examine(draft), ...findings] } : { draft, findings }
}

function readJson(text: string): ReadPlan {
  const parsed = parsePlanText(text)
  if ('findings' in parsed) return { draft: null, findings: parsed.findings }
  const reader = readers.find(({ looksLike }) => looksLike(parsed.value))
  return reader ? reader.read(parsed.value) : unknownFormat
}

const readers = [
  { looksLike: looksLikePretix, read: readPretixValue },
  { looksLike: looksLikeSeatsio, read: readSeatsioValue },
  { looksLike: looksLikeSeatList, read: readSeatListValue },
]

function readTable(text: string): ReadPlan {
  const tooLong = tooLongText(text)
  if (tooLong) return { draft: null, findings: [tooLong] }
  return looksLikeSeatTable(text) ? readSeatTable(text) : unknownFormat
}

const unknownFormat: ReadPlan = {
  draft: null,
  findings: [{ code: 'unknown-format', count: 1, places: [], about: '' }],
}
